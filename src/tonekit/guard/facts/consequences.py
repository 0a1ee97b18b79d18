"""What follows from the figures that were given: quantity times price, sums, differences, the end of an appointment."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from decimal import Decimal
from itertools import product

from ...loading.once import once
from ..claims.claim import Claim, Day, Kind
from ..days.calendar import HOURS
from .following_days import DAYS, FollowingDays
from .ground import Ground

FOLLOWING = frozenset[Kind]({"amount", "time", "length", "number"}) | DAYS
"""Kinds of claims that may follow from others."""
_MOST_COUNTED = 100_000
_MOST = 40
"""Figures of a kind that are put together; of a long list nothing more is worked out."""
_LONGEST_HOURS = 12
"""What takes longer has no end on the same day."""
_DAY = 24 * 60
_YOUNGEST = 10
"""Years of somebody's age at least; smaller numbers count too much else."""
_WEEK, _HALF_WEEK = 7, 3
_DAYS_OF_A_YEAR = 365
"""Dates mostly stand without their year: how many days are between them is told as in any year."""
_MOST_DAYS = 100
"""Days between two dates that anybody counts."""
_WHOLE = 100
"""Per cent."""
_HOURS_OF_A_YEAR = Decimal(str(HOURS["year"]))


class Consequences:
    """What follows from given figures, each thing worked out when it is first asked for. Safe to share between threads.

    Args:
        amounts: the amounts of money among the facts that have a form of their own.
        appointed: finds the days among the facts.
    """

    def __init__(
        self, ground: Ground, amounts: Iterable[Decimal], *, appointed: Callable[[], Iterable[Day]] = tuple
    ) -> None:
        self._ground = ground
        self._days = FollowingDays(ground, appointed)
        self._amounts = sorted({each for each in (*amounts, *ground.amounts) if each > 0})[:_MOST]

    @once
    def counts(self) -> frozenset[Decimal]:
        """The given numbers that may count things which have a price."""
        given = self._ground.numbers | self._ground.small
        return frozenset(each for each in given if 1 < each <= _MOST_COUNTED and each == int(each))

    @once
    def derived(self) -> frozenset[Decimal]:
        """What sums, differences and shares make of the amounts."""
        given = self._ground.shares - self._ground.counts
        shares = sorted(each / _WHOLE for each in given if 0 < each < _WHOLE)[:_MOST]
        return frozenset(value for each in self._amounts for value in _from(each, self._amounts, shares))

    @once
    def ends(self) -> frozenset[int]:
        """The minutes of the day at which what begins at a given time ends, and so long before it."""
        keys = self._ground.keys
        named = self._ground.passing.union(keys.get("length", ()))
        lengths = {round(hours * 60) for hours in named if hours <= _LONGEST_HOURS}
        pairs = product(sorted(keys.get("time", ()))[:_MOST], sorted(lengths)[:_MOST], (1, -1))
        return frozenset((start + sign * length) % _DAY for start, length, sign in pairs)

    def hold(self, claim: Claim) -> bool:
        """Return whether a claim follows."""
        if claim.kind in DAYS:
            return self._days.hold(claim)
        if claim.kind == "time":
            return not self.ends.isdisjoint(claim.key)
        if claim.kind == "length":
            return self._is_age(claim.key)
        if claim.kind == "number":
            ends = not self.ends.isdisjoint(minutes for value in claim.key for minutes in _clock(value))
            return ends or not self.derived.isdisjoint(claim.key)
        return claim.kind == "amount" and any(map(self._follows, claim.key))

    def _is_age(self, hours: float) -> bool:
        """Return whether a length is an age that was told without its unit: "I am 75 now"."""
        years, rest = divmod(Decimal(str(hours)), _HOURS_OF_A_YEAR)
        return not rest and years >= _YOUNGEST and years in self._ground.numbers | self._ground.in_words.numbers

    def lies_between(self, hours: float, *, rounded: bool = False) -> bool:
        """Return whether so many days lie between two given dates, or so many weeks and some days.

        Args:
            hours: the length of time.
            rounded: whether it may be a little less.
        """
        days, rest = divmod(hours, HOURS["day"])
        if rest or days > _MOST_DAYS:
            return False
        lowest = -_HALF_WEEK if rounded else 0
        weeks = days % _WEEK == 0
        return days in self._apart or (weeks and any(lowest <= each - days < _WEEK for each in self._apart))

    @once
    def _apart(self) -> frozenset[int]:
        known = [each for each in self._ground.days if each.month and each.day]
        days = sorted({day.timetuple().tm_yday for each in known if (day := each.ordinary())})
        return frozenset((one - other) % _DAYS_OF_A_YEAR for one, other in product(days[:_MOST], days[:_MOST]))

    def _follows(self, value: Decimal) -> bool:
        if value <= 0 or value in self.derived:
            return value > 0
        return self.is_times(value, self.counts & self._ground.numbers)

    def is_times(self, value: Decimal, counts: Container[Decimal] | None = None) -> bool:
        """Return whether a value is a given number of times a given amount; the number may be told in words too."""
        counts = self.counts if counts is None else counts
        return any(value % amount == 0 and value / amount in counts for amount in self._amounts)

    def is_each(self, value: Decimal) -> bool:
        """Return whether a given amount is a given number of times a value: the price of each piece."""
        return any(value * count in self._amounts for count in self.counts)


def _clock(value: Decimal) -> Iterator[int]:
    """Yield the minutes of the day that a number may mean: 4.10 is in the night or behind noon."""
    hour, minute = divmod(value, 1)
    if hour <= _LONGEST_HOURS:
        minutes = int(hour) * 60 + int(minute * _WHOLE)
        yield from (minutes, (minutes + _DAY // 2) % _DAY)


def _from(amount: Decimal, others: Iterable[Decimal], shares: Iterable[Decimal]) -> Iterator[Decimal]:
    """Yield what an amount makes with others, and with shares of it."""
    for other in others:
        yield from (amount + other, amount - other)
    for share in shares:
        yield from (amount * share, amount - amount * share)
