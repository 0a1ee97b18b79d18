"""Two runs over the same messages: what became better or worse, and what may be chance.

Both runs answered the same messages, so that only those count on which they differ. The question is asked of
macro-F1, the figure that is reported, with a paired randomisation test (Noreen 1989; Yeh 2000): if neither run were
better, it would be a toss-up which of the two answers to a message came from which run. McNemar's exact test, which
knows accuracy alone, stands beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb
from typing import TYPE_CHECKING, Literal

from .answers import AnsweredMessage
from .evaluation import Evaluation, GivenAnswers
from .labelled_message import SCORED
from .scores import macro_f1

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

TOSSES = 9_999
"""Times that the answers are tossed; the smallest p value is one in ten thousand."""
LEVEL = 0.05
"""A change with a smaller p value, corrected for how many dimensions are looked at, is taken for real."""
_ROUNDING = 1e-9
Verdict = Literal["better", "worse", "no clear difference", "same answers"]
Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one dimension.

    Attributes:
        n: how many messages were answered in both runs and are labelled now.
        before, after: macro-F1, 0 to 1, both against the labels of now.
        newly_right, newly_wrong: messages that changed sides.
        mcnemar: p value of McNemar's exact test on these, 0 to 1.
        p: p value of the randomisation test on macro-F1, 0 to 1.
        corrected: the same after Holm's correction for the number of dimensions.
        verdict: what may be said.
    """

    n: int
    before: float
    after: float
    newly_right: int
    newly_wrong: int
    mcnemar: float
    p: float
    corrected: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs compared.

    Attributes:
        changes: dimension → what became of it.
        left_out: messages of now that the earlier run did not have, or had with another text.
    """

    changes: dict[str, Change]
    left_out: int


def compare(before: Evaluation, answered: Sequence[AnsweredMessage]) -> Comparison:
    """Return how the answers of now stand beside those of an earlier run."""
    earlier = {each.id: each for each in before.answers}
    pairs = [(old, now) for now in answered if (old := earlier.get(now.id)) and old.fingerprint == now.fingerprint]
    triples = {name: _triples(pairs, name) for name in SCORED}
    # A text that stands ten times and comes out differently is one proof of a difference, not ten.
    tested = {name: (found, randomisation_test(_once(pairs, name))) for name, found in triples.items() if found}
    corrected = holm([p for _, p in tested.values()])
    changes = {
        name: _change(found, p, adjusted)
        for (name, (found, p)), adjusted in zip(tested.items(), corrected, strict=True)
    }
    return Comparison(changes, len(answered) - len(pairs))


def randomisation_test(triples: Sequence[Triple], *, tosses: int = TOSSES) -> float:
    """Return how often tossed answers differ in macro-F1 by at least as much as the real ones, 0 to 1.

    Args:
        triples: label, answer before and answer after of each message.
        tosses: how often all answers are tossed; always the same tosses, so that the same runs give the same value.
    """
    import numpy as np

    moved = Counter(each for each in triples if each[1] != each[2])
    if not moved:
        return 1.0
    tally = _Tally(triples)
    real = abs(float(tally.difference(np.zeros((1, len(moved))), list(moved))[0]))
    # How many answers of a kind are swapped in a toss is all that counts: a binomial number.
    swapped = np.random.default_rng(0).binomial(list(moved.values()), 0.5, size=(tosses, len(moved)))
    extreme = np.abs(tally.difference(swapped.astype(float), list(moved))) >= real - _ROUNDING
    return float((1 + extreme.sum()) / (1 + tosses))


def mcnemar(newly_right: int, newly_wrong: int) -> float:
    """Return the two-sided p value of McNemar's test, exact by the binomial distribution (McNemar 1947)."""
    total, fewer = newly_right + newly_wrong, min(newly_right, newly_wrong)
    tail = sum(comb(total, number) for number in range(fewer + 1))
    return float(min(1.0, 2 * tail / (1 << total)))


def holm(values: Sequence[float]) -> list[float]:
    """Return p values corrected for their number, in their order (Holm 1979)."""
    corrected = [0.0] * len(values)
    highest = 0.0
    for rank, place in enumerate(sorted(range(len(values)), key=lambda each: values[each])):
        highest = max(highest, min(1.0, (len(values) - rank) * values[place]))
        corrected[place] = highest
    return corrected


class _Tally:
    """Counts behind the macro-F1 of both runs, and what swapped answers make of them."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        import numpy as np

        rows = list(triples)
        self._labels = sorted({wanted for wanted, _, _ in rows})
        self._there = np.array([sum(each[0] == label for each in rows) for label in self._labels], dtype=float)
        self._before, self._after = (self._counts(rows, run) for run in (1, 2))

    def difference(self, swapped: Matrix, kinds: Sequence[Triple]) -> Matrix:
        """Return macro-F1 after less before for each toss, where `swapped[toss, kind]` answers changed runs."""
        import numpy as np

        hits, named = (
            swapped @ np.array([[self._moved(kind, label)[part] for label in self._labels] for kind in kinds])
            for part in (0, 1)
        )
        after = self._macro_f1(self._after[0] + hits, self._after[1] + named)
        before = self._macro_f1(self._before[0] - hits, self._before[1] - named)
        return after - before

    def _counts(self, rows: Sequence[Triple], run: int) -> tuple[Matrix, Matrix]:
        import numpy as np

        named = [sum(each[run] == label for each in rows) for label in self._labels]
        hits = [sum(each[run] == label == each[0] for each in rows) for label in self._labels]
        return np.array(hits, dtype=float), np.array(named, dtype=float)

    def _macro_f1(self, hits: Matrix, named: Matrix) -> Matrix:
        scores: Matrix = 2 * hits / (named + self._there)
        means: Matrix = scores.mean(axis=1)
        return means

    @staticmethod
    def _moved(kind: Triple, label: str) -> tuple[int, int]:
        """Return what one swap adds to hits and answers of a label in the run of now."""
        wanted, before, after = kind
        named = (before == label) - (after == label)
        return named * (wanted == label), named


def _triples(pairs: Iterable[tuple[GivenAnswers, AnsweredMessage]], name: str) -> list[Triple]:
    return [
        (now.wanted[name], old.given[name], now.given[name].label)
        for old, now in pairs
        if name in now.wanted and name in old.given
    ]


def _once(pairs: Sequence[tuple[GivenAnswers, AnsweredMessage]], name: str) -> list[Triple]:
    """Return the triples, once of messages that say nearly the same and came out alike."""
    asked = [(old, now) for old, now in pairs if name in now.wanted and name in old.given]
    groups = (now.group for _, now in asked)
    return [triple for _, triple in dict.fromkeys(zip(groups, _triples(asked, name), strict=True))]


def _change(triples: Sequence[Triple], p: float, corrected: float) -> Change:
    wanted, before, after = zip(*triples, strict=True)
    gained = sum(old != label == new for label, old, new in triples)
    lost = sum(old == label != new for label, old, new in triples)
    scores = macro_f1(wanted, before), macro_f1(wanted, after)
    return Change(
        n=len(triples),
        before=scores[0],
        after=scores[1],
        newly_right=gained,
        newly_wrong=lost,
        mcnemar=mcnemar(gained, lost),
        p=p,
        corrected=corrected,
        verdict=_verdict(before == after, scores[1] - scores[0], corrected),
    )


def _verdict(same: bool, difference: float, corrected: float) -> Verdict:  # noqa: FBT001 - private, called by position
    if same:
        return "same answers"
    if corrected >= LEVEL:
        return "no clear difference"
    return "better" if difference > 0 else "worse"
