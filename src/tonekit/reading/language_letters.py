"""Language by its letters: how likely each letter is after those before it, in each of our own languages.

The table of letter groups is learned from words written for tonekit (benchmarks/fit_letters.py). Every letter of a
word is looked up with as many of the letters before it as the table knows; the differences to the average of the
languages add up.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from ..errors import DataFileError

GROUPS = Path(__file__).with_name("letters.tsv")
LONGEST = 5
"""Letters of a group: the letter itself and up to four before it."""
UNIT = 5
"""The table holds fifths of a natural logarithm …"""
ZERO = ord("P")
"""… each as one sign: P is 0, Q 0.2, O −0.2. A table of signs is half as large and needs no parsing."""
FURTHEST = 45
"""The signs reach from # to }, so a group counts 9 at the most for or against a language."""
START, END = "^", "$"
MOST_WORDS = 40
"""Words looked at; the answer does not change later."""
MOST_LETTERS = 30
"""Letters of a word looked at; what is longer is no word."""

_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, letters only."""
    return _WORD.findall(text.lower())


class LetterModel:
    """Log-probabilities of a text under each language. Safe to share between threads.

    Args:
        path: the table of letter groups.

    Raises:
        DataFileError: the table is not valid; said when it is first needed.
    """

    def __init__(self, path: Path = GROUPS) -> None:
        self._path = path
        head = _head(path)
        self.codes = tuple(head[-1].lstrip("#").split()) if head else ()
        self._lines_of_head = len(head)

    @cached_property
    def _groups(self) -> dict[str, bytes]:
        # Read with the first text that its small words leave open: most tell by them, and need no table.
        groups: dict[str, bytes] = {}
        lines = self._path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines[self._lines_of_head :], start=self._lines_of_head + 1):
            group, _, signs = line.partition("\t")
            if len(signs) != len(self.codes):
                raise DataFileError(f"needs {len(self.codes)} signs behind a tab", path=self._path, line=number)
            groups[group] = signs.encode("ascii")
        return groups

    def log_probabilities(self, text: str) -> tuple[dict[str, float], int]:
        """Return the log-probability by language, relative to their average, and the number of letters known."""
        found: list[bytes] = []
        find = self._groups.get
        for word in words_of(text)[:MOST_WORDS]:
            marked = f"{START}{word[:MOST_LETTERS]}{END}"
            for end in range(2, len(marked) + 1):
                for first in range(max(0, end - LONGEST), end):
                    if signs := find(marked[first:end]):
                        found.append(signs)
                        break
        known = len(found)
        totals = map(sum, zip(*found, strict=True)) if found else [0] * len(self.codes)
        return {code: (total - ZERO * known) / UNIT for code, total in zip(self.codes, totals, strict=True)}, known


def _head(path: Path) -> list[str]:
    """Return the lines of comment at the top of a table; the last of them names the languages."""
    with path.open(encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in takewhile(lambda line: line.startswith("#"), lines)]
