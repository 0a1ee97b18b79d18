"""The phrase book of a language: short alternatives for a slot, chosen without chance."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from ..conditions import Condition, Situation, read_condition
from ..datafile import DataFile, Place
from ..errors import Problems, TemplateError
from ..situation import READ_NAMES, STYLE_NAMES


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
    def closeness(self) -> int:
        """How closely it is cut to a situation: the number of its conditions and needs."""
        return sum(1 for _ in self.when.names()) + len(self.file.needs)


@dataclass(frozen=True, slots=True)
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

    def choose(
        self, slot: str, situation: Situation, *, there: Collection[str], key: str, recent: Sequence[str] = ()
    ) -> Phrase | None:
        """Return the phrase for a slot, or None where no alternative is eligible.

        Of the eligible ones the most closely cut count; among these a hash over `key` and slot decides, so that the
        same call gives the same words. Ids in `recent` are passed over while there are others.

        Args:
            slot: name of the slot.
            situation: verdicts, facts and style.
            there: inputs that are there.
            key: the conversation.
            recent: ids used lately, newest last.
        """
        eligible = [
            phrase
            for phrase in self.slots.get(slot, ())
            if set(phrase.file.needs) <= set(there) and phrase.when.holds(situation)
        ]
        closest = max((phrase.closeness for phrase in eligible), default=0)
        best = [phrase for phrase in eligible if phrase.closeness == closest]
        fresh = [phrase for phrase in best if phrase.file.id not in recent] or best
        return fresh[_number(key, slot) % len(fresh)] if fresh else None


def read_phrases(file: DataFile) -> PhraseBook:
    """Return the checked phrase book of a file.

    Raises:
        DataFileError: an unknown key or condition, an id that stands twice, a slot without phrases.
    """
    known = {**READ_NAMES, **STYLE_NAMES}
    slots: dict[str, tuple[Phrase, ...]] = {}
    problems = Problems()
    if not isinstance(file.data or {}, dict):
        raise file.error("needs slots with phrases, such as greeting: [{id: hello, text: Hello}]")
    for slot, entries in (file.data or {}).items():
        with problems.collecting():
            slots[slot] = tuple(_phrases_of(file, slot, entries, known))
    for place in _called_alike(slots):
        problems.add(file.error(f"two phrases are called '{slots[place[0]][place[1]].file.id}'", place))
    problems.raise_first()
    return PhraseBook(file.path, slots)


def _phrases_of(
    file: DataFile, slot: str, entries: Any, known: Mapping[str, tuple[str, ...] | None]
) -> Iterator[Phrase]:
    if not isinstance(entries, list) or not entries:
        raise file.error(f"slot '{slot}' needs a list of phrases", (slot,))
    problems = Problems()
    for index, entry in enumerate(entries):
        with problems.collecting():
            yield _phrase(file, (slot, index), entry, known)
    problems.raise_first()


def _called_alike(slots: Mapping[str, tuple[Phrase, ...]]) -> Iterator[tuple[str, int]]:
    """Yield slot and number of each phrase whose id another before it has."""
    ids: set[str] = set()
    for slot, phrases in slots.items():
        for index, phrase in enumerate(phrases):
            if phrase.file.id in ids:
                yield slot, index
            ids.add(phrase.file.id)


def _phrase(file: DataFile, place: Place, entry: Any, known: Mapping[str, tuple[str, ...] | None]) -> Phrase:
    checked = file.part_into(PhraseFile, entry, place)
    when = read_condition(checked.when, file, (*place, "when"), known=known)
    return Phrase(checked, when, file.line((*place, "text")))


def _number(key: str, slot: str) -> int:
    return int.from_bytes(blake2b(f"{key}\0{slot}".encode("utf-8", "replace"), digest_size=4).digest())


def missing_slot(slot: str, book: PhraseBook, template: str, *, line: int | None = None) -> TemplateError:
    """Return the error for a slot that a template names and the phrase book does not have."""
    close = get_close_matches(slot, book.slots, n=1)
    hint = f"; did you mean '{close[0]}'?" if close else "."
    slots = ", ".join(book.slots) or "none"
    problem = f"phrases/{book.path.name} has no slot '{slot}'{hint} Slots: {slots}"
    return TemplateError(problem, template=template, line=line, rule="missing-slot", word=slot)
