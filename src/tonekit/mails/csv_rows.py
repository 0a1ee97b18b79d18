"""Mails of a CSV file: the first row names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import BinaryIO

from ..errors import MessageSourceError
from ..files.csv_lines import DELIMITERS, NEVER_CLOSED, SEPARATOR, CountedLines, lacks_quote
from .columns import Column, match_columns
from .lines import text_lines
from .mail import BrokenMail, Mail
from .rows import RowReader

OLD_MAC = "its lines end with a carriage return alone, as on old Macs; save it with usual line ends"


def csv_mails(
    raw: BinaryIO, *, source: str, columns: Mapping[Column, str], date_format: str | None
) -> Iterator[Mail | BrokenMail]:
    """Yield the mails of a CSV file; comma, semicolon, tab or bar is told from the first line.

    Raises:
        UnknownNameError: the file has no column that was given.
        MessageSourceError: it is empty, no column holds the text, or the line of the names is not CSV.
    """
    lines = CountedLines(text_lines(raw))
    first, delimiter = _heading(lines, source)
    rows = csv.reader(chain([first], lines), delimiter=delimiter)
    try:
        header = [name.strip() for name in next(rows)]
    except csv.Error as error:
        problem = OLD_MAC if "new-line character" in str(error) else f"the row of names is not valid CSV: {error}"
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
        if len(lines.of_row) > 1 and lacks_quote(lines.of_row, delimiter):
            yield BrokenMail(place, NEVER_CLOSED)
        elif any(map(str.strip, row)):
            yield _mail(row, header, reader, place)


def _heading(lines: Iterator[str], source: str) -> tuple[str, str]:
    """Return the line of the names and the delimiter."""
    told = None
    for line in lines:
        if separator := SEPARATOR.fullmatch(line):
            told = separator[1]
        elif line.strip():
            return line, told or max(DELIMITERS, key=line.count)
    raise MessageSourceError("it is empty; the first row has to name the columns", source=source)


def _mail(row: list[str], header: list[str], reader: RowReader, place: str) -> Mail | BrokenMail:
    if len(row) > len(header):
        # Which of the cells is the text, nobody can tell any more.
        return BrokenMail(place, "more cells than the first row has columns")
    return reader.read(dict(zip(header, row, strict=False)), place)
