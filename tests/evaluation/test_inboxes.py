"""Ordinary inboxes, by five authors who had only the definitions, are read as well as when the floors were set.

No cue, word or weight was made by them, but they helped to choose which dimensions are learned with dropout. Nobody who
mends cues, words or weights should read them. Figures in docs/accuracy.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import tonekit
from tonekit.evaluation.labelled import LabelledMessage, read_labelled
from tonekit.evaluation.scores import calibration_error, macro_f1

INBOXES = Path(__file__).parents[1] / "fixtures" / "inboxes"
FLOORS = {
    "formality": 0.85,
    "directness": 0.77,
    "knowledge": 0.81,
    "mood": 0.87,
    "sentiment": 0.88,
    "urgency": 0.78,
    "request": 0.79,
    "role": 0.76,
    "detail_need": 0.86,
    "decision": 0.84,
}
"""Macro-F1 of all languages together, about 0.03 below what it was when they were set."""
WORST_CALIBRATION = 0.1
LANGUAGES_RIGHT = 0.99


@pytest.fixture(scope="module")
def messages() -> tuple[LabelledMessage, ...]:
    """The messages of all languages."""
    return tuple(each for path in sorted(INBOXES.glob("*.jsonl")) for each in read_labelled(path))


@pytest.fixture(scope="module")
def analyses(messages: tuple[LabelledMessage, ...]) -> list[tonekit.Analysis]:
    """How each is read."""
    return [tonekit.analyze(each.text) for each in messages]


@pytest.mark.parametrize("dimension", FLOORS)
def test_inboxes(messages: tuple[LabelledMessage, ...], analyses: list[tonekit.Analysis], dimension: str) -> None:
    """Every dimension is read as well as it was, and is right about as often as its confidence says."""
    verdicts = [getattr(each, dimension) for each in analyses]
    wanted, given = [each.labels[dimension] for each in messages], [each.label for each in verdicts]
    right = [one == other for one, other in zip(wanted, given, strict=True)]

    assert len(messages) == 800
    assert macro_f1(wanted, given) >= FLOORS[dimension]
    assert calibration_error(right, [each.confidence for each in verdicts]) <= WORST_CALIBRATION


def test_languages_of_inboxes(messages: tuple[LabelledMessage, ...], analyses: list[tonekit.Analysis]) -> None:
    """The language of nearly every mail is told."""
    told = [each.language.label == message.labels["language"] for each, message in zip(analyses, messages, strict=True)]

    assert sum(told) / len(told) >= LANGUAGES_RIGHT
