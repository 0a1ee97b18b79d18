"""Mails of a CSV file: the first row names the columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import BinaryIO

from ..errors import MessageSourceError
from .columns import Column, match_columns
from .lines import text_lines
from .mail import BrokenMail, Mail
from .rows import RowReader

_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(rf"sep=([{_DELIMITERS}])\s*", re.IGNORECASE)
"""The line in which Excel is told the delimiter, above that of the names."""
OLD_MAC = "its lines end with a carriage return alone, as on old Macs; save it with usual line ends"
NEVER_CLOSED = "a quote is never closed: all rows behind it were taken for one text"


def csv_mails(
    raw: BinaryIO, *, source: str, columns: Mapping[Column, str], date_format: str | None
) -> Iterator[Mail | BrokenMail]:
    """Yield the mails of a CSV file; comma, semicolon, tab or bar is told from the first line.

    Raises:
        UnknownNameError: the file has no column that was given.
        MessageSourceError: it is empty, no column holds the text, or the line of the names is no CSV.
    """
    lines = _Counted(text_lines(raw))
    first, delimiter = _heading(lines, source)
    rows = csv.reader(chain([first], lines), delimiter=delimiter)
    try:
        header = [name.strip() for name in next(rows)]
    except csv.Error as error:
        problem = OLD_MAC if "new-line character" in str(error) else f"the row of the names is no CSV: {error}"
        raise MessageSourceError(problem, source=source) from error
    reader = RowReader(match_columns(header, columns, source=source), date_format)
    while True:
        place = f"line {lines.count + 1}"
        lines.of_row.clear()
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield BrokenMail(place, f"not valid CSV: {error}")
            continue
        if len(lines.of_row) > 1 and _lacks_quote(lines.of_row, delimiter):
            yield BrokenMail(place, NEVER_CLOSED)
        elif row:
            yield _mail(row, header, reader, place)


class _Counted:
    """Lines, counted, and those of the row that is read."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.count = 0
        self.of_row: list[str] = []
        self._lines = lines

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.count += 1
        self.of_row.append(line)
        return line


def _lacks_quote(lines: Sequence[str], delimiter: str) -> bool:
    """Return whether a quote that opens in a row of several lines is not closed where its cell ends."""
    if sum(line.count('"') for line in lines) % 2 == 0:
        return False
    # A cell that no quote opens may hold one: a 24" screen.
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return True
    return False


def _heading(lines: Iterator[str], source: str) -> tuple[str, str]:
    """Return the line of the names and the delimiter."""
    told = None
    for line in lines:
        if separator := _SEPARATOR.fullmatch(line):
            told = separator[1]
        elif line.strip():
            return line, told or max(_DELIMITERS, key=line.count)
    raise MessageSourceError("it is empty; the first row has to name the columns", source=source)


def _mail(row: list[str], header: list[str], reader: RowReader, place: str) -> Mail | BrokenMail:
    if len(row) > len(header):
        # Which of the cells is the text, nobody can tell any more.
        return BrokenMail(place, "more cells than the first row has columns")
    return reader.read(dict(zip(header, row, strict=False)), place)
