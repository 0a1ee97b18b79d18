"""The figures of a column are those of the scores, put together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tonekit.evaluation.columns import (
    class_scores,
    column_of,
    confusion_matrix,
    curve,
    independent_share,
    never_labelled,
    scores,
)
from tonekit.evaluation.mistakes import Answer

ROWS = [
    ("a", Answer("a", 0.9)),
    ("a", Answer("a", 0.8)),
    ("a", Answer("b", 0.7)),
    ("b", Answer("b", 0.6)),
]


@pytest.mark.parametrize(
    ("groups", "counts"),
    [
        pytest.param("", 1.0, id="nothing"),
        pytest.param("abcd", 1.0, id="all-different"),
        pytest.param("aabb", 0.5, id="twice-each"),
        pytest.param("aaaa", 0.25, id="one-text"),
        pytest.param("aaab", 0.4, id="a-form-and-a-mail"),
    ],
)
def test_copies_count_less(groups: str, counts: float) -> None:
    """Of messages that say the same, chance knows but one."""
    assert independent_share(groups) == pytest.approx(counts)


def test_copies_widen_intervals_and_leave_scores() -> None:
    """What stands twice is scored twice, and is no second proof."""
    plain, twice = column_of(ROWS * 10), replace(column_of(ROWS * 20), independent=0.5)

    assert scores(twice).macro_f1 == pytest.approx(scores(plain).macro_f1)
    assert scores(twice).accuracy.low == pytest.approx(scores(plain).accuracy.low)
    assert scores(twice).macro_f1_interval == pytest.approx(scores(plain).macro_f1_interval, abs=0.02)


def test_scores_by_hand() -> None:
    """Every figure is what one gets with pencil and paper."""
    found = scores(column_of(ROWS))

    assert (found.n, found.accuracy.hits, found.accuracy.value) == (4, 3, 0.75)
    assert found.macro_f1 == pytest.approx((0.8 + 2 / 3) / 2)
    assert found.majority == pytest.approx((6 / 7 + 0) / 2)
    assert found.calibration_error == pytest.approx((0.1 + 0.2 + 0.7 + 0.4) / 4)
    assert (found.coverage, found.coverage_from, found.macro_f1_interval) == (None, None, None)


def test_coverage_by_hand() -> None:
    """Forty answers, the surer half of them right: that half can be given."""
    column = column_of([("a", Answer("a", 0.8))] * 20 + [("a", Answer("b", 0.6))] * 20)

    assert (scores(column).coverage, scores(column).coverage_from) == (0.5, 0.8)


def test_without_confidence_there_is_no_calibration() -> None:
    """A profile field has no confidence: what is made of it is absent, and nothing is made up."""
    column = column_of([("warm", Answer("warm")), ("warm", Answer("formal"))])
    found = scores(column)

    assert (found.calibration_error, found.coverage, found.coverage_from) == (None, None, None)
    assert curve(column) == ()


def test_classes_and_confusion_name_what_was_never_wanted() -> None:
    """A label that is answered and never right stands among the classes; rows are those that are wanted."""
    column = column_of([("a", Answer("a", 1.0)), ("a", Answer("c", 1.0))])

    assert {label: (each.n, each.given, each.recall) for label, each in class_scores(column).items()} == {
        "a": (2, 1, 0.5),
        "c": (0, 1, 0.0),
    }
    assert class_scores(column)["a"].precision == 1.0
    assert confusion_matrix(column) == {"a": {"a": 1, "c": 1}}


def test_answers_that_no_message_is_labelled_with_are_counted() -> None:
    """What macro-F1 does not see, because it is a mean over the labels of the file, is counted by itself."""
    rows = [("a", "a"), ("a", "c"), ("a", "b"), ("b", "c"), ("a", "d")]

    assert never_labelled(column_of((wanted, Answer(given)) for wanted, given in rows)) == {"c": 2, "d": 1}
    assert never_labelled(column_of(ROWS)) == {}


def test_curve_has_few_points_and_ends_with_everything() -> None:
    """However many confidences there are, the curve has twenty points at most and covers all answers."""
    column = column_of(("a", Answer("a" if number % 3 else "b", number / 1000)) for number in range(1000))
    points = curve(column)

    assert len(points) == 20
    assert points[-1].answered == 1000
    assert [each.answered for each in points] == sorted(each.answered for each in points)
