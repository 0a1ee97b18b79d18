"""Labels are counted by texts that differ, and what is too little is said dimension by dimension."""

from __future__ import annotations

import pytest

from tonekit.evaluation.calibration.usable_labels import LEAST_LABELS, usable_labels
from tonekit.evaluation.labelled import LabelledMessage

HALF = LEAST_LABELS // 2


@pytest.mark.parametrize(
    ("groups", "problem"),
    [
        pytest.param(range(LEAST_LABELS), None, id="enough"),
        pytest.param(
            [*range(HALF), *range(HALF)],
            f"{HALF} labels (and {HALF} of messages that say nearly the same as another) are too few",
            id="copies",
        ),
        pytest.param([0] * LEAST_LABELS, "2 labels (and 28 of messages that", id="one-text"),
    ],
)
def test_copies_are_no_further_labels(groups: list[int], problem: str | None) -> None:
    """A text that stands twice with the same label counts once."""
    messages = [
        LabelledMessage(str(row), "text", {"mood": "neutral" if row % HALF % 2 else "frustrated"})
        for row in range(LEAST_LABELS)
    ]
    labels, refused = usable_labels(messages, groups)

    assert labels == {"mood": LEAST_LABELS}
    assert list(refused) == (["mood"] if problem else [])
    assert problem is None or refused["mood"].startswith(problem)
