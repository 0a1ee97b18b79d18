"""What users test their own messages with fails when it should, and says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.evaluation.labelled import LabelledMessage
from tonekit.testing import assert_reads, assert_scores

CROSS = "This is the third time I write and still nothing since Monday."


def test_right_reading_passes() -> None:
    """A message that is read as it should be raises nothing."""
    assert_reads(CROSS, mood="frustrated", language="en")


def test_wrong_reading_shows_the_words() -> None:
    """The failure names what was wanted, what was read, and the words that decided."""
    with pytest.raises(AssertionError) as caught:
        assert_reads(CROSS, mood="enthusiastic", language="en", request="appointment")

    message = str(caught.value)
    assert "mood: wanted enthusiastic, read as frustrated" in message
    assert "request: wanted appointment" in message
    assert "towards frustrated: contact.repeated" in message
    assert "language" not in message


def test_scores_come_back() -> None:
    """Where every floor holds, the scores are returned."""
    messages = [LabelledMessage("1", CROSS, {"mood": "frustrated"}), LabelledMessage("2", "x", {})]

    assert assert_scores(messages, {"mood": 1.0}) == {"mood": 1.0}


def test_score_below_the_floor_shows_mistakes(tmp_path: Path) -> None:
    """A floor that breaks names score, floor and the surest mistakes."""
    path = tmp_path / "ours.jsonl"
    path.write_text(f'{{"id": "m7", "text": "{CROSS}", "mood": "enthusiastic"}}\n', encoding="utf-8")

    with pytest.raises(AssertionError, match=r"mood: macro-F1 0.000 is below 0.5") as caught:
        assert_scores(path, {"mood": 0.5})

    assert "[m7]" in str(caught.value)


def test_unknown_dimension_is_named() -> None:
    """A dimension that does not exist is an error with those that do."""
    with pytest.raises(TypeError, match="no dimension 'mod'; there are language, formality"):
        assert_reads(CROSS, mod="frustrated")


def test_nothing_labelled_is_no_score() -> None:
    """A floor for a dimension that no message is labelled for is a mistake, not a pass."""
    with pytest.raises(ValueError, match="no message has a label for mood"):
        assert_scores([LabelledMessage("1", "x", {})], {"mood": 0.5})
