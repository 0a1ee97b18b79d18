"""What takes away from the figures is said in words, and nothing is said where nothing does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tonekit.evaluation.answers import AnsweredMessage
from tonekit.evaluation.evaluation import Evaluation, evaluation_of
from tonekit.evaluation.evaluation_file import as_json
from tonekit.evaluation.mistakes import Answer
from tonekit.evaluation.reservations import reservations


def evaluated(labels: Sequence[str], *, texts: Sequence[str] = (), fitted_on: bool = False) -> Evaluation:
    """Return the evaluation of messages with these labels for mood, all answered with the label."""
    rows = zip(labels, texts or [str(row) for row in range(len(labels))], strict=True)
    messages = [
        AnsweredMessage(f"m{row}", text, "en", (), {"mood": label}, {"mood": Answer(label, 0.9)}, (), "rules")
        for row, (label, text) in enumerate(rows, start=1)
    ]
    return evaluation_of(messages, file="ours.jsonl", data="00ff", fitted_on=fitted_on)


PLENTY = ["neutral"] * 30 + ["frustrated"] * 10


@pytest.mark.parametrize(
    ("evaluation", "words"),
    [
        pytest.param(evaluated(PLENTY), [], id="nothing"),
        pytest.param(evaluated(["neutral"] * 4), ["Fewer than 30 labels", "mood 4."], id="few"),
        pytest.param(
            evaluated([*PLENTY, *["enthusiastic"] * 2]),
            ["Labels with fewer than 5 messages", "mood: enthusiastic 2."],
            id="rare-label",
        ),
        pytest.param(
            evaluated(PLENTY, texts=["same"] * 3 + [str(row) for row in range(37)]),
            ["2 of 40 messages say nearly the same as one before them"],
            id="copies",
        ),
        pytest.param(
            replace(evaluated(PLENTY), copied=(("mood", "urgency"),)),
            ["mood and urgency are labelled alike"],
            id="alike",
        ),
        pytest.param(evaluated(PLENTY, fitted_on=True), ["fitted on these very messages"], id="fitted-on"),
        pytest.param(replace(evaluated(PLENTY), two_classes=("mood",)), ["--two-classes: for mood"], id="two-classes"),
    ],
)
def test_each_is_one_line(evaluation: Evaluation, words: list[str]) -> None:
    """Every reservation is a sentence with its figures."""
    lines = list(reservations(evaluation))

    assert len(lines) == bool(words)
    assert all(word in lines[0] for word in words)


def test_one_text_with_two_labels_is_named() -> None:
    """Where a text stands with different labels, the message with the later label is named, a few at the most."""
    texts = [str(row) for row in range(30)] + [str(row) for row in range(10)]
    found = evaluated(PLENTY, texts=texts)

    assert found.disputed == tuple(f"m{row}" for row in range(31, 41))
    assert any("different labels: m31, m32, m33, m34, m35 and 5 more." in line for line in reservations(found))


def test_they_are_kept_with_the_figures() -> None:
    """The JSON of a run holds what they are made of."""
    kept = as_json(evaluated(PLENTY, fitted_on=True, texts=["same"] * 40))

    assert '"fitted_on": true' in kept
    assert '"copies": 39' in kept
