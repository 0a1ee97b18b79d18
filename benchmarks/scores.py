"""Scores of classifications: macro-F1, the majority class, calibration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def macro_f1(wanted: Sequence[str], given: Sequence[str]) -> float:
    """Return the mean F1 over the classes that occur in `wanted`, 0 to 1."""
    classes = sorted(set(wanted))
    return sum(_f1(wanted, given, each) for each in classes) / len(classes)


def majority_macro_f1(wanted: Sequence[str]) -> float:
    """Return the macro-F1 of always answering the commonest class."""
    commonest = Counter(wanted).most_common(1)[0][0]
    return macro_f1(wanted, [commonest] * len(wanted))


def accuracy(wanted: Sequence[str], given: Sequence[str]) -> float:
    """Return the share of right answers."""
    return sum(a == b for a, b in zip(wanted, given, strict=True)) / len(wanted)


def calibration_error(right: Sequence[bool], confidence: Sequence[float], *, bins: int = 10) -> float:
    """Return the expected calibration error: mean |accuracy − confidence| over equal bins (Naeini et al. 2015)."""
    total = 0.0
    for each in range(bins):
        inside = [i for i, sure in enumerate(confidence) if min(int(sure * bins), bins - 1) == each]
        if inside:
            mean_right = sum(right[i] for i in inside) / len(inside)
            mean_sure = sum(confidence[i] for i in inside) / len(inside)
            total += len(inside) / len(right) * abs(mean_right - mean_sure)
    return total


def _f1(wanted: Sequence[str], given: Sequence[str], label: str) -> float:
    hits = sum(a == b == label for a, b in zip(wanted, given, strict=True))
    named = sum(each == label for each in given)
    there = sum(each == label for each in wanted)
    return 2 * hits / (named + there) if named + there else 0.0
