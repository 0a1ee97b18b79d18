"""What follows from the figures that were given: quantity times price, sums, differences, the end of an appointment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from ..once import once
from .calendar import HOURS
from .claim import Claim, Kind
from .ground import Ground

FOLLOWING = frozenset[Kind]({"amount", "time", "length"})
"""Kinds of claims that may follow from others."""
_MOST_COUNTED = 100_000
_MOST = 40
"""Figures of a kind that are put together; of a long list nothing more is worked out."""
_LONGEST_HOURS = 12
"""What takes longer has no end on the same day."""
_DAY = 24 * 60
_WHOLE = 100
"""Per cent."""
_HOURS_OF_A_YEAR = Decimal(str(HOURS["year"]))


class Consequences:
    """What follows from given figures, each thing worked out when it is first asked for. Safe to share between threads.

    Args:
        ground: what was given.
        amounts: the amounts of money among the facts that have a form of their own.
    """

    def __init__(self, ground: Ground, amounts: Iterable[Decimal]) -> None:
        self._ground = ground
        self._amounts = sorted({each for each in (*amounts, *ground.amounts) if each > 0})[:_MOST]

    @once
    def _counts(self) -> frozenset[Decimal]:
        return frozenset(each for each in self._ground.numbers if 1 < each <= _MOST_COUNTED and each == int(each))

    @once
    def _derived(self) -> frozenset[Decimal]:
        given = self._ground.shares - self._ground.counts
        shares = sorted(each / _WHOLE for each in given if 0 < each < _WHOLE)[:_MOST]
        return frozenset(value for each in self._amounts for value in _from(each, self._amounts, shares))

    @once
    def _ends(self) -> frozenset[int]:
        keys = self._ground.keys
        lengths = [round(hours * 60) for hours in keys.get("length", ()) if hours <= _LONGEST_HOURS]
        pairs = product(sorted(keys.get("time", ()))[:_MOST], sorted(lengths)[:_MOST], (1, -1))
        return frozenset((start + sign * length) % _DAY for start, length, sign in pairs)

    def hold(self, claim: Claim) -> bool:
        """Return whether a claim follows."""
        if claim.kind == "time":
            return not self._ends.isdisjoint(claim.key)
        if claim.kind == "length":
            # An age is told with its unit or without: "I am 75 now".
            years, rest = divmod(Decimal(str(claim.key)), _HOURS_OF_A_YEAR)
            return not rest and years in self._ground.numbers
        return claim.kind == "amount" and any(map(self._follows, claim.key))

    def _follows(self, value: Decimal) -> bool:
        if value <= 0 or value in self._derived:
            return value > 0
        return any(value % amount == 0 and value / amount in self._counts for amount in self._amounts)


def _from(amount: Decimal, others: Iterable[Decimal], shares: Iterable[Decimal]) -> Iterator[Decimal]:
    """Yield what an amount makes with others, and with shares of it."""
    for other in others:
        yield from (amount + other, amount - other)
    for share in shares:
        yield from (amount * share, amount - amount * share)
