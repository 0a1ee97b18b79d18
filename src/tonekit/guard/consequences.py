"""What follows from the figures that were given: quantity times price, sums, differences, the end of an appointment."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from .claim import Claim
from .ground import Ground

_MOST_COUNTED = 100_000
_LONGEST_HOURS = 12
"""What takes longer has no end on the same day."""
_DAY = 24 * 60
_WHOLE = 100
"""Per cent."""


class Consequences:
    """What follows from given figures. Safe to share between threads.

    Args:
        ground: what was given.
        amounts: the amounts of money among the facts that have a form of their own.
    """

    def __init__(self, ground: Ground, amounts: Iterable[Decimal]) -> None:
        self._amounts = frozenset(each for each in (*amounts, *ground.amounts) if each > 0)
        self._counts = frozenset(each for each in ground.numbers if 1 < each <= _MOST_COUNTED and each == int(each))
        self._shares = frozenset(each / _WHOLE for each in ground.shares - ground.counts if 0 < each < _WHOLE)
        lengths = [round(hours * 60) for hours in ground.keys.get("length", ()) if hours <= _LONGEST_HOURS]
        times = ground.keys.get("time", ())
        self._ends = frozenset(
            (start + sign * length) % _DAY for start in times for length in lengths for sign in (1, -1)
        )

    def hold(self, claim: Claim) -> bool:
        """Return whether a claim follows."""
        if claim.kind == "time":
            return not self._ends.isdisjoint(claim.key)
        return claim.kind == "amount" and any(map(self._follows, claim.key))

    def _follows(self, value: Decimal) -> bool:
        return value > 0 and any(self._from_one(value, amount) for amount in self._amounts)

    def _from_one(self, value: Decimal, amount: Decimal) -> bool:
        if value - amount in self._amounts or value + amount in self._amounts:
            return True
        counted = value % amount == 0 and value / amount in self._counts
        return counted or any(value in (amount * share, amount - amount * share) for share in self._shares)
