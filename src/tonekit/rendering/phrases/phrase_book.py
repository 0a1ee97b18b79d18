"""The phrase book of a language: short alternatives for a slot, chosen without chance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import Field, field_validator, model_validator

from ...conditions.condition import Situation
from ...conditions.reading import read_condition
from ...conditions.situation import READ_NAMES, STYLE_NAMES
from ...errors import DataFileError, Problems, TemplateError, ToneKitError
from ...files.datafile import DataFile, Place, read_data_file
from ...loading.once import loaded
from ...models.frozen_model import FrozenModel
from ..markup.provenance import PHRASE, mark
from .alternatives import Alternatives, Phrase, PhraseFile, Values, Words


class EntryFile(FrozenModel):
    """One entry of a slot: a phrase, or several that share their conditions.

    Attributes:
        id: its name inside the language; the phrases of `texts` are called `<id>-1`, `<id>-2`, …
        text: the words of one phrase; may print inputs.
        texts: the words of several; either `text` or `texts` stands here.
        needs: inputs without which they are not eligible.
        when: condition under which they are eligible.
    """

    id: str
    text: Words | None = None
    texts: tuple[Words, ...] | None = Field(default=None, min_length=1)
    needs: tuple[str, ...] = ()
    when: dict[str, Any] | None = None

    @field_validator("text", mode="before")
    @classmethod
    def _is_one(cls, text: object) -> object:
        if isinstance(text, list):
            problem = "holds one phrase, a list of several goes under 'texts'"
            raise ValueError(problem)  # noqa: TRY004 - pydantic gives a ValueError its place
        return text

    @model_validator(mode="after")
    def _has_words(self) -> EntryFile:
        if (self.text is None) == (self.texts is None):
            raise ValueError("needs its words: 'text' for one phrase, or 'texts' for a list of several")
        return self

    def phrases(self) -> Iterator[tuple[PhraseFile, tuple[str | int, ...]]]:
        """Yield each phrase with the place of its words inside the entry."""
        if self.text is not None:
            yield PhraseFile(id=self.id, text=self.text, needs=self.needs, when=self.when), ("text",)
        for index, text in enumerate(self.texts or ()):
            phrase = PhraseFile(id=f"{self.id}-{index + 1}", text=text, needs=self.needs, when=self.when)
            yield phrase, ("texts", index)


class VariationKey:
    """The key that wording varies with. A conversation may be long, so it is hashed once, not for each slot."""

    def __init__(self, conversation: str) -> None:
        self._hash = blake2b(f"{conversation}\0".encode("utf-8", "replace"), digest_size=4)

    def number(self, slot: bytes) -> int:
        """Return the number that chooses among the alternatives of a slot, whose name is given encoded."""
        digest = self._hash.copy()
        digest.update(slot)
        return int.from_bytes(digest.digest())


# Compared as objects: the phrases of one file are one object as long as its text stays.
@dataclass(frozen=True, eq=False)
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

    @loaded
    def ids(self) -> tuple[str, ...]:
        """The ids of all phrases, by the number in the mark of their source."""
        return tuple(phrase.file.id for phrase in self.all())

    @loaded
    def marks(self) -> Mapping[str, str]:
        """The mark of each phrase."""
        return {each: mark(PHRASE, number) for number, each in enumerate(self.ids)}

    def choose(
        self,
        slot: str,
        situation: Situation,
        *,
        there: Collection[str],
        key: VariationKey,
        values: Values | None = None,
        recent: Sequence[str] = (),
        widen: bool = False,
    ) -> Phrase | None:
        """Return the phrase for a slot, or None if no alternative is eligible.

        Of the eligible ones the most closely cut count; among these a hash over `key` and slot decides, so that the
        same call gives the same words. Ids in `recent` are passed over; where all of them were used lately, it is the
        turn of the one whose last use is longest ago.

        Args:
            slot: name of the slot.
            situation: verdicts, facts and style.
            there: inputs that are there.
            key: of the conversation.
            values: what was observed in the situation under each name, where that has been looked up.
            recent: ids used lately, newest last.
            widen: whether less closely cut phrases come before one that was used lately.
        """
        # Where nothing was used lately the most closely cut are the ones, however widely one looks.
        widen = widen and bool(recent)
        if values is None:
            values = Values({name: seen.value for name, seen in situation.items()})
        best = self.choices[slot].eligible(situation, values, there, widen=widen) if slot in self.slots else ()
        return picked(best, slot, key, recent)

    def written(self, slot: str) -> tuple[str, ...]:
        """Return all that the phrases of a slot say, for hashes."""
        return self._written[slot]

    @loaded
    def _written(self) -> Mapping[str, tuple[str, ...]]:
        # Asked for by every body with the slot, and slow to make.
        return {slot: tuple(repr(phrase.file) for phrase in phrases) for slot, phrases in self.slots.items()}

    @loaded
    def choices(self) -> Mapping[str, Alternatives]:
        """The alternatives of each slot."""
        return {slot: Alternatives(phrases) for slot, phrases in self.slots.items()}


def picked(best: Sequence[Phrase], slot: str, key: VariationKey, recent: Sequence[str]) -> Phrase | None:
    """Return one of the phrases that are eligible for a slot, or None if there is none; see `PhraseBook.choose`."""
    fresh = _closest(each for each in best if each.file.id not in recent) if recent else best
    if len(fresh) > 1:
        return fresh[key.number(slot.encode()) % len(fresh)]
    if fresh:
        return fresh[0]
    last_use = {used: place for place, used in enumerate(recent)}
    return min(best, key=lambda phrase: last_use[phrase.file.id], default=None)


def _closest(phrases: Iterable[Phrase]) -> list[Phrase]:
    found = list(phrases)
    closest = max((phrase.closeness for phrase in found), default=0)
    return [phrase for phrase in found if phrase.closeness == closest]


def read_phrases(file: DataFile) -> PhraseBook:
    """Return the checked phrase book of a file.

    Raises:
        DataFileError: an unknown key or condition, an id that stands twice, a slot without phrases.
    """
    slots: dict[str, tuple[Phrase, ...]] = {}
    problems = Problems()
    if file.data is None:
        raise file.error("is empty; write the phrases, or delete the file where one of this name ships")
    if not isinstance(file.data, dict):
        raise file.error("needs slots with phrases, such as greeting: [{id: hello, text: Hello}]")
    for slot, entries in file.data.items():
        with problems.collecting():
            slots[slot] = tuple(_phrases(file, slot, entries))
    for phrase in _called_alike(slots):
        problem = f"two phrases are called '{phrase.file.id}'; give one of them another id"
        problems.add(DataFileError(problem, path=file.path, line=phrase.line))
    problems.raise_first()
    return PhraseBook(file.path, slots)


def _phrases(file: DataFile, slot: str, entries: Any) -> Iterator[Phrase]:
    """Yield the phrases of a slot."""
    if not isinstance(entries, list) or not entries:
        raise file.error(f"slot '{slot}' needs a list of phrases; write - {{id: hello, text: Hello}}", (slot,))
    known = {**READ_NAMES, **STYLE_NAMES}
    problems = Problems()
    for index, raw in enumerate(entries):
        place: Place = (slot, index)
        with problems.collecting():
            entry = file.part_into(EntryFile, raw, place)
            when = read_condition(entry.when, file, (*place, "when"), known=known)
            for phrase, words in entry.phrases():
                yield Phrase(phrase, when, file.line((*place, *words)))
    problems.raise_first()


def _called_alike(slots: Mapping[str, tuple[Phrase, ...]]) -> Iterator[Phrase]:
    """Yield each phrase whose id another before it has."""
    ids: set[str] = set()
    for phrase in chain.from_iterable(slots.values()):
        if phrase.file.id in ids:
            yield phrase
        ids.add(phrase.file.id)


def missing_slot(
    slot: str, book: PhraseBook, template: str, *, line: int | None = None, blame_book: bool = False
) -> ToneKitError:
    """Return the error for a slot that a template names and the phrase book does not have.

    Args:
        slot: the slot.
        book: the phrases of the language.
        template, line: where it is named.
        blame_book: whether the book is the user's and the template ships, so that the mistake is in the book.
    """
    if not book.slots:
        problem = f"there is no phrases/{book.path.name} with a slot '{slot}'; write it, or take the slot out"
        return TemplateError(problem, template=template, line=line, rule="missing-slot", word=slot)
    close = get_close_matches(slot, book.slots, n=1, cutoff=0.8)
    if blame_book:
        eject = f"tonekit eject phrases/{book.path.name}"
        whole = f"your file replaces the whole shipped one. Rename it, call {eject}, and copy yours into that"
        hint = f"did you mean it by '{close[0]}'? If so, rename that" if close else f"take it over: {whole}"
        place = (close[0],) if close else ()
        problem = f"has no slot '{slot}', which templates that ship write; {hint}"
        return read_data_file(book.path).error(problem, place, rule="missing-slot")
    hint = f"; did you mean '{close[0]}'?" if close else "."
    problem = f"phrases/{book.path.name} has no slot '{slot}'{hint} Slots: {', '.join(book.slots)}"
    return TemplateError(problem, template=template, line=line, rule="missing-slot", word=slot)
