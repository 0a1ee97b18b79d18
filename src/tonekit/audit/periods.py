"""The mails of a pile over time: days, weeks or months, and what changed between its halves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from math import sqrt

from ..evaluation.scores import NORMAL_95, wilson

DAYS_UP_TO, WEEKS_UP_TO = 21, 200
"""Days that a pile may span to be shown by day, and by week; else it is shown by month."""
Z_99 = 2.575829
"""Many series are compared at once, so a change has to be clearer than the usual 95 %."""
STRAY_SHARE, STRAY_GAP = 0.01, 365
"""Up to this share of the mails, so many days away from all others, are slips of the clock and would flatten a plot."""
FEWEST = 30
"""Mails that each half needs before its shares are compared."""


@dataclass(slots=True)
class Period:
    """A day, week or month.

    Attributes:
        name: the day, the Monday of the week, or the month, in ISO 8601.
        counts: series → mails.
    """

    name: str
    counts: Counter[str] = field(default_factory=Counter)

    def share(self, series: str) -> float | None:
        """Return the share of the mails that belong to a series, 0 to 1; None if there are no mails."""
        return self.counts[series] / self.counts["mails"] if self.counts["mails"] else None


@dataclass(frozen=True, slots=True)
class Change:
    """A series in the earlier and the later half of the periods: hits and mails of each."""

    series: str
    before: tuple[int, int]
    after: tuple[int, int]

    @property
    def clear(self) -> bool:
        """Whether the shares differ by more than chance, at 99 %."""
        return min(self.before[1], self.after[1]) >= FEWEST and changed(self.before, self.after, z=Z_99)


def periods(days: Mapping[date, Counter[str]]) -> list[Period]:
    """Return the periods from the first day to the last, in order, those without mails too."""
    kept = days_kept(days)
    if not kept:
        return []
    first, last = kept[0], kept[-1]
    name_of = _naming((last - first).days)
    found = {name: Period(name) for name in dict.fromkeys(name_of(day) for day in _days(first, last))}
    for day in kept:
        found[name_of(day)].counts.update(days[day])
    return list(found.values())


def changes(row: list[Period], series: list[str]) -> list[Change]:
    """Return what has changed from the earlier half of the periods to the later one, in the order of `series`."""
    middle = len(row) // 2
    before, after = (sum((each.counts for each in half), Counter[str]()) for half in (row[:middle], row[middle:]))
    return [Change(name, (before[name], before["mails"]), (after[name], after["mails"])) for name in series if middle]


def days_kept(days: Mapping[date, Counter[str]]) -> list[date]:
    """Return the days on which mails were sent, in order.

    The few at either end that a year or more lies before or behind are left out.
    """
    ordered = sorted(days)
    few = STRAY_SHARE * sum(counts["mails"] for counts in days.values())
    for one, other in pairwise(sorted(days)):
        if (other - one).days >= STRAY_GAP:
            before = sum(days[day]["mails"] for day in ordered if day <= one)
            behind = sum(days[day]["mails"] for day in ordered if day >= other)
            if before <= few:
                ordered = [day for day in ordered if day >= other]
            elif behind <= few:
                return [day for day in ordered if day <= one]
    return ordered


def _naming(span: int) -> Callable[[date], str]:
    if span < DAYS_UP_TO:
        return date.isoformat
    if span < WEEKS_UP_TO:
        return lambda day: (day - timedelta(days=day.weekday())).isoformat()
    return lambda day: f"{day:%Y-%m}"


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def changed(before: tuple[int, int], after: tuple[int, int], *, z: float = NORMAL_95) -> bool:
    """Return whether two shares differ by more than chance: hits and total each (Newcombe 1998, method 10).

    The interval of the difference is made of the Wilson intervals of both shares; it does not hold 0.
    """
    if not before[1] or not after[1]:
        return False
    share_before, share_after = before[0] / before[1], after[0] / after[1]
    (low_before, high_before), (low_after, high_after) = wilson(*before, z=z), wilson(*after, z=z)
    gap = share_after - share_before
    low = gap - sqrt((share_after - low_after) ** 2 + (high_before - share_before) ** 2)
    high = gap + sqrt((high_after - share_after) ** 2 + (share_before - low_before) ** 2)
    return low > 0 or high < 0
