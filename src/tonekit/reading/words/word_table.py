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
from typing import Any, TextIO, cast

from ...analysis import LABELS
from ...errors import DataFileError
from ...loading.once import loaded
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
_Unread = str | tuple[str, str]
"""The page that a row stands on; of two tables both pages, "" where the own one does not have it."""
_READ = {int}
_ROW = r"[^\t\n]++(?:\t++(?:-?(?:\.[0-9]++|[0-9]{1,2}+(?:\.[0-9]++)?+))?+)*+"
"""An entry, and numbers below 100 between tabs: the sums of a long message still fit where rows are packed."""
_ROWS = re.compile(rf"\n(?:{_ROW}\n)*+")
_ENTRIES = re.compile(r"\n([^\t\n]++).*+")
_PAGE = 8192
"""Characters of a table that are kept as one string; a row is found in it in a few microseconds, once."""


class _Both(dict[str, tuple[str, str]]):
    """Page of one table → both pages of an entry that stands on `page` of the other; each pair is kept once."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page

    def __missing__(self, own: str) -> tuple[str, str]:
        both = self[own] = own, self._page
        return both


class WordTable:
    """Word, stem or pair → what it adds to the score of each label. Safe to share between threads.

    Args:
        path: the table; its first line names the columns, `mood.frustrated`. Read when a text first needs it.
        labels: what the columns may be about, and the labels of each in their order.
        before: another table, whose columns come before its own: to find an entry takes longer than to add its row, for
            no cache of a processor holds them all, and most that one table has the other has as well.

    Raises:
        DataFileError: there are no columns, a column is no label, a line has too many cells, a cell is not a number, a
            word stands twice.
    """

    def __init__(
        self,
        path: Path = WORDS,
        labels: Mapping[str, Sequence[str]] = LABELS,
        *,
        before: WordTable | None = None,
    ) -> None:
        self._path = path
        self._labels = labels
        self._before = before
        self._known: dict[str, int] = {}

    @loaded
    def columns(self) -> dict[str, slice]:
        """The columns of each dimension, in the order of its labels."""
        with self._path.open(encoding="utf-8") as file:
            own, _ = self._header(file)
        if self._before is None:
            return own
        start = self._before.width
        return self._before.columns | {name: slice(start + each.start, start + each.stop) for name, each in own.items()}

    @property
    def width(self) -> int:
        """How many columns there are."""
        return _width(self.columns)

    @loaded
    def packing(self) -> Packing:
        """How the rows are packed."""
        return Packing(self.width)

    def entries(self) -> Mapping[str, Row]:
        """Return the whole table."""
        return dict(self.rows_of(self.known()))

    def known(self) -> Iterable[str]:
        """Return the entries of the table, in its order."""
        return self._rows.keys()

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
        rows = list(map(self._rows.get, entries, repeat(0)))
        # One look at all of them: in a process that has read some messages, most rows have been read.
        if set(map(type, rows)) != _READ:
            pairs = zip(entries, rows, strict=True)
            rows = [row if row.__class__ is int else self._pack(entry, cast(_Unread, row)) for entry, row in pairs]
        return cast(list[int], rows)

    def _pack(self, entry: str, page: _Unread) -> int:
        """Return the row of an entry and keep it; a row is read when a text first has it, for most never come up."""
        own, other = page if isinstance(page, tuple) else (page, "")
        units = list(map(self._units, _cells(entry, own)))
        if self._before is not None:
            more = list(map(self._units, _cells(entry, other)))
            units = [*more, *[0] * (self._before.width - len(more)), *units]
        row = self._rows[entry] = self.packing.packed(units)
        return row

    def _units(self, cell: str) -> int:
        """Return the thousandths of a cell. Few differ: they are read once."""
        if cell not in self._known:
            self._known[cell] = round(float(cell or 0) * UNIT)
        return self._known[cell]

    @loaded
    def _rows(self) -> dict[str, int | _Unread]:
        # A row is kept as the page that it stands on: a string for each would take twice the memory of the file.
        table: dict[str, Any] = {}
        for page, entries in self.pages():
            table.update(dict.fromkeys(entries, page))
        for page, entries in self._before.pages() if self._before else ():
            alone, both = ("", page), _Both(page)
            for entry in entries:
                if (own := table.setdefault(entry, alone)) is not alone:
                    table[entry] = both[own]
        return table

    def pages(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the own pages, each with its entries; where nobody has checked the file, every row is."""
        checked = is_checked(self._path)
        seen, rows, wrong = set[str](), 0, False
        with self._path.open(encoding="utf-8") as file:
            columns, first = self._header(file)
            for page in _pages(file):
                entries = _ENTRIES.findall(page)
                yield page, entries
                if not checked:
                    seen.update(entries)
                    rows += len(entries)
                    most = max(map(str.count, page.split("\n"), repeat("\t")))
                    wrong = wrong or most > _width(columns) or not _ROWS.fullmatch(page)
        if wrong or rows > len(seen):
            self._refuse(first, _width(columns))

    def _header(self, file: TextIO) -> tuple[dict[str, slice], int]:
        """Return the columns that the first line names which is not a comment, and the number of the line behind it."""
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


def _width(columns: Mapping[str, slice]) -> int:
    return max((part.stop for part in columns.values()), default=0)


def _cells(entry: str, page: str) -> list[str]:
    """Return the cells of an entry on its page, none where it stands on no page."""
    _, _, behind = page.partition(f"\n{entry}\t")
    return behind.partition("\n")[0].split("\t") if behind else []


def _pages(file: TextIO) -> Iterator[str]:
    """Yield the rest of a file in pages of whole lines, each with the end of the line before it."""
    while page := file.read(_PAGE):
        page = f"\n{page}{file.readline()}"
        yield page if page.endswith("\n") else f"{page}\n"
