"""Language by its letters: how likely each letter is after those before it, in each of our own languages.

The table of letter groups is learned from words written for tonekit (benchmarks/fit_letters.py). Every letter of a
word is looked up with as many of the letters before it as the table knows; the differences to the average of the
languages add up.
"""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from ...errors import DataFileError
from ...foreign_text.letter_runs import LETTER_RUN
from ...loading.once import loaded

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
"""Letters of a word looked at; what is longer is not a word."""
WHOLE = 0.4
"""What a letter known behind all that stands before it counts beside its share: in our own languages most are."""
_MOST_READ = 2000
"""Words whose letters are kept, then they are forgotten and kept anew; as many as `words/said.py` keeps."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, letters only."""
    return LETTER_RUN.findall(text.lower())


class LetterReading(NamedTuple):
    """What the letters of a text tell.

    Attributes:
        logs: log-probability by language, relative to their average.
        known: the number of letters that the table knows.
        familiarity: how much of what stands before each letter the table knows as well, on average: 0 where it knows
            no letter, 1.4 at most. Words of our own languages have 1.1 to 1.3, those of others mostly less than 1.
        words: the number of words looked at.
    """

    logs: dict[str, float]
    known: int
    familiarity: float
    words: int

    @property
    def lead(self) -> float:
        """Return how much a letter speaks for the likeliest language on average, in log-probability."""
        return max(self.logs.values(), default=0.0) / max(1, self.known)


class _WordReading(NamedTuple):
    """What the letters of a word tell: sums of their signs by language, how many are known, how much is familiar."""

    totals: tuple[int, ...]
    known: int
    familiar: float


class LetterModel:
    """Log-probabilities of a text under each language. Safe to share between threads.

    Raises:
        DataFileError: the table of letter groups is not valid; said when it is first needed.
    """

    def __init__(self) -> None:
        head = _head(GROUPS)
        self.codes = tuple(head[-1].lstrip("#").split()) if head else ()
        self._lines_of_head = len(head)
        self._words: dict[str, _WordReading] = {}

    @loaded
    def _groups(self) -> dict[str, bytes]:
        # Read with the first text that its small words leave open: most tell by them, and need no table.
        groups: dict[str, bytes] = {}
        lines = GROUPS.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines[self._lines_of_head :], start=self._lines_of_head + 1):
            group, _, signs = line.partition("\t")
            if len(signs) != len(self.codes):
                raise DataFileError(f"needs {len(self.codes)} signs behind a tab", path=GROUPS, line=number)
            groups[group] = signs.encode("ascii")
        return groups

    def read(self, text: str) -> LetterReading:
        """Return how the letters of a text read in each language, and how much of them is known at all."""
        found: list[tuple[int, ...]] = []
        known, familiar, letters = 0, 0.0, 0
        words = LETTER_RUN.findall(text)[:MOST_WORDS]
        for word in words:
            lower = word[:MOST_LETTERS].lower()
            read = self._words.get(lower) or self._read_anew(lower)
            if read.known:
                found.append(read.totals)
                known += read.known
            # A name from elsewhere, such as Nguyễn, says nothing of the language of the rest.
            if read.known == len(lower) + 1 or not word[0].isupper():
                letters += len(lower) + 1
                familiar += read.familiar
        totals = map(sum, zip(*found, strict=True)) if found else [0] * len(self.codes)
        logs = {code: (total - ZERO * known) / UNIT for code, total in zip(self.codes, totals, strict=True)}
        return LetterReading(logs, known, familiar / letters if letters else 0.0, len(words))

    def _read_anew(self, word: str) -> _WordReading:
        """Return what the letters of a word in lower case tell, and keep it: the words of messages come again."""
        marked = f"{START}{word}{END}"
        signs: list[bytes] = []
        familiar = 0.0
        find = self._groups.get
        for end in range(2, len(marked) + 1):
            possible = min(LONGEST, end)
            for length in range(possible, 0, -1):
                if found := find(marked[end - length : end]):
                    signs.append(found)
                    familiar += length / possible + (WHOLE if length == possible else 0.0)
                    break
        if len(self._words) >= _MOST_READ:
            self._words.clear()
        totals = tuple(map(sum, zip(*signs, strict=True)))
        read = self._words[word] = _WordReading(totals, len(signs), familiar)
        return read


def _head(path: Path) -> list[str]:
    """Return the lines of comment at the top of a table; the last of them names the languages."""
    with path.open(encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in takewhile(lambda line: line.startswith("#"), lines)]
