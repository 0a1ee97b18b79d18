"""Who labels is asked about every dimension, with every label."""

from __future__ import annotations

from tonekit.analysis import DIMENSIONS, LABELS
from tonekit.evaluation.questions import load_questions
from tonekit.languages.loading import available_languages


def test_questions_offer_every_label() -> None:
    """The file names the dimensions and labels that there are, no more and no fewer; nine keys are enough."""
    questions = load_questions()

    assert list(questions) == ["language", *DIMENSIONS]
    assert {name: set(questions[name].labels) for name in DIMENSIONS} == {
        name: set(LABELS[name]) for name in DIMENSIONS
    }
    assert set(questions["language"].labels) == {*available_languages(), "und"}
    assert max(len(each.labels) for each in questions.values()) <= 9
