"""The phrase book of a language: short alternatives for a slot, chosen without chance."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ..conditions import Situation, read_condition
from ..datafile import DataFile, Place
from ..errors import TemplateError
from ..situation import READ_NAMES, STYLE_NAMES
from .alternatives import Alternatives, Phrase, PhraseFile
from .provenance import PHRASE, mark


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
        best = self._choices[slot].closest(situation, there) if slot in self.slots else ()
        fresh = [phrase for phrase in best if phrase.file.id not in recent] or best if recent else best
        if len(fresh) > 1:
            return fresh[key.number(slot) % len(fresh)]
        return fresh[0] if fresh else None

    @cached_property
    def _choices(self) -> Mapping[str, Alternatives]:
        return {slot: Alternatives(phrases) for slot, phrases in self.slots.items()}


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


def missing_slot(slot: str, book: PhraseBook, template: str, *, line: int | None = None) -> TemplateError:
    """Return the error for a slot that a template names and the phrase book does not have."""
    close = get_close_matches(slot, book.slots, n=1)
    hint = f"; did you mean '{close[0]}'?" if close else "."
    slots = ", ".join(book.slots) or "none"
    problem = f"phrases/{book.path.name} has no slot '{slot}'{hint} Slots: {slots}"
    return TemplateError(problem, template=template, line=line)
