"""From the scores of a head to its verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import exp
from typing import Any

from ...analysis import SentimentVerdict, Verdict
from ..feature import Features
from .additive_heads import Locate, cautious
from .seats import Seat


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
    makers: dict[str, Callable[[], Any]] = {
        "probabilities": partial(_shares, labels, raised, total),
        "scores": partial(_by_label, labels, scores),
        "evidence": partial(seat.head.evidence, features, leaning, locate),
    }
    if seat.head.dimension != "sentiment":
        return Verdict.made(makers, fields)
    shares = _shares(labels, raised, total)
    fields["score"] = max(-1.0, min(1.0, shares["positive"] - shares["negative"]))
    return SentimentVerdict.made(makers, fields)


def _shares(labels: Sequence[str], raised: Sequence[float], total: float) -> dict[str, float]:
    return {label: value / total for label, value in zip(labels, raised, strict=True)}


def _by_label(labels: Sequence[str], scores: Sequence[float]) -> dict[str, float]:
    return dict(zip(labels, scores, strict=True))
