"""A logistic regression over sparse rows, learned with dropout; a part of fit_words.py.

At each step a share of what stands in a row is left out and the rest counts more (Wager, Wang and Liang 2013): what is
rare and what always comes together gets no large weights, without a pull that the frequent would feel too. Steps are
those of Adam (Kingma and Ba 2015), of the entries that occur in them alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]
BATCH = 256
"""Rows of a step."""
FIRST, SECOND, TINY = 0.9, 0.999, 1e-8
"""The constants of Adam as its authors give them."""
LAST_RATE = 0.05
"""The share of the rate at the last step; it falls in a line."""


@dataclass(frozen=True)
class Learning:
    """How something is learned.

    Attributes:
        rate: length of the first steps.
        rounds: how often each row is seen.
        dropped: share of what stands in a row that is left out at each step.
    """

    rate: float
    rounds: int
    dropped: float

    def rates(self, rows: int) -> list[float]:
        """Return the length of each step, where so many rows are to be seen."""
        steps = self.rounds * -(-rows // BATCH)
        return [self.rate * max(LAST_RATE, 1 - step / steps) for step in range(steps)]


class Adam:
    """Changes the rows of a matrix.

    Args:
        matrix: changed in place.
    """

    def __init__(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self._mean, self._square = np.zeros_like(matrix), np.zeros_like(matrix)
        self._steps = 0

    def step(self, places: Numbers, slopes: Matrix, rate: float) -> None:
        """Change the rows at some places against their slopes."""
        self._steps += 1
        mean = self._mean[places] * FIRST + slopes * (1 - FIRST)
        square = self._square[places] * SECOND + slopes**2 * (1 - SECOND)
        self._mean[places], self._square[places] = mean, square
        evened = np.sqrt(square / (1 - SECOND**self._steps)) + TINY
        self._matrix[places] -= rate * mean / (1 - FIRST**self._steps) / evened


def learn_weights(rows: csr_matrix, wanted: Numbers, counts: Matrix, learning: Learning, *, steady: int) -> Matrix:
    """Return a weight for each column of the rows and each label.

    Args:
        rows: what stands in each row.
        wanted: the number of its label.
        counts: how much each label counts.
        learning: how they are learned.
        steady: columns from this one on are never left out.
    """
    weights = np.zeros((rows.shape[1], len(counts)))
    adam = Adam(weights)
    chance = np.random.default_rng(0)
    rates = iter(learning.rates(len(wanted)))
    for _ in range(learning.rounds):
        order = chance.permutation(len(wanted))
        for first in range(0, len(order), BATCH):
            chosen = np.sort(order[first : first + BATCH])
            places, part = thinned(rows[chosen], learning.dropped, chance, steady=steady)
            wrong = _errors(part @ weights[places], wanted[chosen], counts)
            adam.step(places, part.T @ wrong / len(chosen), next(rates))
    return weights


def thinned(
    rows: csr_matrix, dropped: float, chance: np.random.Generator, *, steady: int | None = None
) -> tuple[Numbers, csr_matrix]:
    """Return the columns that are left in some rows, and these rows with those columns alone.

    Args:
        rows: the rows.
        dropped: share of what stands in them that is left out.
        chance: tells what is left out.
        steady: columns from this one on are never left out.
    """
    stays = rows.indices >= (rows.shape[1] if steady is None else steady)
    kept = stays | (chance.random(rows.nnz) >= dropped)
    values = np.where(stays, rows.data, rows.data / (1 - dropped))[kept]
    places, columns = np.unique(rows.indices[kept], return_inverse=True)
    ends = np.concatenate([[0], np.cumsum(kept)])[rows.indptr]
    return places, csr_matrix((values, columns, ends), shape=(rows.shape[0], len(places)))


def _errors(scores: Matrix, wanted: Numbers, counts: Matrix) -> Matrix:
    """Return how much each score is too high."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Matrix = raised / raised.sum(axis=1, keepdims=True)
    shares[np.arange(len(wanted)), wanted] -= 1
    count = counts[wanted]
    wrong: Matrix = shares * (count / count.mean())[:, None]
    return wrong
