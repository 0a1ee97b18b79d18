"""Run every change on every message, and compare what is read before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import nlargest

from ..analysis import Analysis, LanguageVerdict
from .causes import causes, reason
from .changes import Change
from .inserting import inserted
from .rewriting import rewritten
from .shrinking import shrink
from .variation import Variation
from .violation import Scores, Violation

Analyze = Callable[[str], Analysis]


class SelfTest:
    """Tries changes on messages.

    Args:
        analyze: how a message is read.
        changes: what is tried, id → change.
        kept: violations that are kept of each change, the most striking; all are counted.

    Attributes:
        scores: how often labels held.
    """

    def __init__(self, analyze: Analyze, changes: Mapping[str, Change], *, kept: int) -> None:
        self.scores = Scores()
        self._analyze = analyze
        self._changes = changes
        self._most = kept
        self._kept: dict[str, list[Violation]] = {name: [] for name in changes}

    def run(self, messages: Iterable[tuple[str, str]]) -> Iterator[int]:
        """Try every change on every message, given as id and text; yield how many messages are done."""
        for name, text in messages:
            analysis = self._read(text)
            for change in self._changes:
                self._try(name, analysis, change)
            self.scores.messages += 1
            yield self.scores.messages

    def violations(self) -> Iterator[Violation]:
        """Yield the violations that were kept, change by change, each shrunk to the smallest change that flips it."""
        for kept in self._kept.values():
            yield from map(self._shrunk, kept)

    def _read(self, text: str) -> Analysis:
        """Return the analysis of the text that a reader sees, so that both sides of a comparison are plain text."""
        analysis = self._analyze(text)
        return analysis if analysis.text == text else self._analyze(analysis.text)

    def _try(self, name: str, analysis: Analysis, change: str) -> None:
        rule = self._changes[change]
        before = self._analyze(analysis.text + rule.starts_from) if rule.starts_from else analysis
        variation = varied(rule, before)
        if variation is None:
            return
        after = self._analyze(variation.build(range(variation.parts)))
        for dimension in rule.protected:
            self.scores.checks[change, dimension] += 1
            if not same(before, after, dimension):
                self.scores.flips[change, dimension] += 1
                self.scores.reasons[change, dimension, reason(before, after, dimension)] += 1
                self._keep(_violation(before, after, variation, message=name, change=change, dimension=dimension))

    def _keep(self, violation: Violation) -> None:
        kept = [*self._kept[violation.change], violation]
        self._kept[violation.change] = nlargest(self._most, kept, key=lambda each: each.weight)

    def _shrunk(self, violation: Violation) -> Violation:
        variation, dimension = violation.variation, violation.dimension
        before = self._analyze(variation.text)
        why = self._reason(before, variation, range(variation.parts), dimension)

        def flips(chosen: Sequence[int]) -> bool:
            # Less of a change may flip the label too, but for another reason: half a traceback is not code.
            return self._reason(before, variation, chosen, dimension) == why

        chosen = shrink(variation.parts, flips)
        after = self._analyze(variation.build(chosen))
        return replace(violation, smallest=variation.show(chosen), causes=causes(before, after, dimension))

    def _reason(self, before: Analysis, variation: Variation, chosen: Sequence[int], dimension: str) -> str | None:
        """Return why a part of the change flips a label; None if it does not."""
        after = self._analyze(variation.build(chosen))
        return None if same(before, after, dimension) else reason(before, after, dimension)


def varied(change: Change, analysis: Analysis) -> Variation | None:
    """Return a message with a change; None if the change has no occasion in it."""
    return inserted(change, analysis) if change.make == "insert" else rewritten(change.make, analysis)


def same(before: Analysis, after: Analysis, dimension: str) -> bool:
    """Return whether a label held; "da or nb" is one answer, whichever of the two comes first."""
    if before.label(dimension) == after.label(dimension):
        return True
    return dimension == "language" and bool(_answers(before.language) & _answers(after.language))


def _answers(language: LanguageVerdict) -> set[str]:
    return {language.label, *language.alternatives}


def _violation(
    before: Analysis, after: Analysis, variation: Variation, *, message: str, change: str, dimension: str
) -> Violation:
    return Violation(
        message=message,
        change=change,
        dimension=dimension,
        before=before.label(dimension),
        after=after.label(dimension),
        sure_before=getattr(before, dimension).confidence,
        sure_after=getattr(after, dimension).confidence,
        variation=variation,
    )
