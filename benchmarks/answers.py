"""What tonekit answers on a labelled set, and what the length of a text alone would answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from labelled_sets import PUBLIC, LabelledSet

from tonekit import Analysis, ToneKit
from tonekit.evaluation.answers import answer_of, two_classes
from tonekit.evaluation.columns import Column, column_of

BINS = 6
"""Classes of length for the baseline."""


@dataclass(frozen=True)
class Answered:
    """A set with its analyses, in the order of its rows."""

    asked: LabelledSet
    analyses: tuple[Analysis, ...]
    microseconds: float

    @property
    def name(self) -> str:
        """The name of the set."""
        return self.asked.name

    @property
    def dimensions(self) -> tuple[str, ...]:
        """What the set labels."""
        return self.asked.dimensions

    def texts(self, dimension: str) -> list[str]:
        """Return the texts labelled for a dimension."""
        return [row.text for row in self.asked.rows if dimension in row.labels]

    def column(self, dimension: str) -> tuple[list[str], list[str], list[float]]:
        """Return labels, answers and confidence of one dimension."""
        found = self.whole_column(dimension)
        return list(found.wanted), list(found.given), list(found.sure or ())

    def whole_column(self, dimension: str) -> Column:
        """Return the same as one column; of a public set of two classes the likelier of them is the answer."""
        among = two_classes(row.labels for row in self.asked.rows) if self.asked.group == PUBLIC else {}
        return column_of(
            (row.labels[dimension], answer_of(analysis, dimension, among=among.get(dimension, ())))
            for row, analysis in zip(self.asked.rows, self.analyses, strict=True)
            if dimension in row.labels
        )

    def tagged(self, tag: str, dimension: str) -> tuple[list[str], list[str]]:
        """Return labels and answers of the messages with a tag."""
        wanted, given, _ = self.column(dimension)
        chosen = [tag in row.tags for row in self.asked.rows if dimension in row.labels]
        pairs = [(a, b) for a, b, kept in zip(wanted, given, chosen, strict=True) if kept]
        return [a for a, _ in pairs], [b for _, b in pairs]


def answered(asked: LabelledSet, toolkit: ToneKit) -> Answered:
    """Return the set with its analyses and the time each took on average."""
    for row in asked.rows[:3]:
        # A language is loaded with its first message: that is start-up, and benchmarks/speed.py measures it.
        toolkit.analyze(row.text)
    started = perf_counter()
    analyses = tuple(toolkit.analyze(row.text) for row in asked.rows)
    return Answered(asked, analyses, (perf_counter() - started) / max(1, len(analyses)) * 1e6)


def both_classes(each: Answered, dimension: str) -> bool:
    """Return whether the set knows two classes only: it has no neutral then."""
    return len({row.labels[dimension] for row in each.asked.rows if dimension in row.labels}) == 2  # noqa: PLR2004 - two classes


def length_only(texts: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Return for each text the commonest label among texts of its length: the baseline knows the set by heart."""
    ranked = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    answers = [""] * len(texts)
    size = max(1, -(-len(ranked) // BINS))
    for first in range(0, len(ranked), size):
        group = ranked[first : first + size]
        commonest = Counter(wanted[place] for place in group).most_common(1)[0][0]
        for place in group:
            answers[place] = commonest
    return answers
