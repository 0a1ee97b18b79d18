"""What a helpdesk wrote into the texts is told, because it gives labels away."""

from __future__ import annotations

import pytest

from tonekit.evaluation.calibration.giveaways import LEAST, giveaways
from tonekit.evaluation.calibration.own_words import Candidate


@pytest.mark.parametrize(
    ("hits", "messages", "told"),
    [
        pytest.param(LEAST, LEAST, True, id="always"),
        pytest.param(58, 60, True, id="nearly-always"),
        pytest.param(56, 60, False, id="mostly"),
        pytest.param(LEAST - 1, LEAST - 1, False, id="few"),
    ],
)
def test_words_with_one_label_throughout(hits: int, messages: int, *, told: bool) -> None:
    """The line names dimension, word and counts; nothing is said of words that customers use as well."""
    word = Candidate("own.de.extern", "extern", "de", "frustrated", 5.0, hits, messages)
    lines = list(giveaways({"mood": [word], "urgency": []}))

    assert len(lines) == told
    assert all(
        f"mood: nearly always with one label: extern ({hits} of {messages} frustrated)" in line for line in lines
    )
