"""Steps may be counted in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.checks.measure_check import counts_steps


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("First: open the lid.\nSecond: press the key.", True, id="en lines"),
        pytest.param("Step one: open it.\n**Step two:** press it.", True, id="en named"),
        pytest.param("Firstly, open the lid. Secondly, press the key.", True, id="en sentences"),
        pytest.param("Erstens: Deckel öffnen.\nZweitens: Taste drücken.", True, id="de"),
        pytest.param("Schritt eins: öffnen.\nSchritt zwei: drücken.", True, id="de named"),
        pytest.param("För det första, öppna luckan. För det andra, tryck.", True, id="sv"),
        pytest.param("Trinn en: åpne.\nTrinn to: trykk.", True, id="nb"),
        pytest.param("For det første: åbn.\nFor det andet: tryk.", True, id="da"),
        pytest.param("Second: press the key.\nFirst: open the lid.", False, id="the wrong way round"),
        pytest.param("First, thank you. Open the lid and press the key.", False, id="no second"),
        pytest.param("Open the first, then the second, lid.", False, id="inside a sentence"),
    ],
)
def test_openings_count(text: str, counted: bool) -> None:
    """The openings of two sentences count from one on."""
    assert counts_steps(text) is counted


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """No text breaks it."""
    assert counts_steps(text) in (True, False)
