"""The phrase book of a language: short alternatives for a slot, chosen without chance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import blake2b
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ..conditions import Condition, Situation, read_condition
from ..datafile import DataFile, Place
from ..errors import TemplateError
from ..situation import READ_NAMES, STYLE_NAMES

Words = Annotated[str, Field(pattern=r"\S")]


class EntryFile(BaseModel):
    """One entry of a slot: a phrase, or several that share their conditions.

    Attributes:
        id: its name inside the language; the phrases of `texts` are called `<id>-1`, `<id>-2`, …
        text: the words of one phrase; may print inputs.
        texts: the words of several; either `text` or `texts` stands here.
        needs: inputs without which they are not eligible.
        when: condition under which they are eligible.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    text: Words | None = None
    texts: tuple[Words, ...] | None = Field(default=None, min_length=1)
    needs: tuple[str, ...] = ()
    when: dict[str, Any] | None = None

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
    text: Words
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
        self,
        slot: str,
        situation: Situation,
        *,
        there: Collection[str],
        key: str,
        recent: Sequence[str] = (),
        widen: bool = False,
    ) -> Phrase | None:
        """Return the phrase for a slot, or None where no alternative is eligible.

        Of the eligible ones the most closely cut count; among these a hash over `key` and slot decides, so that the
        same call gives the same words. Ids in `recent` are passed over; where all of them were used lately, it is the
        turn of the one whose last use is longest ago.

        Args:
            slot: name of the slot.
            situation: verdicts, facts and style.
            there: inputs that are there.
            key: the conversation.
            recent: ids used lately, newest last.
            widen: whether less closely cut phrases come before one that was used lately.
        """
        eligible = [
            phrase
            for phrase in self.slots.get(slot, ())
            if set(phrase.file.needs) <= set(there) and phrase.when.holds(situation)
        ]
        closest = max((phrase.closeness for phrase in eligible), default=0)
        best = [phrase for phrase in eligible if widen or phrase.closeness == closest]
        fresh = _closest(phrase for phrase in best if phrase.file.id not in recent)
        if fresh:
            return fresh[_number(key, slot) % len(fresh)]
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
    ids: set[str] = set()
    if not isinstance(file.data or {}, dict):
        raise file.error("needs slots with phrases, such as greeting: [{id: hello, text: Hello}]")
    for slot, entries in (file.data or {}).items():
        if not isinstance(entries, list) or not entries:
            raise file.error(f"slot '{slot}' needs a list of phrases", (slot,))
        slots[slot] = tuple(_phrases(file, slot, entries, ids))
    return PhraseBook(file.path, slots)


def _phrases(file: DataFile, slot: str, entries: Sequence[Any], ids: set[str]) -> Iterator[Phrase]:
    """Yield the phrases of a slot and add their ids to `ids`."""
    known = {**READ_NAMES, **STYLE_NAMES}
    for index, raw in enumerate(entries):
        place: Place = (slot, index)
        entry = file.part_into(EntryFile, raw, place)
        when = read_condition(entry.when, file, (*place, "when"), known=known)
        for phrase, words in entry.phrases():
            if phrase.id in ids:
                raise file.error(f"two phrases are called '{phrase.id}'", place)
            ids.add(phrase.id)
            yield Phrase(phrase, when, file.line((*place, *words)))


def _number(key: str, slot: str) -> int:
    return int.from_bytes(blake2b(f"{key}\0{slot}".encode("utf-8", "replace"), digest_size=4).digest())


def missing_slot(slot: str, book: PhraseBook, template: str, *, line: int | None = None) -> TemplateError:
    """Return the error for a slot that a template names and the phrase book does not have."""
    close = get_close_matches(slot, book.slots, n=1)
    hint = f"; did you mean '{close[0]}'?" if close else "."
    slots = ", ".join(book.slots) or "none"
    problem = f"phrases/{book.path.name} has no slot '{slot}'{hint} Slots: {slots}"
    return TemplateError(problem, template=template, line=line)
