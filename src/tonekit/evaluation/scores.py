"""Scores of classifications: pure functions of what was wanted, what was answered and how sure the answer was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

BINS = 10
"""Equal bins of confidence; the usual number."""
LEAST_ANSWERS = 20
"""A share of fewer answers says nothing: 9 of 10 right may well be 6 of 10."""
NORMAL_95 = 1.959963984540054
"""Two-sided 95 % point of the normal distribution."""


def macro_f1(wanted: Sequence[str], given: Sequence[str]) -> float:
    """Return the mean F1 over the classes that occur in `wanted`, 0 to 1."""
    hits = Counter(truth for truth, answer in zip(wanted, given, strict=True) if truth == answer)
    there, named = Counter(wanted), Counter(given)
    return sum(_f1(hits[label], named[label], there[label]) for label in sorted(there)) / len(there)


def f1(wanted: Sequence[str], given: Sequence[str], label: str) -> float:
    """Return the harmonic mean of precision and recall of one class, 0 to 1."""
    hits = sum(a == b == label for a, b in zip(wanted, given, strict=True))
    return _f1(hits, given.count(label), wanted.count(label))


def _f1(hits: int, named: int, there: int) -> float:
    return 2 * hits / (named + there) if named + there else 0.0


def precision(wanted: Sequence[str], given: Sequence[str], label: str) -> float:
    """Return the share of a label's answers that are right, 0 to 1; 0 where it is never answered."""
    return recall(given, wanted, label)


def recall(wanted: Sequence[str], given: Sequence[str], label: str) -> float:
    """Return the share of a class that was found, 0 to 1."""
    there = [answer for truth, answer in zip(wanted, given, strict=True) if truth == label]
    return sum(answer == label for answer in there) / len(there) if there else 0.0


def accuracy(wanted: Sequence[str], given: Sequence[str]) -> float:
    """Return the share of right answers, 0 to 1."""
    return sum(a == b for a, b in zip(wanted, given, strict=True)) / len(wanted)


def majority_macro_f1(wanted: Sequence[str]) -> float:
    """Return the macro-F1 of always answering the commonest class."""
    commonest = Counter(wanted).most_common(1)[0][0]
    return macro_f1(wanted, [commonest] * len(wanted))


def confusion(wanted: Sequence[str], given: Sequence[str]) -> Counter[tuple[str, str]]:
    """Return how often each truth was answered how."""
    return Counter(zip(wanted, given, strict=True))


def wilson(hits: float, total: float, *, z: float = NORMAL_95) -> tuple[float, float]:
    """Return the interval of a share, 0 to 1, by Wilson's score (Wilson 1927); it holds for small counts too.

    Args:
        hits, total: what the share is of; no whole numbers where answers count in part.
        z: two-sided point of the normal distribution, for 95 % by default.
    """
    if not total:
        return 0.0, 1.0
    share, square = hits / total, z**2
    centre = share + square / (2 * total)
    spread = z * ((share * (1 - share) + square / (4 * total)) / total) ** 0.5
    low, high = ((centre + sign * spread) / (1 + square / total) for sign in (-1, 1))
    # Rounding must not push the interval past the share that it is of.
    return max(0.0, min(low, share)), min(1.0, max(high, share))


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of like confidence.

    Attributes:
        low, high: the confidence that the bin spans, 0 to 1.
        n: how many answers.
        hits: how many of them are right.
        confidence: their mean confidence.
    """

    low: float
    high: float
    n: int
    hits: int
    confidence: float


def reliability(right: Sequence[bool], confidence: Sequence[float]) -> tuple[Bin, ...]:
    """Return the bins of confidence that hold answers, in order: the table behind a reliability diagram."""
    sums: dict[int, tuple[int, int, float]] = {}
    for hit, sure in zip(right, confidence, strict=True):
        place = min(int(sure * BINS), BINS - 1)
        n, hits, total = sums.get(place, (0, 0, 0.0))
        sums[place] = n + 1, hits + hit, total + sure
    return tuple(
        Bin(place / BINS, (place + 1) / BINS, n, hits, total / n) for place, (n, hits, total) in sorted(sums.items())
    )


def calibration_error(right: Sequence[bool], confidence: Sequence[float]) -> float:
    """Return the expected calibration error: mean |accuracy − confidence| over equal bins (Naeini et al. 2015)."""
    found = reliability(right, confidence)
    return sum(abs(each.hits - each.n * each.confidence) for each in found) / len(right) if right else 0.0


@dataclass(frozen=True, slots=True)
class Cut:
    """What is answered and how well, if only answers of at least some confidence count.

    Attributes:
        confidence: the least confidence, 0 to 1.
        answered: how many answers have it.
        hits: how many of these are right.
    """

    confidence: float
    answered: int
    hits: int


def cuts(right: Sequence[bool], confidence: Sequence[float]) -> Iterator[Cut]:
    """Yield a cut at every confidence that occurs, the highest first; answers of one confidence go together."""
    ranked = sorted(zip(confidence, right, strict=True), key=lambda pair: -pair[0])
    answered = hits = 0
    for sure, group in groupby(ranked, key=lambda pair: pair[0]):
        outcomes = [hit for _, hit in group]
        answered, hits = answered + len(outcomes), hits + sum(outcomes)
        yield Cut(sure, answered, hits)


def cut_at(
    right: Sequence[bool], confidence: Sequence[float], *, precision: float = 0.9, least: int = LEAST_ANSWERS
) -> Cut | None:
    """Return the cut with most answers of which at least the share `precision` is right; None if there is none.

    Args:
        right: of each answer, whether it is.
        confidence: of each answer, how sure it is.
        precision: the share that has to be right, 0 to 1.
        least: how many answers there have to be for their share to say something.
    """
    good = [each for each in cuts(right, confidence) if each.answered >= least]
    good = [each for each in good if each.hits >= precision * each.answered]
    return good[-1] if good else None


def coverage(
    right: Sequence[bool], confidence: Sequence[float], *, precision: float = 0.9, least: int = LEAST_ANSWERS
) -> float:
    """Return the largest share of answers, the surest first, of which at least `precision` are right, 0 to 1."""
    found = cut_at(right, confidence, precision=precision, least=least)
    return found.answered / len(right) if found else 0.0
