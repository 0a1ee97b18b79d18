"""Read the cells of an export: dates, times, yes and no."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from .columns import column_names, words_of

_FORMATS = ("%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%Y/%m/%d", "%Y%m%d", "%d-%m-%Y", "%d %B %Y", "%B %d, %Y")
"""Tried in this order where a date is not ISO 8601: with points and slashes the day stands first, as in Europe."""
_DAY_ALONE = re.compile(r"[\s,]+\d{1,2}[:.]\d{2}.*$|T\d{2}:.*$")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
# A number of more digits is not a time, and one of thousands Python refuses to read.
_CLOCK = re.compile(r"(\d{1,9}):(\d{1,2})(?::(\d{1,2}))?")
_NUMBER = re.compile(r"(\d{1,9}(?:[.,]\d+)?)\s*(s|sec|m|min|h|std|t)?\b.{0,12}")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
"""Years outside are slips or placeholders (0001, 1970, 9999): no helpdesk has mails of them."""
_IN_MINUTES = {"s": 1 / 60, "sec": 1 / 60, "h": 60.0, "std": 60.0, "t": 60.0}


def read_day(cell: str, *, form: str | None = None) -> date | None:
    """Return the day that a cell names, or None if it cannot be read.

    Args:
        cell: ISO 8601, the date of a mail (RFC 5322), seconds or milliseconds since 1970, or a usual way of writing.
        form: how dates are written, in the signs of `strptime`; then no other way is tried.
    """
    day = _by_format(cell.strip(), form) if form else _usual_day(cell.strip())
    return day if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _usual_day(cell: str) -> date | None:
    try:
        return datetime.fromisoformat(cell).date()
    except ValueError:
        pass
    if epoch := _EPOCH.fullmatch(cell):
        return datetime.fromtimestamp(int(epoch[1]), UTC).date()
    alone = _DAY_ALONE.sub("", cell)
    return next((day for form in _FORMATS if (day := _by_format(alone, form))), None) or _mail_day(cell)


def _mail_day(cell: str) -> date | None:
    try:
        return parsedate_to_datetime(cell).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _by_format(cell: str, form: str) -> date | None:
    try:
        return datetime.strptime(cell, form).date()  # noqa: DTZ007 - only the day is wanted: no time zone is needed
    except ValueError:
        return None


def read_minutes(cell: str, *, column: str) -> float | None:
    """Return the minutes that a cell names, or None: `12`, `12,5`, `90 s`, `0:12`, `00:12:30`.

    A number without a unit is in minutes, unless the name of its column says seconds or hours.
    """
    text = cell.strip().lower()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 60 + minutes + seconds / 60
    number = _NUMBER.fullmatch(text)
    if number is None:
        return None
    return float(number[1].replace(",", ".")) * (_IN_MINUTES.get(number[2], 1.0) if number[2] else _unit(column))


def _unit(column: str) -> float:
    words = set(words_of(column))
    if words & column_names().units["seconds"]:
        return 1 / 60
    return 60.0 if words & column_names().units["hours"] else 1.0


def read_yes(cell: str) -> bool | None:
    """Return whether a cell says yes or no, None if it says neither."""
    word = cell.strip().casefold()
    names = column_names()
    return True if word in names.yes else False if word in names.no else None
