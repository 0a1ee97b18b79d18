"""What tonekit answers on a labelled set, and what the length of a text alone would answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from labelled_sets import LabelledSet

from tonekit import Analysis, ToneKit

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
        classes = frozenset(row.labels[dimension] for row in self.asked.rows if dimension in row.labels)
        wanted, given, sure = [], [], []
        for row, analysis in zip(self.asked.rows, self.analyses, strict=True):
            if dimension in row.labels:
                answer, confidence = _answer(analysis, dimension, classes)
                wanted.append(row.labels[dimension])
                given.append(answer)
                sure.append(confidence)
        return wanted, given, sure

    def tagged(self, tag: str, dimension: str) -> tuple[list[str], list[str]]:
        """Return labels and answers of the messages with a tag."""
        wanted, given, _ = self.column(dimension)
        chosen = [tag in row.tags for row in self.asked.rows if dimension in row.labels]
        pairs = [(a, b) for a, b, kept in zip(wanted, given, chosen, strict=True) if kept]
        return [a for a, _ in pairs], [b for _, b in pairs]


def answered(asked: LabelledSet, toolkit: ToneKit) -> Answered:
    """Return the set with its analyses and the time each took on average."""
    started = perf_counter()
    analyses = tuple(toolkit.analyze(row.text) for row in asked.rows)
    return Answered(asked, analyses, (perf_counter() - started) / max(1, len(analyses)) * 1e6)


def both_classes(each: Answered, dimension: str) -> bool:
    """Return whether the set knows two classes only: it has no neutral then."""
    return len({row.labels[dimension] for row in each.asked.rows}) == 2  # noqa: PLR2004 - two classes


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


def _answer(analysis: Analysis, dimension: str, classes: frozenset[str]) -> tuple[str, float]:
    """Return label and confidence; of a two-class set the likelier of its classes."""
    if dimension == "language":
        return analysis.language.label, analysis.language.confidence
    verdict = getattr(analysis, dimension)
    if len(classes) > 2:  # noqa: PLR2004 - two classes
        return verdict.label, verdict.confidence
    shares = {label: verdict.probabilities[label] for label in sorted(classes)}
    best = max(shares, key=lambda label: shares[label])
    return best, shares[best] / sum(shares.values())
