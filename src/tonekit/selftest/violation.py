"""A label that a change has flipped and should not have, and how often that happens."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from .variation import Variation


@dataclass(frozen=True, slots=True)
class Violation:
    """A label that was flipped.

    Attributes:
        message: id of the message.
        change: id of the change.
        dimension: whose label it is.
        before, after: the labels.
        sure_before, sure_after: how sure of them tonekit is, 0 to 1.
        variation: the message and its change, to be shrunk.
        smallest: for people, the smallest part of the change that flips the label; empty until it was sought.
    """

    message: str
    change: str
    dimension: str
    before: str
    after: str
    sure_before: float
    sure_after: float
    variation: Variation
    smallest: str = ""

    @property
    def weight(self) -> float:
        """How striking it is: of the two readings, the confidence of the less sure one."""
        return min(self.sure_before, self.sure_after)


@dataclass(slots=True)
class Scores:
    """How often labels held.

    Attributes:
        messages: how many were tried.
        checks, flips: (change, dimension) → how often it was looked at, and how often the label was flipped.
    """

    messages: int = 0
    checks: Counter[tuple[str, str]] = field(default_factory=Counter)
    flips: Counter[tuple[str, str]] = field(default_factory=Counter)

    def held(self, *, change: str | None = None, dimension: str | None = None) -> float:
        """Return the share of checks whose label held, 0 to 1; 1 where nothing was checked."""

        def total(counts: Counter[tuple[str, str]]) -> int:
            return sum(
                count for (one, other), count in counts.items() if change in (None, one) and dimension in (None, other)
            )

        checks = total(self.checks)
        return 1 - total(self.flips) / checks if checks else 1.0
