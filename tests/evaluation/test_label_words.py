"""Words for labels in our languages: each means one label, and every label but plain ones has some."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tonekit.analysis import LABELS
from tonekit.evaluation.label_words import LabelWords, label_words, meant_field, meant_label
from tonekit.evaluation.labelled_message import KEYS


def test_every_label_has_words() -> None:
    """No dimension and no label is forgotten, and every field is one of the format."""
    words = label_words()

    assert {name: set(labels) for name, labels in words.labels.items()} == {
        name: set(labels) for name, labels in LABELS.items()
    }
    assert all(each for labels in words.labels.values() for each in labels.values())
    assert words.fields.keys() <= set(KEYS)


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param({"mood": {"frustrated": ("arg",), "neutral": ("arg",)}}, id="two-labels"),
        pytest.param({"mood": {"angry": ("arg",)}}, id="no-label"),
        pytest.param({"moods": {"frustrated": ("arg",)}}, id="no-dimension"),
        pytest.param({"mood": {"frustrated": ("Arg",)}}, id="capital"),
    ],
)
def test_what_could_mean_two_things_is_refused(labels: dict[str, dict[str, tuple[str, ...]]]) -> None:
    """A word under two labels, with a capital letter, or under what is none, is an error of the file."""
    with pytest.raises(ValidationError):
        LabelWords(fields={}, labels=labels)


def test_a_label_that_is_misspelt_is_meant_too() -> None:
    """English labels and fields that are nearly right are told as before."""
    assert meant_label("mood", "enthusastic", LABELS["mood"]) == "enthusiastic"
    assert meant_label("mood", "zzz", LABELS["mood"]) is None
    assert meant_field("modd", KEYS) == "mood"
