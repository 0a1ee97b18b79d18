"""People in the running text of a draft, whom no title announces: "Sofia Hallgren tar över", "ask for Steve"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from ...files.datafile import read_data_file
from ...models.frozen_model import FrozenModel
from .wording import FOLDER, common_words
from .words import Word, Words

_NAME_WORD = re.compile(r"[A-ZÅÄÖÆØÜÉ][^\W\d_]+")
_CAPITAL = re.compile(r"(?<![^\W_])[A-ZÅÄÖÆØÜÉ]")
_OPENING = 3
_MOST_WORDS = 3
_MOST_HELPERS = 3
_SIGNED = 4
"""Words of a line at the end of a draft that is somebody's signature."""
_LAST_LINES = 4
_SHORT_LINE = 80
"""Characters of a line that a signature stands on."""
_OPENS = re.compile(r"(?:\A|[.!?:…]\s|\n)[\s\"“„»«–•*-]*\Z")
_STOPS = re.compile(r"[.!?:\n]")
_LOOK_BACK = 12
_NOUNS_WITH_CAPITALS = "de"
_ADJECTIVES = ("en", "em", "es")
"""Endings of adjectives that have a capital before a noun: "im Neuen Rathaus"; first names with one are known."""


class PeopleWords(FrozenModel):
    """`wording/people.yaml`, where each section is described."""

    roles: tuple[str, ...]
    groups: tuple[str, ...]
    leads: frozenset[str]
    linking: frozenset[str]
    helpers: frozenset[str]
    deals: frozenset[str]
    deals_de: frozenset[str]
    first_names: frozenset[str]
    health: frozenset[str]

    def tell_of_health(self, forms: Iterable[str]) -> bool:
        """Return whether words, in lower case, tell of somebody's health."""
        openings, stems = self._of_health
        return any(form[:_OPENING] in openings and (form in self.health or form.startswith(stems)) for form in forms)

    @cached_property
    def _of_health(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """How these words begin, which rules out nearly all others, and those that may end in any way."""
        stems = tuple(each[:-1] for each in self.health if each.endswith("*"))
        return frozenset(each[:_OPENING] for each in self.health), stems


@lru_cache
def load_people_words() -> PeopleWords:
    """Return the words by which people are spoken of, of all languages."""
    return read_data_file(FOLDER / "people.yaml").into(PeopleWords)


class People:
    """Finds the people whom a draft names.

    A frequent first name with another name behind it is a person; so is any name behind a word for what somebody is, or
    before a word which says that somebody deals with the case. A first name alone is one only where it is announced.

    Args:
        body: where its matter stands.
        barred: words that are part of no name: titles, words of greetings.
    """

    def __init__(
        self, text: str, words: Words, language: str, *, body: tuple[int, int], barred: frozenset[str]
    ) -> None:
        self._text, self._words, self._body = text, words, body
        self._known = load_people_words()
        self._barred, self._common = barred, common_words(language)
        self._last_lines = _start_of_last_lines(text)
        german = language == _NOUNS_WITH_CAPITALS
        self._adjectives = _ADJECTIVES if german else ()
        self._doing = self._known.deals_de if german else self._known.deals

    def find(self) -> Iterator[list[Word]]:
        """Yield the words of each name, in the order of the text."""
        free = 0
        for at in self._openings():
            # "Redaktør Eva Holm": where capitals in a row are not a name, one may begin with the next of them.
            name = self._capitals(at) if at >= free else []
            if name and self._is_person(at, name):
                free = at + len(name)
                yield name

    def _openings(self) -> Iterator[int]:
        """Yield which words may open a name: a capital alone is one only as a first name that is known."""
        forms, spans, called = self._words.forms, self._words.spans, self._known.first_names
        capitals = [match.start() for match in _CAPITAL.finditer(self._text, *self._body)]
        for at in [bisect_left(spans, (start,)) for start in capitals]:
            if at < len(spans) and forms[at] not in self._common:
                behind = spans[at][1]
                if forms[at] in called or self._text[behind + 1 : behind + 2].isupper():
                    yield at

    def _capitals(self, at: int) -> list[Word]:
        """Return the words with capitals in a row from a place on, with a blank or a hyphen between them."""
        name: list[Word] = []
        for index in range(at, min(at + _MOST_WORDS, len(self._words.forms))):
            start, end = self._words.spans[index]
            joined = not name or self._text[name[-1].end : start] in (" ", "-")
            if not (joined and self._body[0] <= start < self._body[1] and self._may_be_name(self._text[start:end])):
                break
            name.append(self._words[index])
        return [] if name and self._is_signature(name) else name

    def _may_be_name(self, written: str) -> bool:
        if not _NAME_WORD.fullmatch(written) or written.isupper():
            return False
        return (form := written.lower()) not in self._barred and form not in self._common

    def _is_signature(self, name: Sequence[Word]) -> bool:
        """Return whether a name has one of the last lines nearly to itself: people sign as they like."""
        if name[0].start < self._last_lines:
            return False
        first = self._text.rfind("\n", max(0, name[0].start - _SHORT_LINE), name[0].start) + 1
        last = self._text.find("\n", name[-1].end, name[-1].end + _SHORT_LINE)
        line = self._text[
            first or max(0, name[0].start - _SHORT_LINE) : last if last >= 0 else name[-1].end + _SHORT_LINE
        ]
        return len(line.split()) <= _SIGNED and not line.rstrip().endswith((".", ",", ":"))

    def _is_person(self, at: int, name: Sequence[Word]) -> bool:
        """Return whether capitals in a row from a place on are a person's name."""
        called, behind = name[0].form in self._known.first_names, at + len(name)
        if len(name) == 1:
            return called and (self._is_led(at) or self._deals(behind))
        if any(word.form.endswith((*self._known.roles, *self._known.groups)) for word in name):
            return False
        # "Kind Sara Holmgren": the name begins with the first name.
        if not called and name[1].form in self._known.first_names:
            return False
        # "Retry-After" is one word; "Anne-Marie Holm" has a blank.
        apart = " " in self._text[name[0].end : name[-1].start] and not name[0].form.endswith(self._adjectives)
        return called or (apart and (self._has_role(at) or self._deals(behind)))

    def _is_led(self, at: int) -> bool:
        """Return whether a word before a name says that a person follows, in the same sentence."""
        start = self._words.spans[at][0]
        if not at or _OPENS.search(self._text[max(0, start - _LOOK_BACK) : start]):
            return False
        return self._words.forms[at - 1] in self._known.leads or self._has_role(at)

    def _has_role(self, at: int) -> bool:
        """Return whether the word before a name, or the second before and a comma, says what somebody is."""
        if at > 1 and self._words.forms[at - 1] in self._known.linking and self._is_role(at - 2, at, comma=False):
            return True
        return any(self._is_role(at - back, at, comma=back > 1) for back in (1, 2) if at >= back)

    def _is_role(self, index: int, at: int, *, comma: bool) -> bool:
        gap = self._text[self._words.spans[index][1] : self._words.spans[at][0]]
        apart = _STOPS.search(gap) or (comma and "," not in gap)
        return not apart and self._words.forms[index].endswith(self._known.roles)

    def _deals(self, behind: int) -> bool:
        """Return whether a word behind a name says that somebody deals with something."""
        for index in range(behind, min(behind + _MOST_HELPERS + 1, len(self._words.forms))):
            if self._text[self._words.spans[index - 1][1] : self._words.spans[index][0]].strip():
                return False
            if self._words.forms[index] in self._doing:
                return True
            if self._words.forms[index] not in self._known.helpers:
                return False
        return False


def _start_of_last_lines(text: str) -> int:
    start = len(text)
    for _ in range(_LAST_LINES):
        start = text.rfind("\n", 0, max(0, start))
    return start + 1
