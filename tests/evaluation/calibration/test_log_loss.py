"""The loss counts every class alike, and has a height that knowing nothing of the texts gives."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from tonekit.evaluation.calibration.log_loss import fall_in_errors, losses, losses_of_shares
from tonekit.evaluation.calibration.material import Material, material_of
from tonekit.reading.heads.additive_heads import Head
from tonekit.reading.heads.head_file import HeadFile
from tonekit.reading.observed_message import ObservedMessage

LABELS = ("frustrated", "neutral", "enthusiastic")
HEAD = Head(
    "mood",
    HeadFile(labels=LABELS, neutral="neutral", unsure_below=0.4, zones=frozenset({"body"}), bias={}, weights={}),
    repeat=0.5,
)
NOTHING_KNOWN = -100.0
"""A score that takes a label out of the choice."""


def labelled(*wanted: str) -> Material:
    """Return messages in which nothing was found, with their labels."""
    return material_of(HEAD, [ObservedMessage("en", {"mood": []}, ())] * len(wanted), wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(["frustrated"] * 5 + ["neutral"] * 5, id="even"),
        pytest.param(["frustrated"] * 9 + ["neutral"], id="skewed"),
    ],
)
def test_a_guess_among_the_labels_of_the_file_is_what_shares_are_worth(wanted: list[str]) -> None:
    """With every class counting alike, who knows the shares alone can do no better than a guess among those labels."""
    material = labelled(*wanted)
    guess = np.tile([0.0, 0.0, NOTHING_KNOWN], (len(wanted), 1))

    assert losses(material, guess) == pytest.approx(losses_of_shares(material))
    assert losses_of_shares(material).mean() == pytest.approx(log(2))


def test_every_class_counts_alike() -> None:
    """What is wrong about the one message of a class weighs as much as what is wrong about nine of another."""
    material = labelled(*["frustrated"] * 9, "neutral")
    found = losses(material, np.tile([0.0, 0.0, NOTHING_KNOWN], (10, 1)))

    assert found[:9].sum() == pytest.approx(found[9])


@pytest.mark.parametrize(
    ("before", "after", "errors"),
    [
        pytest.param([3.0, 2.0], [1.0, 1.0], 3.0, id="falls"),
        pytest.param([1.0, 1.0], [3.0, 2.0], -3.0, id="rises"),
        pytest.param([1.0, 1.0], [1.0, 1.0], 0.0, id="stays"),
    ],
)
def test_a_fall_is_told_in_standard_errors(before: list[float], after: list[float], errors: float) -> None:
    """The mean fall is divided by its standard error."""
    assert fall_in_errors(np.array(before), np.array(after)) == pytest.approx(errors)
