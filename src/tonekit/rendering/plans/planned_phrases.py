"""Phrases in a plan: which come into question for a call, and what is left to do to write one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from ..environment import Inert
from ..markup.provenance import unmarked
from ..phrases.alternatives import Phrase
from ..phrases.phrase_book import VariationKey, picked
from .holes import Hole
from .pieces import Piece, Said
from .plain_program import opens_line
from .plain_values import plain_value
from .program import without_seams

_PLAIN = re.compile(r"[^\\`*_\[\]&\t\r\n\x00\v\f]*")
_FIRST = re.compile(r"[^-+*#>=~`\s\d.)]")
"""What begins neither an item nor another block, and does not make one of digits before it."""

Words = tuple[str | Hole, ...]


class Spoken(NamedTuple):
    """A phrase.

    Attributes:
        id: its id.
        words: its words and places for values; none where it takes Jinja.
        plain: the same where they stand in the plain text of a reply as they are, else None; with each, whether nothing
            but digits stands before it.
    """

    id: str
    words: Words
    plain: tuple[tuple[str | Hole, bool], ...] | None

    def written(self, values: Mapping[str, Any], inert: Inert) -> str:
        """Return the phrase with its values made inert."""
        return "".join([each if isinstance(each, str) else inert(values[each.path]) for each in self.words])

    def text(self, values: Mapping[str, Any]) -> str | None:
        """Return the plain text of the phrase, or None if that takes a look at its Markdown."""
        if self.plain is None:
            return None
        text = ""
        for each, opens in self.plain:
            more = each if isinstance(each, str) else plain_value(values[each.path], opens=opens)
            if more is None:
                return None
            text += more
        return text


Speak = Callable[[Phrase], str]
"""Writes a phrase by Jinja."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of `phrase` in a plan.

    Attributes:
        slot: its slot.
        name: the name of the slot, encoded.
        closest: the phrases for it.
        wider: those that are chosen from where some phrases were used lately.
        spoken: each of them, by id.
    """

    slot: str
    name: bytes
    closest: Sequence[Phrase]
    wider: Sequence[Phrase]
    spoken: Mapping[str, Spoken]

    def said(self, key: VariationKey, recent: Sequence[str], speak: Speak) -> Spoken | None:
        """Return the phrase of a message, or None if there is none.

        Args:
            key: of the conversation.
            recent: ids of phrases used lately.
            speak: writes a phrase that takes Jinja.

        Raises:
            TemplateError: such a phrase cannot be written.
        """
        closest = self.closest
        if recent:
            phrase = picked(self.wider, self.slot, key, recent)
        else:
            # As `picked` does, for most calls.
            many = len(closest)
            phrase = closest[key.number(self.name) % many if many > 1 else 0] if many else None
        if phrase is None:
            return None
        found = self.spoken[phrase.file.id]
        return found if found.words else with_words(phrase, (speak(phrase),))

    @property
    def truth(self) -> bool | None:
        """Whether there is a phrase, or None if one may be empty."""
        if not self.closest:
            return False
        return True if all(any(each.words) for each in self.spoken.values()) else None


def spoken(phrase: Phrase, pieces: Iterable[Piece]) -> Spoken:
    """Return a phrase as a plan has it; `pieces` is what its template writes."""
    found = tuple(without_seams(pieces))
    if not found or any(isinstance(each, Said) or (isinstance(each, Hole) and each.item is not None) for each in found):
        return taking_jinja(phrase)
    return with_words(phrase, cast(Words, found))


def taking_jinja(phrase: Phrase) -> Spoken:
    """Return a phrase that is to be written by Jinja."""
    return Spoken(phrase.file.id, (), None)


def with_words(phrase: Phrase, words: Words) -> Spoken:
    """Return a phrase with these words."""
    plain = [unmarked(each) if isinstance(each, str) else each for each in words]
    texts = [each for each in plain if isinstance(each, str)]
    first, last = plain[0], plain[-1]
    begins = isinstance(first, Hole) or _FIRST.match(first)
    ends = isinstance(last, Hole) or not last[-1:].isspace()
    if not begins or not ends or not all(map(_PLAIN.fullmatch, texts)):
        return Spoken(phrase.file.id, words, None)
    # What stands before a value is a text, or another value, which may be all digits.
    opens = [isinstance(before, Hole) or opens_line(before) for before in ("", *plain)]
    return Spoken(phrase.file.id, words, tuple(zip(plain, opens, strict=False)))


def words(phrases: Sequence[Spoken | None], values: Mapping[str, Any], inert: Inert) -> list[str]:
    """Return what the phrases write, with values made inert."""
    return [phrase.written(values, inert) if phrase else "" for phrase in phrases]
