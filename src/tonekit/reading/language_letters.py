"""Language by its letters: how likely each letter is after those before it, in each of our own languages.

The table of letter groups is learned from words written for tonekit (benchmarks/fit_letters.py). Every letter of a
word is looked up with as many of the letters before it as the table knows; the differences to the average of the
languages add up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import DataFileError

GROUPS = Path(__file__).with_name("letters.tsv")
LONGEST = 5
"""Letters of a group: the letter itself and up to four before it."""
UNIT = 10
"""The table holds tenths of a natural logarithm."""
START, END = "^", "$"
MOST_WORDS = 60
"""Words looked at; the answer does not change later."""
MOST_LETTERS = 30
"""Letters of a word looked at; what is longer is no word."""

_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, letters only."""
    return _WORD.findall(text.lower())


def letter_groups(word: str, place: int) -> Iterator[str]:
    """Yield the groups that end with letter `place` of the word, or with its end, the longest first."""
    marked = f"{START}{word}{END}"
    for first in range(max(0, place + 2 - LONGEST), place + 2):
        yield marked[first : place + 2]


class LetterModel:
    """Log-probabilities of a text under each language. Safe to share between threads.

    Args:
        path: the table of letter groups.

    Raises:
        DataFileError: the table is not valid.
    """

    def __init__(self, path: Path = GROUPS) -> None:
        lines = path.read_text(encoding="utf-8").splitlines()
        head = [line for line in lines if line.startswith("#")]
        self.codes = tuple(head[-1].lstrip("#").split()) if head else ()
        # The numbers of a group are read when it is met: most never are.
        self._groups = dict(line.split("\t") for line in lines[len(head) :])
        for number, numbers in enumerate(self._groups.values(), start=len(head) + 1):
            if numbers.count(" ") != len(self.codes) - 1:
                raise DataFileError(f"needs {len(self.codes)} numbers", path=path, line=number)

    def log_probabilities(self, text: str) -> tuple[dict[str, float], int]:
        """Return the log-probability by language, relative to their average, and the number of letters known."""
        totals = [0] * len(self.codes)
        known = 0
        for word in words_of(text)[:MOST_WORDS]:
            for place in range(min(len(word), MOST_LETTERS) + 1):
                numbers = next(
                    (found for group in letter_groups(word, place) if (found := self._groups.get(group))), None
                )
                if numbers:
                    known += 1
                    totals = [total + int(number) for total, number in zip(totals, numbers.split(), strict=True)]
        return {code: total / UNIT for code, total in zip(self.codes, totals, strict=True)}, known
