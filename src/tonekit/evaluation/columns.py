"""Labels and answers of one dimension, message by message, and every figure that is made of them.

`tonekit evaluate`, `tonekit.testing` and `benchmarks/accuracy.py` all print what is computed here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from .answers import AnsweredMessage
from .macro_f1_interval import macro_f1_interval
from .mistakes import Answer
from .scores import (
    LEAST_ANSWERS,
    Cut,
    calibration_error,
    confusion,
    cut_at,
    cuts,
    f1,
    macro_f1,
    majority_macro_f1,
    precision,
    recall,
    wilson,
)

POINTS = 20
"""Points of the curve of coverage against precision: one for every 5 % of the answers."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of answers that are right, with its 95 % interval (Wilson).

    Attributes:
        n: how many answers.
        hits: how many of them are right.
        low, high: the interval, 0 to 1.
    """

    n: int
    hits: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share, 0 to 1; 0 of none."""
        return self.hits / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one dimension; all but `n` go from 0 to 1.

    Attributes:
        n: how many messages are labelled.
        majority: macro-F1 of always answering the commonest label.
        macro_f1: mean F1 over the labels that occur.
        macro_f1_interval: its 95 % interval; None with too few messages to tell.
        independent: what each answer counts in the intervals; less than 1 where messages say nearly the same.
        accuracy: the share that is right.
        calibration_error: mean distance of confidence and accuracy, in ten bins; None without confidence.
        coverage: the largest share of answers, the surest first, of which nine in ten are right; None as before, and
            with too few answers to tell.
        coverage_from: the confidence from which on these answers are taken; None if there are none.
    """

    n: int
    majority: float
    macro_f1: float
    accuracy: Share
    calibration_error: float | None
    coverage: float | None
    coverage_from: float | None
    macro_f1_interval: tuple[float, float] | None = None
    independent: float = 1.0


@dataclass(frozen=True, slots=True)
class ClassScores:
    """The figures of one label.

    Attributes:
        n: how many messages have it.
        given: how often it was answered.
        precision, recall, f1: 0 to 1.
    """

    n: int
    given: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Column:
    """Labels, answers and confidence of one dimension."""

    wanted: tuple[str, ...]
    given: tuple[str, ...]
    sure: tuple[float, ...] | None
    independent: float = 1.0
    """What an answer counts where chance is reckoned, above 0: less than 1 where messages say nearly the same."""

    @property
    def right(self) -> list[bool]:
        """Whether each answer is right."""
        return [wanted == given for wanted, given in zip(self.wanted, self.given, strict=True)]


def column_of(pairs: Iterable[tuple[str, Answer]]) -> Column:
    """Return the column of labels with their answers."""
    rows = list(pairs)
    sure = tuple(answer.confidence for _, answer in rows if answer.confidence is not None)
    return Column(
        tuple(wanted for wanted, _ in rows),
        tuple(answer.label for _, answer in rows),
        sure if len(sure) == len(rows) else None,
    )


def pairs_of(messages: Iterable[AnsweredMessage], name: str) -> Iterator[tuple[str, Answer]]:
    """Yield label and answer of the messages that are labelled for a dimension."""
    yield from ((each.wanted[name], each.given[name]) for each in messages if name in each.wanted)


def scores(column: Column) -> Scores:
    """Return the figures of a column that is not empty."""
    right, sure = column.right, column.sure
    cut = cut_at(right, sure) if sure else None
    return Scores(
        n=len(right),
        majority=majority_macro_f1(column.wanted),
        macro_f1=macro_f1(column.wanted, column.given),
        accuracy=share(right, independent=column.independent),
        calibration_error=calibration_error(right, sure) if sure else None,
        coverage=(cut.answered / len(right) if cut else 0.0) if sure and len(right) >= LEAST_ANSWERS else None,
        coverage_from=cut.confidence if cut else None,
        macro_f1_interval=macro_f1_interval(column.wanted, column.given, independent=column.independent),
        independent=column.independent,
    )


def share(right: list[bool], *, independent: float = 1.0) -> Share:
    """Return the share that is right, with its interval; `independent` is as in `Column`."""
    hits = sum(right)
    return Share(len(right), hits, *wilson(hits * independent, len(right) * independent))


def independent_share(groups: Iterable[Hashable]) -> float:
    """Return what each message counts where messages of a group say nearly the same, above 0 to 1 (Kish 1965).

    A group counts as one message would: what is read right in one copy is in all.
    """
    sizes = Counter(groups).values()
    return sum(sizes) / sum(size * size for size in sizes) if sizes else 1.0


def class_scores(column: Column) -> dict[str, ClassScores]:
    """Return the figures of every label that is wanted or given, the commonest first."""
    wanted, given = column.wanted, column.given
    labels = sorted({*wanted, *given}, key=lambda label: (-wanted.count(label), label))
    return {
        label: ClassScores(
            n=wanted.count(label),
            given=given.count(label),
            precision=precision(wanted, given, label),
            recall=recall(wanted, given, label),
            f1=f1(wanted, given, label),
        )
        for label in labels
    }


def never_labelled(column: Column) -> dict[str, int]:
    """Return how often each label was answered that no message has, the commonest first.

    Macro-F1 is a mean over the labels that occur: of these it only sees that another label was missed.
    """
    answers = Counter(column.given)
    return {label: count for label, count in answers.most_common() if label not in column.wanted}


def confusion_matrix(column: Column) -> dict[str, dict[str, int]]:
    """Return truth → answer → how often; labels in the order of `class_scores`."""
    counts, labels = confusion(column.wanted, column.given), list(class_scores(column))
    return {truth: {answer: counts[truth, answer] for answer in labels} for truth in labels if truth in column.wanted}


def curve(column: Column) -> tuple[Cut, ...]:
    """Return the cuts behind the curve of coverage against precision, the surest answers first."""
    if column.sure is None:
        return ()
    chosen: list[Cut] = []
    for cut in cuts(column.right, column.sure):
        if cut.answered >= (len(chosen) + 1) * len(column.wanted) / POINTS:
            chosen.append(cut)
    return tuple(chosen)
