"""The probability from which on an answer is right often enough to be given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from ...languages.loading import available_languages
from ..scores import LEAST_ANSWERS, macro_f1
from .material import Material
from .one_head import Outcome

ONE_SIDED_80 = 0.84
"""Standard errors below which a share lies with a probability of one in five."""


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


@dataclass(frozen=True)
class Chosen:
    """The threshold of one dimension.

    Attributes:
        wanted: the precision that was asked for.
        threshold: None if no threshold reaches it; the shipped one stays.
        languages: where it holds.
        macro_f1: on held-out messages, with the neutral label for what is below it.
    """

    wanted: float
    threshold: Threshold | None
    languages: tuple[str, ...]
    macro_f1: float | None = None


def threshold_for(
    precision: float, right: Sequence[bool], sure: Sequence[float], *, least: float = 0.0
) -> Threshold | None:
    """Return the lowest threshold that leaves answers of which at least `precision` are right; None if none does.

    The neutral label is no answer here: it is what is said instead. Every higher threshold has to do as well, while it
    leaves enough answers to tell, or a lucky stretch would be taken for a rule. Right often enough is what is so with a
    probability of 80 %.

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
        if _at_least(hits, count) < precision:
            continue
        below = least if count == len(ranked) else (probability + ranked[count][0]) / 2
        best = Threshold(max(least, below), hits / count, count, len(ranked))
    return best


def _at_least(hits: int, count: int) -> float:
    """Return the lower end of Wilson's interval (1927) for a share."""
    share, square = hits / count, ONE_SIDED_80**2 / count
    spread = ONE_SIDED_80 * sqrt(share * (1 - share) / count + square / (4 * count))
    return (share + square / 2 - spread) / (1 + square)


def threshold_of(material: Material, outcome: Outcome, precision: float) -> Chosen:
    """Return the threshold for what decides in the end: the new weights where they are taken, else the shipped ones."""
    counts = Counter(code for code, single in zip(material.languages, material.distinct, strict=True) if single)
    enough = [code for code in available_languages() if counts[code] >= LEAST_ANSWERS]
    languages = outcome.languages or tuple(enough)
    given, sure = material.given(outcome.scores, outcome.grounded)
    truths = material.truths
    rows = [row for row, code in enumerate(material.languages) if code in languages]
    single = material.distinct
    told = [row for row in rows if single[row] and given[row] != material.head.neutral]
    found = threshold_for(
        precision,
        [given[row] == truths[row] for row in told],
        [sure[row] for row in told],
        least=material.head.unsure_below,
    )
    if found is None:
        return Chosen(precision, None, languages)
    kept = [given[row] if sure[row] >= found.below else material.head.neutral for row in rows]
    return Chosen(precision, found, languages, macro_f1([truths[row] for row in rows], kept))
