"""What single words say to the labels: a table learned from messages written for tonekit.

A cue is a phrase that somebody has thought of; a word of this table stood in messages of one label more often than in
those of others. Cues explain most of a verdict; the words add what no phrase has covered. `vent*` is every word that
starts so: it serves forms and compounds that the table has never met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from ..analysis import LABELS
from ..errors import DataFileError

WORDS = Path(__file__).with_name("words.tsv")
STEMS = (4, 6)
"""Letters of a stem; only longer words have it."""
ANY_ENDING = "*"

Row = tuple[float, ...]
"""Weight by column."""


def entries_of(word: str) -> Iterator[str]:
    """Yield the entries of the table that a word in lower case may have: itself and its stems."""
    yield word
    yield from (word[:length] + ANY_ENDING for length in STEMS if len(word) > length)


class WordTable:
    """Word or stem → what it adds to the score of each label. Safe to share between threads.

    Args:
        path: the table; its first line names the columns, `mood.frustrated`. Read when a text first needs it.

    Raises:
        DataFileError: there are no columns, a column is no label, a line has too many cells, a cell is no number, a
            word stands twice.
    """

    def __init__(self, path: Path = WORDS) -> None:
        self._path = path

    @cached_property
    def columns(self) -> dict[str, slice]:
        """The columns of each dimension, in the order of its labels."""
        return self._read[0]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((part.stop for part in self.columns.values()), default=0)

    def entries(self) -> Mapping[str, Row]:
        """Return the whole table."""
        return self._read[1]

    def rows_of(self, words: Iterable[str]) -> list[tuple[str, Row]]:
        """Return each entry that words in lower case have, once, as the word that it stands for and its row."""
        table, stems = self._read[1], self._stems
        found, seen = list[tuple[str, Row]](), set[str]()
        for word in words:
            if word in table:
                found.append((word, table[word]))
            size = len(word)
            for length, rows in stems:
                if size > length and (stem := word[:length]) in rows and stem not in seen:
                    seen.add(stem)
                    found.append((word, rows[stem]))
        return found

    @cached_property
    def _stems(self) -> list[tuple[int, dict[str, Row]]]:
        rows = {entry[:-1]: row for entry, row in self._read[1].items() if entry.endswith(ANY_ENDING)}
        return [(length, {stem: row for stem, row in rows.items() if len(stem) == length}) for length in STEMS]

    @cached_property
    def _read(self) -> tuple[dict[str, slice], dict[str, Row]]:
        lines = self._path.read_text(encoding="utf-8").splitlines()
        start = next((number for number, line in enumerate(lines) if not line.startswith("#")), None)
        if start is None:
            raise DataFileError("has no line that names the columns", path=self._path, line=len(lines) or 1)
        columns = self._columns(lines[start].split("\t")[1:], start + 1)
        width = sum(part.stop - part.start for part in columns.values())
        table: dict[str, Row] = {}
        number_of: dict[str, float] = {"": 0.0}
        for number, line in enumerate(lines[start + 1 :], start=start + 2):
            entry, *cells = line.split("\t")
            if entry in table or len(cells) > width:
                problem = f"'{entry}' stands here twice" if entry in table else f"more than {width} cells"
                raise DataFileError(problem, path=self._path, line=number)
            try:
                # Few numbers differ: one object stands for all that are equal.
                row = [
                    number_of[cell] if cell in number_of else number_of.setdefault(cell, float(cell)) for cell in cells
                ]
            except ValueError as error:
                raise DataFileError(f"a weight is a number: {error}", path=self._path, line=number) from error
            table[entry] = (*row, *[0.0] * (width - len(row)))
        return columns, table

    def _columns(self, names: list[str], line: int) -> dict[str, slice]:
        columns: dict[str, slice] = {}
        start = 0
        while start < len(names):
            dimension = names[start].partition(".")[0]
            labels = [f"{dimension}.{label}" for label in LABELS.get(dimension, ())]
            end = start + len(labels)
            if not labels or names[start:end] != labels:
                known = ", ".join(LABELS)
                raise DataFileError(
                    f"'{names[start]}' opens no dimension with its labels: {known}", path=self._path, line=line
                )
            columns[dimension] = slice(start, end)
            start = end
        return columns
