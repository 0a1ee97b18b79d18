"""Scores of classifications: pure functions of what was wanted, what was answered and how sure the answer was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def macro_f1(wanted: Sequence[str], given: Sequence[str]) -> float:
    """Return the mean F1 over the classes that occur in `wanted`, 0 to 1."""
    classes = sorted(set(wanted))
    return sum(f1(wanted, given, each) for each in classes) / len(classes)


def f1(wanted: Sequence[str], given: Sequence[str], label: str) -> float:
    """Return the harmonic mean of precision and recall of one class, 0 to 1."""
    hits = sum(a == b == label for a, b in zip(wanted, given, strict=True))
    named = sum(each == label for each in given)
    there = sum(each == label for each in wanted)
    return 2 * hits / (named + there) if named + there else 0.0


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


def calibration_error(right: Sequence[bool], confidence: Sequence[float], *, bins: int = 10) -> float:
    """Return the expected calibration error: mean |accuracy − confidence| over equal bins (Naeini et al. 2015)."""
    sums: dict[int, tuple[int, float]] = {}
    for hit, sure in zip(right, confidence, strict=True):
        bin_ = min(int(sure * bins), bins - 1)
        hits, total = sums.get(bin_, (0, 0.0))
        sums[bin_] = hits + hit, total + sure
    return sum(abs(hits - total) for hits, total in sums.values()) / len(right) if right else 0.0


def coverage(right: Sequence[bool], confidence: Sequence[float], *, precision: float = 0.9) -> float:
    """Return the largest share of answers, the surest first, of which at least `precision` are right, 0 to 1."""
    ranked = sorted(zip(confidence, right, strict=True), key=lambda pair: -pair[0])
    hits, best = 0, 0
    for place, (sure, hit) in enumerate(ranked, start=1):
        hits += hit
        # Answers of one confidence are taken together or not at all.
        last = place == len(ranked) or ranked[place][0] < sure
        if last and hits >= precision * place:
            best = place
    return best / len(ranked) if ranked else 0.0
