"""The lines of a CSV file, and the errors in those of a row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

DELIMITERS = ",;\t|"
"""Comma; semicolon, which spreadsheets write where the comma is the decimal sign; tab; bar."""
SEPARATOR = re.compile(rf"sep=([{DELIMITERS}])\s*", re.IGNORECASE)
"""The line in which Excel is told the delimiter, above that of the names."""
NEVER_CLOSED = "a quote is never closed: all rows after it were taken for one text"


class CountedLines:
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


def lacks_quote(lines: Sequence[str], delimiter: str) -> bool:
    """Return whether a quote that opens in a row of several lines is not closed where its cell ends."""
    if sum(line.count('"') for line in lines) % 2 == 0:
        return False
    # A cell that no quote opens may hold one: a 24" screen.
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return True
    return False
