"""Lengths of time are found in each spelling: an hour and a half may be written as 1½ or 1 1/2."""

from __future__ import annotations

import pytest

from tonekit.guard.claims.claims import find_claims
from tonekit.guard.wording.words import words_of


@pytest.mark.parametrize(
    ("text", "hours", "said"),
    [
        pytest.param("It takes 1 1/2 hours.", 1.5, "1 1/2 hours", id="en slash"),
        pytest.param("Es dauert 2½ Stunden.", 2.5, "2½ Stunden", id="de sign"),
        pytest.param("Det tar ¾ timme.", 0.75, "¾ timme", id="sv sign alone"),
        pytest.param("Det tar 3/4 time.", 0.75, "3/4 time", id="nb slash alone"),
        pytest.param("Det tager 1 1/4 time.", 1.25, "1 1/4 time", id="da slash"),
    ],
)
def test_fraction_of_a_length(text: str, hours: float, said: str) -> None:
    """The fraction belongs to the length."""
    lengths = [each for each in find_claims(text, words_of(text)) if each.kind == "length"]

    assert [(each.key, text[each.start : each.end]) for each in lengths] == [(hours, said)]
