"""A column that was filled by copying another is told from two that people judged."""

from __future__ import annotations

import pytest

from tonekit.evaluation.copied_labels import LEAST_BOTH, copied_labels

CALM, UPSET = {"mood": "neutral", "urgency": "none"}, {"mood": "frustrated", "urgency": "critical"}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param([CALM] * 25 + [UPSET] * 5, [("mood", "urgency")], id="copied"),
        pytest.param([CALM] * 25 + [UPSET] * 4, [], id="few"),
        pytest.param([CALM] * 28 + [UPSET] * 2, [], id="one-sided"),
        pytest.param([CALM] * LEAST_BOTH, [], id="one-label"),
        pytest.param([CALM] * 25 + [UPSET] * 5 + [CALM | {"mood": "frustrated"}], [], id="judged"),
        pytest.param([CALM] * 25 + [UPSET] * 5 + [{"mood": "frustrated"}], [("mood", "urgency")], id="gaps"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_one_to_one(rows: list[dict[str, str]], found: list[tuple[str, str]]) -> None:
    """Thirty messages of which every label stands with one label of the other are needed, and two labels of each."""
    assert list(copied_labels(rows)) == found
