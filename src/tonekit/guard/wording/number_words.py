"""Numbers in words as one language builds them: "two hundred and fifty", "zweihundertfünfzig", "femogtyve"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from .words import Words

_HUNDRED, _THOUSAND = 100, 1000
MOST_WORDS = 8
"""Words of a number at most, so that a text of nothing but number words takes no longer than any other."""
_LONGEST = 40
"""Letters of a number written as one word, at most."""
_LEAST = 2
"""One is an article in most languages."""
_MARKS = frozenset(".!?…:;")
"""What parts two figures, however few words stand between them: "10.\n3. Yes", "until four. Twenty minutes"."""


class NumberWords:
    """The number words of a language.

    Args:
        numbers: number → its words.
        joints: words between its parts.
    """

    def __init__(self, numbers: Mapping[int, Iterable[str]], joints: Iterable[str]) -> None:
        self._values = {word: number for number, words in numbers.items() for word in words}
        self._joints = frozenset(joints)
        # The longest first, or "six" would match in "sixteen".
        pieces = sorted({*self._values, *self._joints}, key=len, reverse=True)
        self._piece = re.compile("|".join(map(re.escape, pieces)))

    def before(self, forms: Sequence[str], index: int) -> tuple[int, int]:
        """Return the number that stands in words right before a place, and of how many words it is.

        Args:
            forms: words in lower case.
            index: the place.

        Returns:
            Number and count of words; the count is 0 where none stands there.
        """
        parts: list[int] = []
        count = behind_joint = 0
        while count < min(MOST_WORDS, index):
            form = forms[index - count - 1]
            pieces = self._parts(form)
            if not pieces and form not in self._joints:
                break
            parts = pieces + parts
            count += 1
            behind_joint = 0 if pieces else behind_joint + 1
        # A leading joint is not part of the number: "and fifty euros".
        count -= behind_joint
        return (_sum(parts), count) if parts else (0, 0)

    def all_in(self, forms: Sequence[str]) -> frozenset[Decimal]:
        """Return the numbers from two on in a text, each as a whole: "six hundred and forty" is no six hundred."""
        found = set()
        at = len(forms)
        while at > 0:
            value, count = self.before(forms, at)
            if count and value >= _LEAST:
                found.add(Decimal(value).normalize())
            at -= max(count, 1)
        return frozenset(found)

    def _parts(self, form: str) -> list[int]:
        """Return the numbers that a word is composed of, or none if it is not a number."""
        if form in self._values:
            return [self._values[form]]
        pieces = self._piece.findall(form) if len(form) <= _LONGEST else []
        if sum(map(len, pieces)) != len(form):
            return []
        return [self._values[piece] for piece in pieces if piece in self._values]


def _sum(parts: Iterable[int]) -> int:
    """Return the number that its parts form together: 2, 100, 5, 20 form 225."""
    whole = current = 0
    for part in parts:
        if part == _THOUSAND:
            whole, current = whole + max(current, 1) * _THOUSAND, 0
        elif part == _HUNDRED:
            current = max(current, 1) * _HUNDRED
        else:
            current += part
    return whole + current


def is_parted(text: str, start: int, end: int) -> bool:
    """Return whether a sentence or an item ends in what stands between two words of a text.

    A line that is broken to fit a width goes on with a small letter.
    """
    gap = text[start:end]
    return not _MARKS.isdisjoint(gap) or ("\n" in gap and (not gap.isspace() or not text[end : end + 1].islower()))


def first_joined(text: str, words: Words, at: int) -> int:
    """Return the index of the first of the words that may make one number with the one at a place."""
    first = at
    while first > max(0, at - MOST_WORDS) and not is_parted(text, words.spans[first - 1][1], words.spans[first][0]):
        first -= 1
    return first
