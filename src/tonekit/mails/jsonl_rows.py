"""Mails of a JSON Lines file: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from ..errors import MessageSourceError
from .columns import Column, match_columns
from .lines import text_lines
from .mail import BrokenMail, Mail
from .rows import RowReader


def jsonl_mails(
    raw: BinaryIO, *, source: str, columns: Mapping[Column, str], date_format: str | None
) -> Iterator[Mail | BrokenMail]:
    """Yield the mails of a JSON Lines file; which key holds what is told from its first object.

    Raises:
        UnknownNameError: the first object has no key that was given.
        MessageSourceError: there is no object at all, or no key holds the text.
    """
    reader: RowReader | None = None
    for number, line in enumerate(text_lines(raw), start=1):
        if not line.strip():
            continue
        place = f"line {number}"
        row = _row(line)
        if row is None:
            yield BrokenMail(place, "not a JSON object")
            continue
        reader = reader or RowReader(match_columns(row, columns, source=source), date_format)
        yield reader.read(row, place)
    if reader is None:
        raise MessageSourceError("it holds no JSON object; give one a line", source=source)


def _row(line: str) -> dict[str, str] | None:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return {str(key): _cell(value) for key, value in row.items()} if isinstance(row, dict) else None


def _cell(value: Any) -> str:
    """Return a value as the text that a CSV file would hold."""
    if value is None or isinstance(value, dict | list):
        return ""
    return value if isinstance(value, str) else str(value)
