"""Fit the weights of an additive head on labelled messages, pulled towards the weights that are there.

A multinomial logistic regression: the scores are the head's own sums, the penalty is the squared distance to the
weights at the start, so that a feature which the labels do not speak about keeps its weight. The same examples give
the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .minimising import minimise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

_TINY = 1e-300
STEPS = 100
"""Steps of the search at the most; the loss hardly moves after some forty."""


@dataclass(frozen=True)
class Examples:
    """Feature sums of messages with their labels.

    Attributes:
        features: message × feature.
        wanted: the label of each message.
        allowed: message × label, 1 where the label was to choose from: some sets label two of three classes.
        weight: how much each message counts.
        given: what the scores hold beside the weights to be fitted, message × label; nothing by default.
    """

    features: Matrix
    wanted: Sequence[str]
    allowed: Matrix
    weight: Matrix
    given: Matrix | None = None

    def part(self, chosen: NDArray[np.bool_]) -> Examples:
        """Return the messages that are chosen."""
        wanted = [label for label, kept in zip(self.wanted, chosen, strict=True) if kept]
        given = None if self.given is None else self.given[chosen]
        return Examples(self.features[chosen], wanted, self.allowed[chosen], self.weight[chosen], given)

    def scores(self, weights: Matrix) -> Matrix:
        """Return the scores, message × label."""
        scores: Matrix = self.features @ weights
        return scores if self.given is None else scores + self.given


def probabilities(scores: Matrix, allowed: Matrix | None = None) -> Matrix:
    """Return the softmax of scores, message × label, over the allowed labels only."""
    import numpy as np

    raised: Matrix = np.exp(scores - scores.max(axis=1, keepdims=True))
    if allowed is not None:
        raised = raised * allowed
    shares: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return shares


def fit(
    examples: Examples,
    start: Matrix,
    labels: Sequence[str],
    strength: Matrix,
    *,
    begin: Matrix | None = None,
    tolerance: float = 1e-3,
) -> Matrix:
    """Return the weights, feature × label, that fit the examples best.

    Args:
        examples: what to fit.
        start: the weights to start from and be pulled to.
        labels: the labels, in the order of the columns.
        strength: pull towards the start by feature, 0 and up.
        begin: where to begin the search, such as the weights of a stronger pull; at the start by default.
        tolerance: a largest gradient entry below this, in messages, ends the search.
    """
    import numpy as np

    targets = np.array([[float(label == each) for each in labels] for label in examples.wanted])
    counts = examples.weight[:, None]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        shares = probabilities(examples.scores(weights), examples.allowed)
        away = weights - start
        surprise = -float((counts * targets * np.log(np.maximum(shares, _TINY))).sum())
        penalty = 0.5 * float((strength[:, None] * away**2).sum())
        gradient: Matrix = examples.features.T @ (counts * (shares - targets)) + strength[:, None] * away
        return surprise + penalty, gradient

    return minimise(loss, start if begin is None else begin, steps=STEPS, tolerance=tolerance)


def balance(wanted: Sequence[str]) -> list[float]:
    """Return the root of the inverse class frequency by message: rare classes count more."""
    counts = Counter(wanted)
    return [(len(wanted) / len(counts) / counts[label]) ** 0.5 for label in wanted]


def temperature(scores: Matrix, wanted: Sequence[str], labels: Sequence[str]) -> float:
    """Return what to divide scores by for honest probabilities, 0.4 to 4: least log loss (Guo et al. 2017)."""
    import numpy as np

    places = np.array([labels.index(label) for label in wanted])
    candidates = np.geomspace(0.4, 4.0, 47)
    losses = [_log_loss(scores / candidate, places) for candidate in candidates]
    return float(candidates[int(np.argmin(losses))])


def vectors(counted: Sequence[Sequence[tuple[str, float]]], names: Sequence[str]) -> Matrix:
    """Return message × feature from what the head counted in each message; the first feature is the bias."""
    import numpy as np

    index = {name: position for position, name in enumerate(names)}
    features = np.zeros((len(counted), len(names)))
    features[:, 0] = 1.0
    for row, terms in enumerate(counted):
        for name, value in terms:
            if name in index:
                features[row, index[name]] += value
    return features


def _log_loss(scores: Matrix, places: NDArray[np.int_]) -> float:
    import numpy as np

    highest = scores.max(axis=1, keepdims=True)
    logs = scores - highest - np.log(np.exp(scores - highest).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(places)), places].mean())
