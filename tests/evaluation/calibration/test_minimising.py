"""The least value of a convex function is found."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tonekit.evaluation.calibration.minimising import minimise

Matrix = NDArray[np.float64]


@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(0.01, 50)), min_size=1, max_size=6))
def test_bowl(axes: list[tuple[float, float]]) -> None:
    """However long and narrow a bowl is, its lowest point is found."""
    centre, steepness = (np.array(column) for column in zip(*axes, strict=True))

    def bowl(place: Matrix) -> tuple[float, Matrix]:
        away = place - centre
        return float((steepness * away**2).sum()) / 2, steepness * away

    found = minimise(bowl, np.zeros(len(axes)), steps=200, tolerance=1e-6)

    assert found == pytest.approx(centre, abs=1e-3)


def test_nothing_to_gain_stays() -> None:
    """Where the slope is flat, the start is the answer."""
    start = np.array([3.0])

    assert minimise(lambda place: (0.0, np.zeros_like(place)), start, steps=5).tolist() == [3.0]


def test_slope_that_lies_ends_the_search() -> None:
    """A gradient that promises what the function does not keep ends the search where it is."""
    start = np.array([1.0])

    assert minimise(lambda place: (float(abs(place[0] - 1)), np.array([1.0])), start, steps=5).tolist() == [1.0]
