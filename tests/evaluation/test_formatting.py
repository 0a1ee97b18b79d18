"""Figures are written so that rounding flatters nobody."""

from __future__ import annotations

import pytest

from tonekit.evaluation.columns import column_of, scores
from tonekit.evaluation.formatting import coverage, macro_f1, of_label, percent
from tonekit.evaluation.mistakes import Answer


@pytest.mark.parametrize(
    ("share", "written"),
    [
        pytest.param(1.0, "100%", id="all"),
        pytest.param(0.996, ">99%", id="nearly-all"),
        pytest.param(0.994, "99%", id="most"),
        pytest.param(0.0, "0%", id="none"),
        pytest.param(0.002, "<1%", id="hardly-any"),
        pytest.param(None, "–", id="unknown"),
    ],
)
def test_percent(share: float | None, written: str) -> None:
    """Only all is 100 %, and only none is 0 %."""
    assert percent(share) == written


@pytest.mark.parametrize(
    ("messages", "written"),
    [pytest.param(29, "(1.000)", id="few"), pytest.param(30, "1.000", id="enough"), pytest.param(0, "–", id="none")],
)
def test_macro_f1_of_few_messages_stands_in_brackets(messages: int, written: str) -> None:
    """What few messages say is marked without colours too."""
    found = scores(column_of([("a", Answer("a", 0.9))] * messages)) if messages else None

    assert macro_f1(found) == written


@pytest.mark.parametrize(
    ("share", "n", "written"),
    [
        pytest.param(1.0, 3, "1.00 (0.44–1.00)", id="three-of-three"),
        pytest.param(0.8, 100, "0.80 (0.71–0.87)", id="many"),
        pytest.param(0.0, 0, "–", id="never"),
    ],
)
def test_shares_of_a_label_have_their_interval(share: float, n: int, written: str) -> None:
    """Precision and recall say how many messages stand behind them; of none there is no share."""
    assert of_label(share, n, independent=1.0) == written


@pytest.mark.parametrize(
    ("messages", "written"),
    [pytest.param(19, "–", id="too-few"), pytest.param(20, "100% ≥0.90", id="enough")],
)
def test_coverage_needs_twenty_answers(messages: int, written: str) -> None:
    """That nine in ten of a handful are right says nothing."""
    assert coverage(scores(column_of([("a", Answer("a", 0.9))] * messages))) == written
