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
    cut_at,
    cuts,
    f1,
    macro_f1,
    majority_macro_f1,
    precision,
    recall,
    reliability,
    wilson,
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
    assert precision(WANTED, GIVEN, "b") == pytest.approx(1 / 3)
    assert precision(WANTED, GIVEN, "c") == 0.0
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
    assert coverage(right, sure, least=1) == share


@pytest.mark.parametrize(("answers", "share"), [(19, 0.0), (20, 1.0)], ids=["too-few", "enough"])
def test_coverage_of_a_handful_is_none(answers: int, share: float) -> None:
    """A share of fewer than twenty answers says nothing, whatever it is."""
    assert coverage([True] * answers, [0.9] * answers) == share


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"), st.floats(0, 1)), min_size=1))
def test_figures_stay_in_range(rows: list[tuple[str, str, float]]) -> None:
    """Every figure is between 0 and 1, and perfect answers score 1."""
    wanted, given_, sure = (list(column) for column in zip(*rows, strict=True))
    right = [a == b for a, b in zip(wanted, given_, strict=True)]
    figures = [
        macro_f1(wanted, given_),
        accuracy(wanted, given_),
        calibration_error(right, sure),
        coverage(right, sure, least=1),
    ]

    assert all(0 <= figure <= 1 for figure in figures)
    assert isclose(macro_f1(wanted, wanted), 1)


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        pytest.param(0, 0, 0.0, 1.0, id="nothing-known"),
        pytest.param(0, 10, 0.0, 0.2775, id="none"),
        pytest.param(10, 10, 0.7225, 1.0, id="all"),
        pytest.param(5, 10, 0.2366, 0.7634, id="half"),
        pytest.param(81, 263, 0.2553, 0.3662, id="newcombe-1998"),
    ],
)
def test_wilson(hits: int, total: int, low: float, high: float) -> None:
    """The interval is that of the books (Newcombe 1998, table I, method 3, among them)."""
    assert wilson(hits, total) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_holds_the_share(hits: int, total: int) -> None:
    """The interval lies between 0 and 1 around the share."""
    low, high = wilson(min(hits, total), total)

    assert 0 <= low <= min(hits, total) / total <= high <= 1


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 1)), min_size=1))
def test_reliability_counts_everything_once(rows: list[tuple[bool, float]]) -> None:
    """Every answer is in one bin, and the mean confidence of a bin lies in it."""
    right, sure = ([row[0] for row in rows], [row[1] for row in rows])
    bins = reliability(right, sure)

    assert sum(each.n for each in bins) == len(rows)
    assert sum(each.hits for each in bins) == sum(right)
    assert all(each.low - 1e-9 <= each.confidence <= each.high + 1e-9 for each in bins)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([0.2, 0.5, 0.5000001, 0.9])), min_size=1), st.floats(0.1, 1))
def test_cuts_are_what_counting_gives(rows: list[tuple[bool, float]], wanted: float) -> None:
    """A cut counts the answers of at least its confidence, and the best is the widest that is good enough."""
    right, sure = ([row[0] for row in rows], [row[1] for row in rows])
    counted = {
        level: ([hit for hit, confidence in rows if confidence >= level]) for level in sorted(set(sure), reverse=True)
    }

    assert [(each.confidence, each.answered, each.hits) for each in cuts(right, sure)] == [
        (level, len(hits), sum(hits)) for level, hits in counted.items()
    ]
    good = [len(hits) for hits in counted.values() if sum(hits) >= wanted * len(hits)]
    found = cut_at(right, sure, precision=wanted, least=1)
    assert (found.answered if found else 0) == max(good, default=0)
