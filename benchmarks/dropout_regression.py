"""A regression over sparse rows, learned with dropout; a part of fit_words.py and fit_alerts.py.

At each step a share of what stands in a row is left out and the rest counts more (Wager, Wang and Liang 2013): what is
rare and what always comes together gets no large weights, without a pull that the frequent would feel too. Steps are
those of Adam (Kingma and Ba 2015), of the entries that occur in them alone. Adam sets the length of a step for each
label apart, so that a small error moves a weight as far as a large one; set for all labels of an entry together, a
label about which the entry is hardly ever wrong gets no weight.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]
Errors = Callable[[Numbers, Matrix], Matrix]
"""Returns how much the scores of some rows are too high, by label."""
BATCH = 256
"""Rows of a step."""
FIRST, SECOND, TINY = 0.9, 0.999, 1e-8
"""The constants of Adam as its authors give them."""
SURE = 0.3
"""In place of `TINY` where labels are taken together: errors, which are sums over the rows of a step, that are smaller
make short steps. With 0, alerts have four times as many weights and recognise as much; with 1, a twentieth less."""
LAST_RATE = 0.05
"""The share of the rate at the last step; it falls in a line."""


@dataclass(frozen=True)
class Learning:
    """How something is learned.

    Attributes:
        rate: length of the first steps.
        rounds: how often each row is seen.
        dropped: share of what stands in a row that is left out at each step.
        apart: whether the length of a step is set for each label apart.
    """

    rate: float
    rounds: int
    dropped: float
    apart: bool = False

    def rates(self, rows: int) -> list[float]:
        """Return the length of each step, where so many rows are to be seen."""
        steps = self.rounds * -(-rows // BATCH)
        return [self.rate * max(LAST_RATE, 1 - step / steps) for step in range(steps)]


class Adam:
    """Changes the rows of a matrix.

    Args:
        matrix: changed in place.
        apart: whether the length of a step is set for each label apart.
    """

    def __init__(self, matrix: Matrix, *, apart: bool) -> None:
        self._matrix = matrix
        self._mean = np.zeros_like(matrix)
        self._square = np.zeros_like(matrix if apart else matrix[:, :1])
        self._apart = apart
        self._steps = 0

    def step(self, places: Numbers, slopes: Matrix, rate: float) -> None:
        """Change the rows at some places against their slopes."""
        self._steps += 1
        squares = slopes**2 if self._apart else (slopes**2).max(axis=1, keepdims=True)
        mean = self._mean[places] * FIRST + slopes * (1 - FIRST)
        square = self._square[places] * SECOND + squares * (1 - SECOND)
        self._mean[places], self._square[places] = mean, square
        size = np.sqrt(square / (1 - SECOND**self._steps)) + (TINY if self._apart else SURE)
        self._matrix[places] -= rate * mean / (1 - FIRST**self._steps) / size


def learn_weights(rows: csr_matrix, errors: Errors, labels: int, learning: Learning, *, steady: int = 0) -> Matrix:
    """Return a weight for each column of the rows and each label.

    Args:
        rows: what stands in each row.
        errors: how wrong scores are.
        labels: how many there are.
        learning: how they are learned.
        steady: so many of the last columns are never left out.
    """
    weights = np.zeros((rows.shape[1], labels))
    adam = Adam(weights, apart=learning.apart)
    chance = np.random.default_rng(0)
    rates = iter(learning.rates(rows.shape[0]))
    for _ in range(learning.rounds):
        order = chance.permutation(rows.shape[0])
        for first in range(0, len(order), BATCH):
            chosen = np.sort(order[first : first + BATCH])
            places, part = thinned(rows[chosen], learning.dropped, chance, steady=steady)
            adam.step(places, part.T @ errors(chosen, part @ weights[places]), next(rates))
    return weights


def thinned(
    rows: csr_matrix, dropped: float, chance: np.random.Generator, *, steady: int
) -> tuple[Numbers, csr_matrix]:
    """Return the columns that are left in some rows, and these rows with those columns alone.

    Args:
        rows: the rows.
        dropped: share of what stands in them that is left out.
        chance: tells what is left out.
        steady: so many of the last columns are never left out.
    """
    stays = rows.indices >= rows.shape[1] - steady
    kept = stays | (chance.random(rows.nnz) >= dropped)
    values = np.where(stays, rows.data, rows.data / (1 - dropped))[kept]
    places, columns = np.unique(rows.indices[kept], return_inverse=True)
    ends = np.concatenate([[0], np.cumsum(kept)])[rows.indptr]
    return places, csr_matrix((values, columns, ends), shape=(rows.shape[0], len(places)))


def one_of(wanted: Numbers, counts: Matrix) -> Errors:
    """Return how wrong scores are where each row has one label (softmax).

    Args:
        wanted: the number of the label of each row.
        counts: how much each label counts.
    """

    def errors(chosen: Numbers, scores: Matrix) -> Matrix:
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        wrong: Matrix = raised / raised.sum(axis=1, keepdims=True)
        wrong[np.arange(len(chosen)), wanted[chosen]] -= 1
        count = counts[wanted[chosen]]
        wrong *= (count / count.mean())[:, None]
        return wrong

    return errors


def any_of(holds: NDArray[np.bool_], telling: NDArray[np.bool_], base: float) -> Errors:
    """Return how wrong scores are where each row has any of the labels, or none (sigmoid).

    Args:
        holds: whether each row has each label.
        telling: whether it says anything about the label.
        base: what every row has besides its score.
    """

    def errors(chosen: Numbers, scores: Matrix) -> Matrix:
        said: Matrix = 1 / (1 + np.exp(-base - scores))
        wrong: Matrix = np.where(telling[chosen], said - holds[chosen], 0.0)
        return wrong

    return errors
