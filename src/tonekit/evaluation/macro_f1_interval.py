"""How far macro-F1 may be off for the messages that happen to be in the file.

Macro-F1 is no share, so that Wilson's interval does not do, and the plain bootstrap knows no mistake that did not
happen: of three right answers to a rare label it makes certainty. So the answers to each label are drawn from what they
may well be: a Dirichlet distribution around those that there are, with one message beside them that is right with a
probability half way between that of the file and a toss of a coin. Over four confusion matrices of three to eight
labels, 150 files each drawn from a known truth, the interval held the truth in 85 to 97 of 100 cases with 30 to 300
messages; with fewer clearly less often, which is why there is none below `LEAST`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .scores import confusion, macro_f1

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

LEAST = 30
"""With fewer messages nothing honest can be said: one more or less right moves macro-F1 by some hundredths."""
DRAWS = 2000
_SEED = 20080401
"""Any number would do; a fixed one gives the same answer every time."""
_LOW, _HIGH = 0.025, 0.975


def macro_f1_interval(wanted: Sequence[str], given: Sequence[str]) -> tuple[float, float] | None:
    """Return the 95 % interval of macro-F1, 0 to 1; None with fewer than `LEAST` messages."""
    if len(wanted) < LEAST:
        return None
    import numpy as np

    truths = sorted(set(wanted))
    answers = [*truths, *sorted(set(given) - set(truths))]
    cells = confusion(wanted, given)
    counts = np.array([[cells[truth, answer] for answer in answers] for truth in truths], dtype=float)
    low, high = np.quantile(_scores(_drawn(counts)), (_LOW, _HIGH))
    # A set in which all is right is drawn from below only: the interval is never past the score that it is of.
    score = macro_f1(wanted, given)
    return min(float(low), score), max(float(high), score)


def _drawn(counts: Numbers) -> Numbers:
    """Return draws of the table of truth × answer, draw × truth × answer."""
    import numpy as np

    random = np.random.default_rng(_SEED)
    totals = counts.sum(axis=1)
    prior = _prior(counts)
    rows = [
        random.dirichlet(row + each, size=DRAWS) * total for row, each, total in zip(counts, prior, totals, strict=True)
    ]
    drawn: Numbers = np.stack(rows, axis=1)
    return drawn


def _prior(counts: Numbers) -> Numbers:
    """Return one message for each truth, right with half the trust that the file earns, wrong in every way alike."""
    import numpy as np

    truths, answers = counts.shape
    if answers == 1:
        return np.ones((1, 1))
    right = (np.trace(counts) / counts.sum() + 0.5) / 2
    prior = np.full((truths, answers), (1 - right) / (answers - 1))
    np.fill_diagonal(prior, right)
    return prior


def _scores(drawn: Numbers) -> Numbers:
    """Return the macro-F1 of each draw: the first columns are those of the rows."""
    import numpy as np

    truths = drawn.shape[1]
    hits = np.einsum("dii->di", drawn[:, :, :truths])
    named, there = drawn.sum(axis=1)[:, :truths], drawn.sum(axis=2)
    means: Numbers = (2 * hits / (named + there)).mean(axis=1)
    return means
