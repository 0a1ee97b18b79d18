"""A label that a change flipped although it must not, and how often that happens."""

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
        causes: for people, the terms that pulled from the one label to the other, with that smallest change.
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
    causes: tuple[str, ...] = ()

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
        reasons: (change, dimension, cue) → how often this cue pulled most to the other label.
    """

    messages: int = 0
    checks: Counter[tuple[str, str]] = field(default_factory=Counter)
    flips: Counter[tuple[str, str]] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def changes(self) -> list[str]:
        """Return the changes that had an occasion at all."""
        return list(dict.fromkeys(change for change, _ in self.checks))

    def held(self, *, change: str | None = None, dimension: str | None = None) -> float:
        """Return the share of checks whose label held, 0 to 1; 1 where nothing was checked."""
        places = [place for place in self.checks if change in (None, place[0]) and dimension in (None, place[1])]
        checks = sum(self.checks[place] for place in places)
        return 1 - sum(self.flips[place] for place in places) / checks if checks else 1.0
