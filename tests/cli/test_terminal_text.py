"""No text of a customer reaches the terminal as anything but signs that are seen."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from tonekit.cli.terminal_text import print_visibly, visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("a\x1b[31mred", "a␛[31mred", id="colour"),
        pytest.param("\x1b]0;title\x07", "␛]0;title␇", id="window-title"),
        pytest.param("abc\rX", "abc␍X", id="carriage-return"),
        pytest.param("abc\r\nX\r", "abc \nX␍", id="lines-of-windows"),
        pytest.param("a\x9b1mb", "a\ufffd1mb", id="eight-bit-escape"),
        pytest.param("pay \u202e0001", "pay \ufffd0001", id="bidi"),
        pytest.param("two\nlines\tand åäö 👩\u200d🚀", "two\nlines\tand åäö 👩\u200d🚀", id="ordinary"),
    ],
)
def test_visible(text: str, seen: str) -> None:
    """Controls are pictures, other hidden signs a replacement; line feeds, tabs and emoji stay."""
    assert visible(text) == seen


@given(st.text(max_size=80))
def test_nothing_controls_the_terminal(text: str) -> None:
    """Whatever is printed without colours holds no control but line feeds and tabs."""
    screen = io.StringIO()
    print_visibly(Text(text), Console(file=screen, width=60, color_system=None))

    hidden = {sign for sign in screen.getvalue() if unicodedata.category(sign) in {"Cc", "Cf", "Cs"}}
    assert hidden <= set("\n\t\u200d")


def test_same_length() -> None:
    """Every sign stays one sign, so that offsets hold."""
    assert len(visible("\x00\x1b\u202e\U000e0041")) == len("\x00\x1b\u202e\U000e0041")
