"""The words of a text: their forms at once, their positions only when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from ...foreign_text.letter_runs import LETTER_RUN
from ...loading.once import once

_WORD = re.compile(r"[^\W_]++(?:['.][^\W_]++)*+")
_BEHIND_DIGITS = ":"
"""Of the signs that begin a word, 0 to 9 alone sort before this one."""


class Word(NamedTuple):
    """A word of a text: lower case with plain apostrophes, and where it stands."""

    form: str
    start: int
    end: int


class Words(Sequence[Word]):
    """The words of a text, in order. Most checks need only the forms, and positions are slower to find.

    Attributes:
        forms: the words in lower case with plain apostrophes.
    """

    def __init__(self, text: str) -> None:
        self._plain = text.replace("’", "'")
        lowered = self._plain.lower()
        if len(lowered) == len(text):
            self._plain = lowered
            self.forms: list[str] = _WORD.findall(lowered)
        else:
            # A few letters grow in lower case (İ); then each word is lowered separately.
            self.forms = [form.lower() for form in _WORD.findall(self._plain)]

    @once
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each word."""
        return [match.span() for match in _WORD.finditer(self._plain)]

    @once
    def among(self) -> frozenset[str]:
        """The set of words, which tells at once whether a text contains any word of a list."""
        return frozenset(self.forms)

    @once
    def numbered(self) -> list[int]:
        """Which words begin with a digit, by their index."""
        return [index for index, form in enumerate(self.forms) if form < _BEHIND_DIGITS]

    @once
    def letters(self) -> frozenset[str]:
        """Every row of letters once, as `mail_furniture.words_of` cuts them: "49kr" holds "kr"."""
        mixed = [form for form in self.among if not form.isalpha()]
        return self.among.union(LETTER_RUN.findall(" ".join(mixed))) if mixed else self.among

    def __len__(self) -> int:
        return len(self.forms)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> list[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | list[Word]:
        if isinstance(index, slice):
            pairs = zip(self.forms[index], self.spans[index], strict=True)
            return [Word(form, start, end) for form, (start, end) in pairs]
        return Word(self.forms[index], *self.spans[index])

    def __iter__(self) -> Iterator[Word]:
        return iter(self[:])


def words_of(text: str) -> Words:
    """Return the words of a text."""
    return Words(text)
