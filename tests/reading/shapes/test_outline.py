"""The outline of a text tells digits, capitals and small letters apart and keeps every sign in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.shapes.outline import outline


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        pytest.param("Error E17: v2.3", "Aaaaa A00: a0.0", id="ascii"),
        pytest.param("größer, »ÄÖ«", "aaößaa, »ÄÖ«", id="latin"),
        pytest.param("€ 12 😊 x", "? 00 ? a", id="beyond-latin"),
        pytest.param("\u0663\u0664 kg", "00 aa", id="other-digits"),
        pytest.param("10²", "00²", id="raised-figure"),
        pytest.param("", "", id="empty"),
    ],
)
def test_outline(text: str, drawn: str) -> None:
    """Letters beyond A to Z stay, what Latin-1 does not have is a question mark."""
    assert outline(text) == drawn


@given(st.text())
def test_every_sign_keeps_its_place(text: str) -> None:
    """The outline is as long as the text, and 0 stands for its digits, those of other scripts too."""
    drawn = outline(text)

    assert len(drawn) == len(text)
    assert [sign == "0" for sign in drawn] == [sign.isdecimal() for sign in text]
