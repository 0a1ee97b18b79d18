"""From the scores of a head to its verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from typing import Any, NamedTuple

from ...analysis import Evidence, SentimentVerdict, Verdict
from ..feature import Features
from .additive_heads import Locate, cautious
from .seats import Seat


class _Grounds(NamedTuple):
    """What a verdict was decided on; it makes what most callers never read."""

    seat: Seat
    sums: list[float]
    raised: list[float]
    total: float
    features: Features
    leaning: str
    locate: Locate

    def get(self, name: str, /) -> Callable[[], Any] | None:
        """Return what makes a late field of the verdict; three functions would take longer than the decision."""
        made: Callable[[], Any] | None = getattr(self, name, None)
        return made

    def probabilities(self) -> dict[str, float]:
        """Return the probability of each label."""
        return _shares(self.seat.labels, self.raised, self.total)

    def scores(self) -> dict[str, float]:
        """Return the sum of the evidence for each label."""
        return dict(zip(self.seat.labels, self.sums, strict=True))

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the terms of the sums."""
        return self.seat.head.evidence(self.features, self.leaning, self.locate)


def judged(seat: Seat, scores: list[float], features: Features, locate: Locate, *, grounded: bool) -> Verdict:
    """Return the verdict of one head; what most callers never read, its probabilities among it, is made when read."""
    labels = seat.labels
    highest = max(scores)
    raised = [exp(score - highest) for score in scores]
    total = sum(raised)
    given = best = scores.index(highest)
    leaning = labels[best]
    # Neutral by a hair is as uncertain as any other label by a hair.
    if doubtful := not grounded or raised[best] / total < seat.unsure_below:
        given = seat.neutral
    elif leaning in seat.cautions:
        given = labels.index(cautious(leaning, _shares(labels, raised, total), seat.cautions[leaning]))
    fields: dict[str, Any] = {
        "label": labels[given],
        "confidence": raised[given] / total,
        "leaning": leaning,
        "unsure": doubtful or given != best,
    }
    grounds = _Grounds(seat, scores, raised, total, features, leaning, locate)
    if seat.head.dimension != "sentiment":
        return Verdict.made(grounds, fields)
    shares = _shares(labels, raised, total)
    fields["score"] = max(-1.0, min(1.0, shares["positive"] - shares["negative"]))
    return SentimentVerdict.made(grounds, fields)


def _shares(labels: Sequence[str], raised: Sequence[float], total: float) -> dict[str, float]:
    return {label: value / total for label, value in zip(labels, raised, strict=True)}
