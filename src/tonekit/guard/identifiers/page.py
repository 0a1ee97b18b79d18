"""A text that is searched for identifiers, what is found in it, and the words that announce or belie a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Protocol

from ...files.datafile import read_data_file
from ...loading.once import once
from .plain_signs import plain

WORDS = Path(__file__).with_name("words.yaml")

LEFT = r"(?<![\w/#])(?<!\d[.,:])(?<!\w-)"
"""What may not stand before a number: it would be part of a longer one, of an address or of an order number."""
RIGHT = r"(?!\w|[-/]\w|[.,:]\d)"
"""What may not stand behind it."""


def begins(first: str) -> str:
    """Return the pattern of a number's first sign with nothing before it that would make it a longer one.

    The sign stands before the look back, so that a search goes from digit to digit and not from sign to sign.

    Args:
        first: class of its first sign.
    """
    return rf"{first}(?<![\w/#]{first})(?<!\d[.,:]{first})(?<!\w-{first})"


def number(first: str, rest: str) -> str:
    """Return the pattern of a number with nothing before or behind it that would make it a longer one.

    Args:
        first: class of its first sign.
    """
    return rf"{begins(first)}{rest}{RIGHT}"


_DIGIT = re.compile(r"\d")
_SIX_DIGITS = re.compile(r"\d(?:\D{0,6}\d){5}")
"""What stands between two digits of a number is shorter: "+46 (0) 70"."""
_WORD = re.compile(r"[^\W\d_][\w./:-]*")
_ENDS = re.compile(r"[\d\n]")
"""What ends the reach of a word: the number that it announced, or the line."""
_BEHIND = re.compile(r"[ ,(]{1,3}(?:\w{1,24}\.? ?){1,4}")
"""The words behind a number: "… is my phone number"."""
REACH = 60
"""Characters within which a word announces what follows: about half a sentence."""
NEAR = 24
"""Characters within which a word such as "order number" says that the next number is none of a person."""


class Found(NamedTuple):
    """A stretch of text that identifies somebody.

    Attributes:
        kind: what it is, a word in small letters such as `email`.
        start, end: character offsets, end exclusive.
    """

    kind: str
    start: int
    end: int


class Recogniser(Protocol):
    """Finds one or several kinds of identifiers. Called from several threads at once."""

    def find(self, page: Page, /) -> Iterable[Found]:
        """Return what is found, in any order; it may overlap."""
        ...


class Page:
    """A text under search.

    Args:
        text: the text.
        language: code of its language, or `und`; some recognisers look at it.
    """

    def __init__(self, text: str, *, language: str = "und") -> None:
        self.text = text
        self.language = language

    @once
    def plain(self) -> str:
        """The text with plain signs for those that only look otherwise, at the same places."""
        return plain(self.text)

    @once
    def folded(self) -> str:
        """The plain text, case-folded; places differ."""
        return self.plain.casefold()

    @once
    def has_digits(self) -> bool:
        """Whether there can be a number at all."""
        return _DIGIT.search(self.text) is not None

    @once
    def has_number(self) -> bool:
        """Whether there can be a number of six digits or more, in one piece or several."""
        return self.has_digits and _SIX_DIGITS.search(self.text) is not None

    def may_hold(self, words: Iterable[str]) -> bool:
        """Return whether one of some case-folded words can stand in the text, whatever its capitals."""
        folded, text = self._folded, self.text
        # These two fold to themselves, but a pattern without regard to capitals takes them for an i.
        return any(word in folded for word in words) or "ı" in text or "İ" in text

    @once
    def _folded(self) -> str:
        return self.text.casefold()

    def announced(self, kind: str, start: int, end: int, *, reach: int = REACH) -> bool:
        """Return whether a word for `kind` stands in the same paragraph, shortly before or right behind a number."""
        place = self._last_before(start, kind)
        if place is not None and start - place <= reach:
            return True
        behind = _BEHIND.match(self.text, end, end + REACH)
        words = behind[0].lower().split() if behind else []
        return any(map(word_list(kind).holds, (*words, *map(" ".join, pairwise(words)))))

    def belied(self, start: int) -> bool:
        """Return whether the words right before a number say that it is an order, a version, a part, an error."""
        if self.text[start - 1 : start] == "#":
            return True
        other = self._last_before(start, "other")
        if other is None or start - other > NEAR or _ENDS.search(self.text, other, start):
            return False
        nearer = max((self._last_before(start, kind) or -1 for kind in ("phone", "identity")), default=-1)
        return nearer <= other

    def _last_before(self, start: int, kind: str) -> int | None:
        """Return where the last word for `kind` before `start` ends, in the paragraph and within reach."""
        first = max(0, start - REACH, self.text.rfind("\n\n", max(0, start - REACH), start))
        words = word_list(kind)
        following: tuple[str, int] | None = None
        for match in reversed(list(_WORD.finditer(self.text, first, start))):
            word = match[0].lower()
            # A word that is cut by the window is none.
            if match.start() == first and first and (self.text[first - 1].isalnum() or self.text[first - 1] == "_"):
                continue
            if words.holds(word) or words.holds(word.rstrip(".:-/")):
                return match.end()
            if following and words.holds(f"{word} {following[0]}"):
                return following[1]
            following = (word, match.end())
        return None


class WordList:
    """Words of one kind; a star at the end of one stands for the rest of a longer word."""

    def __init__(self, words: Iterable[str]) -> None:
        every = tuple(words)
        self._whole = frozenset(word.rstrip("*") for word in every)
        self._beginnings = tuple(word[:-1] for word in every if word.endswith("*"))

    def holds(self, word: str) -> bool:
        """Return whether a word in small letters is in the list."""
        return word in self._whole or word.startswith(self._beginnings)


@cache
def word_list(kind: str) -> WordList:
    """Return a list of `words.yaml`, of all languages: customers mix them, and mail programs do."""
    by_language: Mapping[str, Iterable[str]] = read_data_file(WORDS).data[kind]
    return WordList(word for words in by_language.values() for word in words)
