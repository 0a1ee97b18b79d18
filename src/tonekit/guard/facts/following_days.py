"""Days that follow from those that were given: the weekday of a date without its year, the day before a visit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import product

from ...loading.once import once
from ..claims.claim import Claim, Day, Kind
from .ground import Ground

DAYS = frozenset[Kind]({"date", "weekday"})
"""Kinds of claims that may follow from given days."""
_MOST = 40
"""Given days that are looked at; of a long list nothing more is worked out."""
_ONE = timedelta(days=1)


class FollowingDays:
    """What follows from given days, worked out when it is first asked for. Safe to share between threads.

    The customer's own days lead to no others: what is asked for is not what is appointed.

    Args:
        appointed: finds the days among the facts, with month and day.
    """

    def __init__(self, ground: Ground, appointed: Callable[[], Iterable[Day]]) -> None:
        self._ground = ground
        self._find = appointed

    def hold(self, claim: Claim) -> bool:
        """Return whether a date or a weekday follows."""
        if claim.kind == "weekday":
            return claim.key in self._weekdays
        return self._has_eve and claim.key.day is not None and any(map(claim.key.meets, self._eves))

    @once
    def _has_eve(self) -> bool:
        return self._ground.in_words.day_before

    @once
    def _weekdays(self) -> frozenset[int]:
        days = [*self._dated, *(self._eves if self._has_eve else ())]
        return frozenset(each for day in days if (each := day.weekday()) is not None)

    @once
    def _appointed(self) -> list[Day]:
        return list(dict.fromkeys(each for each in self._find() if each.month and each.day))[:_MOST]

    @once
    def _dated(self) -> list[Day]:
        """The days among the facts, those without a year in each that another day names."""
        years = sorted({each.year for each in self._ground.days if each.year})[:_MOST]
        pairs = product(self._appointed, years)
        return [Day(day.month, day.day, year) for day, year in pairs if day.year in (None, year)]

    @once
    def _eves(self) -> list[Day]:
        """The days before given ones."""
        eves = [(moment - _ONE, True) for day in self._dated if (moment := day.moment()) and moment > date.min]
        undated = [each for each in self._appointed if not each.year]
        ordinary = [(moment - _ONE, False) for each in undated if (moment := each.ordinary())]
        return [Day(each.month, each.day, each.year if dated else None) for each, dated in (*eves, *ordinary)]
