"""Mails of a CSV file: the first row names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import BinaryIO

from ..errors import MessageSourceError
from .columns import Column, match_columns
from .lines import text_lines
from .mail import BrokenMail, Mail
from .rows import RowReader

_DELIMITERS = ",;\t|"


def csv_mails(
    raw: BinaryIO, *, source: str, columns: Mapping[Column, str], date_format: str | None
) -> Iterator[Mail | BrokenMail]:
    """Yield the mails of a CSV file; comma, semicolon, tab or bar is told from the first line.

    Raises:
        UnknownNameError: the file has no column that was given.
        MessageSourceError: it is empty, or no column holds the text.
    """
    lines = text_lines(raw)
    first = next((line for line in lines if line.strip()), None)
    if first is None:
        raise MessageSourceError("it is empty; the first row has to name the columns", source=source)
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(chain([first], lines), delimiter=delimiter)
    header = [name.strip() for name in next(rows)]
    reader = RowReader(match_columns(header, columns, source=source), date_format)
    while True:
        place = f"line {rows.line_num + 1}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield BrokenMail(place, f"not valid CSV: {error}")
            continue
        if row:
            yield _mail(row, header, reader, place)


def _mail(row: list[str], header: list[str], reader: RowReader, place: str) -> Mail | BrokenMail:
    if len(row) > len(header):
        # Which of the cells is the text, nobody can tell any more.
        return BrokenMail(place, "more cells than the first row has columns")
    return reader.read(dict(zip(header, row, strict=False)), place)
