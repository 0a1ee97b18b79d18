"""Scores are the textbook figures."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.evaluation.scores import (
    accuracy,
    calibration_error,
    confusion,
    coverage,
    f1,
    macro_f1,
    majority_macro_f1,
    recall,
)

WANTED = ["a", "a", "a", "b", "b", "c"]
GIVEN = ["a", "a", "b", "b", "a", "b"]


def test_figures_by_hand() -> None:
    """Each figure is what one gets with pencil and paper."""
    assert f1(WANTED, GIVEN, "a") == pytest.approx(2 / 3)
    assert f1(WANTED, GIVEN, "b") == pytest.approx(0.4)
    assert macro_f1(WANTED, GIVEN) == pytest.approx((2 / 3 + 0.4 + 0) / 3)
    assert accuracy(WANTED, GIVEN) == 0.5
    assert recall(WANTED, GIVEN, "b") == 0.5
    assert majority_macro_f1(WANTED) == pytest.approx(2 / 9)
    assert confusion(WANTED, GIVEN)["a", "b"] == 1


@pytest.mark.parametrize(
    ("right", "sure", "error"),
    [
        pytest.param([True, True], [1.0, 1.0], 0.0, id="honest"),
        pytest.param([False, False], [1.0, 1.0], 1.0, id="wrong-and-sure"),
        pytest.param([True, False], [0.75, 0.75], 0.25, id="one-bin"),
        pytest.param([True, False], [0.95, 0.05], 0.05, id="two-bins"),
        pytest.param([], [], 0.0, id="nothing"),
    ],
)
def test_calibration_error(right: list[bool], sure: list[float], error: float) -> None:
    """Confidence is held against the share of right answers, bin by bin."""
    assert calibration_error(right, sure) == pytest.approx(error)


@pytest.mark.parametrize(
    ("right", "sure", "share"),
    [
        pytest.param([True, True, False, True], [0.9, 0.8, 0.7, 0.6], 0.5, id="until-precision-falls"),
        pytest.param([False, True], [0.9, 0.8], 0.0, id="none"),
        pytest.param([True, False], [0.9, 0.9], 0.0, id="a-tie-is-taken-whole"),
        pytest.param([True] * 9 + [False], [0.5] * 10, 1.0, id="just-enough"),
    ],
)
def test_coverage(right: list[bool], sure: list[float], share: float) -> None:
    """Coverage is the share of the surest answers of which nine in ten are right."""
    assert coverage(right, sure) == share


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"), st.floats(0, 1)), min_size=1))
def test_figures_stay_in_range(rows: list[tuple[str, str, float]]) -> None:
    """Every figure is between 0 and 1, and perfect answers score 1."""
    wanted, given_, sure = (list(column) for column in zip(*rows, strict=True))
    right = [a == b for a, b in zip(wanted, given_, strict=True)]
    figures = [
        macro_f1(wanted, given_),
        accuracy(wanted, given_),
        calibration_error(right, sure),
        coverage(right, sure),
    ]

    assert all(0 <= figure <= 1 for figure in figures)
    assert isclose(macro_f1(wanted, wanted), 1)
