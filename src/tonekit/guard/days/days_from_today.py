"""Which dates a day that is counted from today may be, where it is known what day it is: "tomorrow" is one of them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date, timedelta

from ..claims.claim import Claim, Day
from .calendar import HOURS

_DAYS_OF_A_WEEK = 7
_LATEST = date.max - timedelta(days=100)
"""Days from which the months to come cannot be counted any more."""
_FARTHEST = 366
"""Days from today that anybody counts in days."""
Dates = tuple[date, date]
"""The first and the last of them."""


def _days_on(days: int) -> Callable[[date], Dates]:
    return lambda today: (today + timedelta(days=days),) * 2


def _this_week(today: date) -> Dates:
    return today, today + timedelta(days=_DAYS_OF_A_WEEK - 1 - today.weekday())


def _next_week(today: date) -> Dates:
    monday = today + timedelta(days=_DAYS_OF_A_WEEK - today.weekday())
    return monday, monday + timedelta(days=_DAYS_OF_A_WEEK - 1)


def _next_month(today: date) -> Dates:
    # The end of this month goes by the same name: "by the end of the month".
    behind = today.year * 12 + today.month + 1
    return today, date(behind // 12, behind % 12 + 1, 1) - timedelta(days=1)


_DATES: Mapping[str, Callable[[date], Dates]] = {
    "end_of_day": _days_on(0),
    "this_afternoon": _days_on(0),
    "tomorrow": _days_on(1),
    "day_after_tomorrow": _days_on(2),
    "this_week": _this_week,
    "next_week": _next_week,
    "next_month": _next_month,
}
"""Name of a day or a time to come, as claims know it → the dates that it may be."""


def dates_of(claim: Claim, today: date | None) -> Dates | None:
    """Return the first and the last date that a claim may mean; None if it counts from no day that is known.

    Args:
        claim: a day by its name, a "today", or a length of whole days.
    """
    if today is None or today > _LATEST:
        return None
    if claim.kind == "today":
        return today, today
    if claim.kind == "length":
        days, rest = divmod(claim.key, HOURS["day"])
        return None if rest or not 0 < days <= _FARTHEST else _days_on(int(days))(today)
    named = _DATES.get(claim.key) if claim.kind == "day" else None
    return named(today) if named else None


def counts_to(claim: Claim, days: Iterable[Day], today: date | None, *, alone: bool = False) -> bool:
    """Return whether a claim, counted from today, may mean one of some dates; a date without its year lies ahead.

    Args:
        alone: whether it has to mean a single day, as "tomorrow" does and "next week" does not.
    """
    dates = dates_of(claim, today)
    if dates is None or (alone and dates[0] != dates[1]):
        return False
    return any(_lies_among(day, *dates) for day in days)


def is_the_day(claim: Claim, days: Iterable[Day], weekdays: Container[int], today: date) -> bool:
    """Return whether a claim, counted from today, may mean a given day, told by its date or by its weekday.

    Args:
        weekdays: the weekdays that were given for a time to come, 0 (Monday) to 6.
    """
    if claim.kind == "weekday":
        return any(nearest(day, today).weekday() == claim.key for day in days)
    return counts_to(claim, days, today) or _falls_on(claim, weekdays, today)


def nearest(day: Day, today: date | None) -> Day:
    """Return a day in the year in which it is nearest to today; as it is where its year is known, or today is not."""
    if today is None or day.year:
        return day
    days = (Day(day.month, day.day, today.year + years) for years in (-1, 0, 1))
    dated = [(abs(moment - today), each) for each in days if (moment := each.moment())]
    return min(dated)[1] if dated else day


def _falls_on(claim: Claim, weekdays: Container[int], today: date) -> bool:
    dates = dates_of(claim, today)
    if dates is None or dates[0] != dates[1]:
        return False
    return 0 <= (dates[0] - today).days < _DAYS_OF_A_WEEK and dates[0].weekday() in weekdays


def _lies_among(day: Day, first: date, last: date) -> bool:
    if day.month is None or day.day is None:
        return False
    years = (day.year,) if day.year else (first.year, last.year)
    moments = (Day(day.month, day.day, year).moment() for year in years)
    return any(first <= moment <= last for moment in moments if moment is not None)
