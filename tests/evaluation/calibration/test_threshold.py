"""A threshold leaves answers that are right often enough, or there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.evaluation.calibration.threshold import threshold_for
from tonekit.evaluation.scores import LEAST_ANSWERS

SURE = [1 - row / 100 for row in range(60)]


def test_the_lowest_threshold_that_does() -> None:
    """Where the answers below a point are wrong, the threshold lies between those above and those below."""
    found = threshold_for(0.9, [row < 40 for row in range(60)], SURE)

    assert found is not None
    assert (found.answers, found.before) == (42, 60)
    assert SURE[42] < found.below < SURE[41]
    assert found.precision == pytest.approx(40 / 42)


@pytest.mark.parametrize(
    ("right", "sure"),
    [
        pytest.param([row % 2 == 0 for row in range(60)], SURE, id="never-right-enough"),
        pytest.param([True] * (LEAST_ANSWERS - 1), SURE[: LEAST_ANSWERS - 1], id="too-few"),
        pytest.param([True, True, False] * 20, [0.8] * 60, id="all-as-sure"),
        pytest.param([], [], id="none"),
    ],
)
def test_no_threshold_where_none_is_known_to_do(right: list[bool], sure: list[float]) -> None:
    """Too few answers, or answers that are wrong at any height, get none."""
    assert threshold_for(0.9, right, sure) is None


def test_a_lucky_stretch_is_no_rule() -> None:
    """A threshold below a stretch of wrong answers is not taken, though more right ones follow."""
    right = [True] * 20 + [False] * 10 + [True] * 400
    found = threshold_for(0.9, right, [1 - row / 1000 for row in range(430)])

    assert found is not None
    assert found.answers < 30


def test_all_right_keeps_the_threshold_there_is() -> None:
    """Where all answers are right enough nothing changes."""
    found = threshold_for(0.9, [True] * 60, SURE, least=0.3)

    assert found is not None
    assert (found.below, found.answers) == (0.3, 60)


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 1)), max_size=80), st.floats(0.5, 1))
def test_what_is_left_is_as_right_as_promised(answers: list[tuple[bool, float]], precision: float) -> None:
    """The answers from the threshold on have the precision, and are as many as it says."""
    right, sure = [hit for hit, _ in answers], [probability for _, probability in answers]
    found = threshold_for(precision, right, sure)
    if found is None:
        return
    left = [hit for hit, probability in answers if probability >= found.below]

    assert len(left) == found.answers >= LEAST_ANSWERS
    assert sum(left) >= precision * len(left)
