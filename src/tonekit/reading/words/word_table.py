"""What words, and two words in a row, say to the labels: a table learned from messages written for tonekit.

A cue is a phrase that somebody has thought of; a word of this table stood in messages of one label more often than in
those of others. Cues explain most of a verdict; the words add what no phrase has covered. `vent*` is every word that
starts so: it serves forms and compounds that the table has never met. `third time` are two words that follow each
other, five letters of each; `0` is any number there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from pathlib import Path
from typing import TextIO, cast

from ...analysis import LABELS
from ...errors import DataFileError
from ...once import loaded
from ..heads.packed_rows import UNIT, Packing
from .checked import is_checked

WORDS = Path(__file__).with_name("words.tsv")
STEMS = (4, 6)
"""Letters of a stem; only longer words have it."""
ANY_ENDING = "*"
NEXT = " "
"""Stands between the two words of a pair."""
LETTERS = 5
"""Letters of each word of a pair."""
ANY_NUMBER = "0"

Place = tuple[int, int]
"""Start and end of a word in the text."""
Row = tuple[float, ...]
"""Weight by column."""
_ROW = r"[^\t\n]++(?:\t++(?:-?(?:\.[0-9]++|[0-9]{1,2}+(?:\.[0-9]++)?+))?+)*+"
"""An entry, and numbers below 100 between tabs: the sums of a long message still fit where rows are packed."""
_ROWS = re.compile(rf"\n(?:{_ROW}\n)*+")
_ENTRIES = re.compile(r"\n([^\t\n]++).*+")
_PAGE = 8192
"""Characters of a table that are kept as one string; a row is found in it in a few microseconds, once."""


class WordTable:
    """Word, stem or pair → what it adds to the score of each label. Safe to share between threads.

    Args:
        path: the table; its first line names the columns, `mood.frustrated`. Read when a text first needs it.
        labels: what the columns may be about, and the labels of each in their order.

    Raises:
        DataFileError: there are no columns, a column is no label, a line has too many cells, a cell is no number, a
            word stands twice.
    """

    def __init__(self, path: Path = WORDS, labels: Mapping[str, Sequence[str]] = LABELS) -> None:
        self._path = path
        self._labels = labels
        self._known: dict[str, int] = {}

    @loaded
    def columns(self) -> dict[str, slice]:
        """The columns of each dimension, in the order of its labels."""
        return self._read[0]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((part.stop for part in self.columns.values()), default=0)

    @loaded
    def packing(self) -> Packing:
        """How the rows are packed."""
        return Packing(self.width)

    def entries(self) -> Mapping[str, Row]:
        """Return the whole table."""
        return dict(self.rows_of(self.known()))

    def known(self) -> Iterable[str]:
        """Return the entries of the table, in its order."""
        return self._read[1].keys()

    def rows_of(self, entries: Iterable[str]) -> list[tuple[str, Row]]:
        """Return those of the entries that the table has, each with its row, in their order."""
        numbers = self.packing.numbers
        entries = list(entries)
        rows = zip(entries, self.packed(entries), strict=True)
        return [(entry, tuple(numbers(row))) for entry, row in rows if row]

    def sums(self, entries: Collection[str]) -> list[float]:
        """Return the sums of the rows of those entries that the table has, by column."""
        return self.packing.numbers(sum(filter(None, self.packed(entries))))

    def packed(self, entries: Collection[str]) -> list[int]:
        """Return the row of each entry as `packing` packs it, or 0 where the table does not have the entry."""
        rows = list(map(self._read[1].get, entries, repeat(0)))
        # One look at all of them: in a process that has read some messages, most rows have been read.
        if str in set(map(type, rows)):
            pairs = zip(entries, rows, strict=True)
            rows = [self._pack(entry, row) if row.__class__ is str else row for entry, row in pairs]
        return cast(list[int], rows)

    def _pack(self, entry: str, page: int | str) -> int:
        """Return the row of an entry and keep it; a row is read when a text first has it, for most never come up."""
        _, _, behind = str(page).partition(f"\n{entry}\t")
        row = self._read[1][entry] = self.packing.packed(map(self._units, behind.partition("\n")[0].split("\t")))
        return row

    def _units(self, cell: str) -> int:
        """Return the thousandths of a cell. Few differ: they are read once."""
        if cell not in self._known:
            self._known[cell] = round(float(cell or 0) * UNIT)
        return self._known[cell]

    @loaded
    def _read(self) -> tuple[dict[str, slice], dict[str, int | str]]:
        # A row is kept as the page that it stands on: a string for each would take twice the memory of the file.
        table: dict[str, int | str] = {}
        checked = is_checked(self._path)
        with self._path.open(encoding="utf-8") as file:
            columns, first = self._header(file)
            width, rows, wrong = max((part.stop for part in columns.values()), default=0), 0, False
            for page in _pages(file):
                entries = _ENTRIES.findall(page)
                table.update(dict.fromkeys(entries, page))
                rows += len(entries)
                if checked:
                    continue
                most = max(map(str.count, page.split("\n"), repeat("\t")))
                wrong = wrong or most > width or not _ROWS.fullmatch(page)
        if wrong or rows > len(table):
            self._refuse(first, width)
        return columns, table

    def _header(self, file: TextIO) -> tuple[dict[str, slice], int]:
        """Return the columns that the first line names which is no comment, and the number of the line behind it."""
        number = 0
        for number, line in enumerate(iter(file.readline, ""), start=1):
            if not line.startswith("#"):
                return self._columns(line.rstrip("\n").split("\t")[1:], number), number + 1
        raise DataFileError("has no line that names the columns", path=self._path, line=number or 1)

    def _refuse(self, first: int, width: int) -> None:
        """Raise the error for the first row that cannot be meant."""
        seen = set[str]()
        rows = self._path.read_text(encoding="utf-8").splitlines()[first - 1 :]
        for line, row in enumerate(rows, start=first):
            entry = row.partition("\t")[0]
            if entry in seen:
                problem = f"'{entry}' stands here twice"
            elif row.count("\t") > width:
                problem = f"'{entry}' has more than {width} cells"
            elif not re.fullmatch(_ROW, row):
                problem = f"'{row[:60]}' needs a word, and numbers below 100 between tabs behind it"
            else:
                seen.add(entry)
                continue
            raise DataFileError(problem, path=self._path, line=line)

    def _columns(self, names: list[str], line: int) -> dict[str, slice]:
        columns: dict[str, slice] = {}
        start = 0
        while start < len(names):
            dimension = names[start].partition(".")[0]
            labels = [f"{dimension}.{label}" for label in self._labels.get(dimension, ())]
            end = start + len(labels)
            if not labels or names[start:end] != labels:
                known = ", ".join(self._labels)
                raise DataFileError(
                    f"'{names[start]}' opens no dimension with its labels: {known}", path=self._path, line=line
                )
            columns[dimension] = slice(start, end)
            start = end
        return columns


def _pages(file: TextIO) -> Iterator[str]:
    """Yield the rest of a file in pages of whole lines, each with the end of the line before it."""
    while page := file.read(_PAGE):
        page = f"\n{page}{file.readline()}"
        yield page if page.endswith("\n") else f"{page}\n"
