"""What users test their own messages with fails when it should, and says why."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tonekit
from tonekit.evaluation.labelled import LabelledMessage
from tonekit.testing import assert_labelled, assert_reads, assert_scores, labelled_cases

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
    assert "towards frustrated: contact.unanswered" in message
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


def test_holding_a_message_to_nothing_is_refused() -> None:
    """A test that cannot fail is an error."""
    with pytest.raises(TypeError, match="needs a label"):
        assert_reads(CROSS)


def test_unknown_dimension_is_named() -> None:
    """A dimension that does not exist is an error with those that do."""
    with pytest.raises(TypeError, match="no dimension 'mod'; there are language, formality"):
        assert_reads(CROSS, mod="frustrated")


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        pytest.param(
            {"mood": "angry"}, "'angry' is not a label of mood; its labels are frustrated, neutral", id="label"
        ),
        pytest.param({"mood": ""}, "mood needs a label", id="empty"),
        pytest.param({"language": "englisch"}, "'englisch' is not a language code", id="language"),
    ],
)
def test_unknown_label_is_named(labels: dict[str, str], words: str) -> None:
    """A label that no answer can be is an error with those that can, as in a file, and no wrong reading."""
    with pytest.raises(ValueError, match=words):
        assert_reads(CROSS, analyze=tonekit.analyze, **labels)


@pytest.mark.parametrize("floor", [-1, 80, 1.01, float("nan")])
def test_floor_is_a_share(floor: float) -> None:
    """A floor below 0 would never fail and one above 1 always: both are mistakes, as for `tonekit evaluate --min`."""
    with pytest.raises(ValueError, match="the floor of mood needs a number from 0 to 1"):
        assert_scores([LabelledMessage("1", CROSS, {"mood": "frustrated"})], {"mood": floor})


def test_nothing_labelled_is_no_score() -> None:
    """A floor for a dimension that no message is labelled for is a mistake, not a pass."""
    with pytest.raises(ValueError, match="no message has a label for mood"):
        assert_scores([LabelledMessage("1", "x", {})], {"mood": 0.5})


def test_messages_of_a_file_become_tests_of_a_suite(tmp_path: Path) -> None:
    """In the suite of a user every chosen message is a test under its id; a failure shows the words alone."""
    (tmp_path / "ours.csv").write_text(
        f"id,text,mood,tags\nright,{CROSS},frustrated,must\nwrong,{CROSS},enthusiastic,must\nother,{CROSS},neutral,\n",
        encoding="utf-8",
    )
    (tmp_path / "test_ours.py").write_text(
        "import pytest\n"
        "from tonekit.testing import assert_labelled, labelled_cases\n"
        "@pytest.mark.parametrize(**labelled_cases('ours.csv', tag='must'))\n"
        "def test_ours(message):\n"
        "    assert_labelled(message)\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-v", "test_ours.py"]
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout

    assert "test_ours[right] PASSED" in shown
    assert "test_ours[wrong] FAILED" in shown
    assert "1 failed, 1 passed" in shown
    assert "mood: wanted enthusiastic, read as frustrated" in shown
    assert "towards frustrated: contact.unanswered" in shown
    assert "_assert_right" not in shown


def test_expected_answer_is_held_to() -> None:
    """A message can say which style or template its answer should have; a reader of one's own is asked instead."""
    message = LabelledMessage("1", CROSS, {}, expected={"profile.empathy": "none"})

    with pytest.raises(AssertionError, match=r"profile\.empathy: wanted none, read as acknowledge"):
        assert_labelled(message)
    with pytest.raises(AssertionError, match=r"profile\.empathy"):
        assert_scores([message], {"profile.empathy": 0.5}, analyze=tonekit.ToneKit().personalize)
    with pytest.raises(TypeError, match="give a result of personalize"):
        assert_labelled(message, analyze=tonekit.analyze)


def test_expectations_that_nobody_asks_for_cost_nothing() -> None:
    """Scores of dimensions need no answer, whatever the messages expect of one."""
    message = LabelledMessage("1", CROSS, {"mood": "frustrated"}, expected={"profile.empathy": "none"})

    assert assert_scores([message], {"mood": 1.0}, analyze=tonekit.analyze) == {"mood": 1.0}


def test_no_case_is_a_mistake(tmp_path: Path) -> None:
    """A tag that no message has is an error: a test that runs over nothing would always pass."""
    path = tmp_path / "ours.jsonl"
    path.write_text('{"text": "x", "tags": ["chat"]}\n', encoding="utf-8")

    with pytest.raises(ValueError, match="has the tag 'must'"):
        labelled_cases(path, tag="must")
