"""Figures of an evaluation, formatted for people, in the terminal and in the report."""

from __future__ import annotations

from .columns import Scores, Share
from .macro_f1_interval import LEAST
from .scores import Bin, wilson

_NEARLY_ALL, _HARDLY_ANY = 0.995, 0.005
"""What would be rounded to all and to none."""
FEW_OF_A_BIN = 10
"""Answers of like confidence: with fewer, chance moves the share that is right by more than a tenth."""


def optional(value: float | None, form: str = ".2f") -> str:
    """Return a figure, or a dash if there is none."""
    return "–" if value is None else format(value, form)


def percent(share: float | None) -> str:
    """Return a share in percent; what is not all is not rounded up to all, and what is not none not down to none."""
    if share is None:
        return "–"
    if _NEARLY_ALL <= share < 1:
        return ">99%"
    return "<1%" if 0 < share < _HARDLY_ANY else f"{share:.0%}"


def interval(share: Share) -> str:
    """Return a share with its interval, such as `0.81 (0.77–0.84)`."""
    return f"{share.value:.2f} ({share.low:.2f}–{share.high:.2f})"


def accuracy(share: Share) -> str:
    """Return a share in percent with its interval, such as `81% (77–84)`."""
    return f"{percent(share.value)} ({100 * share.low:.0f}–{100 * share.high:.0f})"


def macro_f1_bounds(scores: Scores) -> str:
    """Return the interval of macro-F1, such as `0.77–0.84`; a dash if there is none."""
    if scores.macro_f1_interval is None:
        return "–"
    low, high = scores.macro_f1_interval
    return f"{low:.2f}–{high:.2f}"


def macro_f1(scores: Scores | None) -> str:
    """Return macro-F1; in brackets where too few messages stand behind it; a dash if there is none."""
    if scores is None:
        return "–"
    return f"({scores.macro_f1:.3f})" if scores.n < LEAST else f"{scores.macro_f1:.3f}"


def macro_f1_of(scores: Scores | None) -> str:
    """Return macro-F1 with its interval, such as `0.812 (0.77–0.84)`, otherwise as `macro_f1`."""
    if scores is None or scores.macro_f1_interval is None:
        return macro_f1(scores)
    return f"{macro_f1(scores)} ({macro_f1_bounds(scores)})"


def of_bin(answers: Bin, *, independent: float) -> str:
    """Return the share that is right of answers of like confidence, with its interval (Wilson)."""
    return of_label(answers.hits / answers.n, answers.n, independent=independent)


def of_label(share: float, n: int, *, independent: float) -> str:
    """Return precision or recall of a label with its interval (Wilson); a dash where nothing stands behind it.

    `independent` is as in `Scores`.
    """
    if not n:
        return "–"
    hits = round(share * n)
    return interval(Share(n, hits, *wilson(hits * independent, n * independent)))


def coverage(scores: Scores) -> str:
    """Return how much can be answered so that nine in ten are right, such as `81% ≥0.72`: from which confidence on."""
    if not scores.coverage:
        return percent(scores.coverage)
    return f"{percent(scores.coverage)} ≥{optional(scores.coverage_from)}"
