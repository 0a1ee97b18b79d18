"""What follows from the figures that were given: quantity times price, sums, differences, the end of an appointment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from .claim import Claim
from .ground import Ground

_MOST_COUNTED = 100_000
_MOST = 40
"""Figures of a kind that are put together; of a long list nothing more is worked out."""
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
        self._amounts = sorted({each for each in (*amounts, *ground.amounts) if each > 0})[:_MOST]
        self._counts = frozenset(each for each in ground.numbers if 1 < each <= _MOST_COUNTED and each == int(each))
        shares = sorted(each / _WHOLE for each in ground.shares - ground.counts if 0 < each < _WHOLE)[:_MOST]
        self._derived = frozenset(value for each in self._amounts for value in _from(each, self._amounts, shares))
        lengths = [round(hours * 60) for hours in ground.keys.get("length", ()) if hours <= _LONGEST_HOURS]
        pairs = product(sorted(ground.keys.get("time", ()))[:_MOST], sorted(lengths)[:_MOST], (1, -1))
        self._ends = frozenset((start + sign * length) % _DAY for start, length, sign in pairs)

    def hold(self, claim: Claim) -> bool:
        """Return whether a claim follows."""
        if claim.kind == "time":
            return not self._ends.isdisjoint(claim.key)
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
