"""The last days of months that a text names without a figure: "until the end of October", "sista december"."""

from __future__ import annotations

from calendar import monthrange
from functools import lru_cache

from ..claims.claim import Day
from ..wording.claim_words import load_claim_words
from ..wording.words import Words
from .calendar import load_calendar

_LEAP_YEAR = 2028
_DECEMBER = 12


def names_month_end(day: Day, words: Words) -> bool:
    """Return whether a text names a day as the last of its month."""
    if day.month is None or day.day is None or day.day < monthrange(day.year or _LEAP_YEAR, day.month)[1]:
        return False
    said = f" {' '.join(words.forms)} "
    openings, year_ends = _phrases()
    if day.month == _DECEMBER and any(phrase in said for phrase in year_ends):
        return True
    months = [name for name, month in load_calendar().months.items() if month == day.month and name in words.among]
    return any(f"{opening}{name} " in said for name in months for opening in openings)


@lru_cache
def _phrases() -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = load_claim_words()
    return tuple(f" {each} " for each in known.month_ends), tuple(f" {each} " for each in known.year_ends)
