"""The phrase book of a language: short alternatives for a slot, chosen without chance."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from ..conditions import Condition, Situation, read_condition
from ..datafile import DataFile, Place
from ..errors import TemplateError
from ..situation import READ_NAMES, STYLE_NAMES
from .provenance import PHRASE, mark


class PhraseFile(BaseModel):
    """One alternative.

    Attributes:
        id: its name inside the language.
        text: the words; may print inputs.
        needs: inputs without which it is not eligible.
        when: condition under which it is eligible.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    text: str = Field(pattern=r"\S")
    needs: tuple[str, ...] = ()
    when: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A checked alternative; `line` is where its text stands in the file."""

    file: PhraseFile
    when: Condition
    line: int | None

    @property
    def prints(self) -> bool:
        """Whether its text is a template, and not written as it stands."""
        return "{" in self.file.text

    @property
    def closeness(self) -> int:
        """How closely it is cut to a situation: the number of its conditions and needs."""
        return sum(1 for _ in self.when.names()) + len(self.file.needs)


@dataclass(frozen=True, slots=True)
class _Group:
    """Alternatives that are eligible together: a condition that many share is asked once."""

    closeness: int
    needs: tuple[str, ...]
    when: Condition
    phrases: tuple[Phrase, ...]


class VariationKey:
    """The key that wording varies with. A conversation may be long, so it is hashed once, not for each slot."""

    def __init__(self, conversation: str) -> None:
        self._hash = blake2b(f"{conversation}\0".encode("utf-8", "replace"), digest_size=4)

    def number(self, slot: str) -> int:
        """Return the number that chooses among the alternatives of a slot."""
        digest = self._hash.copy()
        digest.update(slot.encode())
        return int.from_bytes(digest.digest())


@dataclass(frozen=True)
class PhraseBook:
    """All phrases of one language.

    Attributes:
        path: the file they come from.
        slots: slot → alternatives.
    """

    path: Path
    slots: Mapping[str, tuple[Phrase, ...]]

    def all(self) -> Iterator[Phrase]:
        """Yield every phrase of every slot."""
        for phrases in self.slots.values():
            yield from phrases

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all phrases, by the number in the mark of their source."""
        return tuple(phrase.file.id for phrase in self.all())

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """The mark of each phrase."""
        return {each: mark(PHRASE, number) for number, each in enumerate(self.ids)}

    @cached_property
    def _groups(self) -> Mapping[str, tuple[_Group, ...]]:
        return {slot: _grouped(phrases) for slot, phrases in self.slots.items()}

    def choose(
        self, slot: str, situation: Situation, *, there: Collection[str], key: VariationKey, recent: Sequence[str] = ()
    ) -> Phrase | None:
        """Return the phrase for a slot, or None where no alternative is eligible.

        Of the eligible ones the most closely cut count; among these a hash over `key` and slot decides, so that the
        same call gives the same words. Ids in `recent` are passed over while there are others.

        Args:
            slot: name of the slot.
            situation: verdicts, facts and style.
            there: inputs that are there.
            key: of the conversation.
            recent: ids used lately, newest last.
        """
        best = self._closest(slot, situation, there)
        fresh = [phrase for phrase in best if phrase.file.id not in recent] or best
        return fresh[key.number(slot) % len(fresh)] if fresh else None

    def _closest(self, slot: str, situation: Situation, there: Collection[str]) -> Sequence[Phrase]:
        """Return the most closely cut of the eligible phrases, in the order of the file."""
        found: list[_Group] = []
        for group in self._groups.get(slot, ()):
            if found and group.closeness < found[0].closeness:
                break
            if all(need in there for need in group.needs) and group.when.holds(situation):
                found.append(group)
        if len(found) < 2:  # noqa: PLR2004 - none or one
            return found[0].phrases if found else ()
        places = {id(phrase): place for place, phrase in enumerate(self.slots[slot])}
        return sorted((phrase for group in found for phrase in group.phrases), key=lambda each: places[id(each)])


def read_phrases(file: DataFile) -> PhraseBook:
    """Return the checked phrase book of a file.

    Raises:
        DataFileError: an unknown key or condition, an id that stands twice, a slot without phrases.
    """
    known = {**READ_NAMES, **STYLE_NAMES}
    slots: dict[str, tuple[Phrase, ...]] = {}
    ids: set[str] = set()
    if not isinstance(file.data or {}, dict):
        raise file.error("needs slots with phrases, such as greeting: [{id: hello, text: Hello}]")
    for slot, entries in (file.data or {}).items():
        if not isinstance(entries, list) or not entries:
            raise file.error(f"slot '{slot}' needs a list of phrases", (slot,))
        slots[slot] = tuple(_phrase(file, (slot, index), entry, known) for index, entry in enumerate(entries))
        for index, phrase in enumerate(slots[slot]):
            if phrase.file.id in ids:
                raise file.error(f"two phrases are called '{phrase.file.id}'", (slot, index))
            ids.add(phrase.file.id)
    return PhraseBook(file.path, slots)


def _phrase(file: DataFile, place: Place, entry: Any, known: Mapping[str, tuple[str, ...] | None]) -> Phrase:
    checked = file.part_into(PhraseFile, entry, place)
    when = read_condition(checked.when, file, (*place, "when"), known=known)
    return Phrase(checked, when, file.line((*place, "text")))


def _grouped(phrases: Sequence[Phrase]) -> tuple[_Group, ...]:
    """Return the alternatives of a slot in groups, the most closely cut first."""
    together: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        together.setdefault(repr((phrase.closeness, phrase.file.needs, phrase.when.parts)), []).append(phrase)
    groups = [_Group(each[0].closeness, each[0].file.needs, each[0].when, tuple(each)) for each in together.values()]
    return tuple(sorted(groups, key=lambda group: -group.closeness))


def missing_slot(slot: str, book: PhraseBook, template: str, *, line: int | None = None) -> TemplateError:
    """Return the error for a slot that a template names and the phrase book does not have."""
    close = get_close_matches(slot, book.slots, n=1)
    hint = f"; did you mean '{close[0]}'?" if close else "."
    slots = ", ".join(book.slots) or "none"
    problem = f"phrases/{book.path.name} has no slot '{slot}'{hint} Slots: {slots}"
    return TemplateError(problem, template=template, line=line)
