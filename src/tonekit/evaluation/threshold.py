"""From which probability on an answer is right often enough to be given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEAST_ANSWERS = 20
"""A share of fewer answers says nothing: 9 of 10 right may well be 6 of 10."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A probability below which the answer is the neutral label.

    Attributes:
        below: the probability.
        precision: share of the answers left that are right, 0 to 1.
        answers: how many are left.
        before: how many there were.
    """

    below: float
    precision: float
    answers: int
    before: int


def threshold_for(
    precision: float, right: Sequence[bool], sure: Sequence[float], *, least: float = 0.0
) -> Threshold | None:
    """Return the lowest threshold that leaves answers of which at least `precision` are right; None if none does.

    The neutral label is no answer here: it is what is said instead. Every higher threshold has to do as well, while it
    leaves enough answers to tell, or a lucky stretch would be taken for a rule.

    Args:
        precision: the share that has to be right, 0 to 1.
        right: of each answer, whether it is.
        sure: of each answer, its probability.
        least: the threshold there is.
    """
    ranked = sorted(zip(sure, right, strict=True), reverse=True)
    hits, best = 0, None
    for count, (probability, hit) in enumerate(ranked, start=1):
        hits += hit
        tied = count < len(ranked) and ranked[count][0] == probability
        if tied or count < LEAST_ANSWERS:
            continue
        if hits < precision * count:
            break
        below = least if count == len(ranked) else (probability + ranked[count][0]) / 2
        best = Threshold(max(least, below), hits / count, count, len(ranked))
    return best
