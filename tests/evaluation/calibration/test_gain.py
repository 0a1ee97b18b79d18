"""A gain is measured against what chance does."""

from __future__ import annotations

import pytest

from tonekit.evaluation.calibration.gain import gain_in_errors

WANTED = ["a"] * 60 + ["b"] * 30 + ["c"] * 10


def answers(wrong: int) -> list[str]:
    """Return answers of which the first few of each class are wrong."""
    return [{"a": "b", "b": "c", "c": "a"}[label] if row % 30 < wrong else label for row, label in enumerate(WANTED)]


@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [
        pytest.param(5, 5, 0, 0, id="same-answers"),
        pytest.param(6, 5, 0.5, 3, id="a-few"),
        pytest.param(9, 0, 4, 30, id="many"),
        pytest.param(5, 6, -3, -0.5, id="worse"),
    ],
)
def test_gain_grows_with_what_is_put_right(before: int, after: int, low: float, high: float) -> None:
    """More answers put right are a surer gain; answers that were right before are a loss."""
    assert low <= gain_in_errors(WANTED, answers(before), answers(after)) <= high


def test_gain_turns_its_sign_with_the_sides() -> None:
    """What one run gains the other loses."""
    forth = gain_in_errors(WANTED, answers(7), answers(2))

    assert gain_in_errors(WANTED, answers(2), answers(7)) == pytest.approx(-forth, rel=0.1)


def test_the_same_question_has_the_same_answer() -> None:
    """Drawing is by chance, and the same every time."""
    assert gain_in_errors(WANTED, answers(7), answers(2)) == gain_in_errors(WANTED, answers(7), answers(2))
