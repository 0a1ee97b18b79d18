"""What conditions look at agrees with what is read."""

from __future__ import annotations

from tonekit.analysis import LABELS
from tonekit.conditions.situation import NEUTRAL_LABELS
from tonekit.files.datafile import read_data_file
from tonekit.reading.heads.head_file import WEIGHTS


def test_neutral_labels_are_those_of_the_heads() -> None:
    """The label that stands for "does not tell" is the same in templates as in the reading."""
    heads = read_data_file(WEIGHTS).data["heads"]

    assert {name: heads[name]["neutral"] for name in LABELS} == NEUTRAL_LABELS
