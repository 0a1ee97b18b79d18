"""Numbers that explain a technical matter are told from limits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.harmless.engineering import explains


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("read it as signed 16 bit", "16", id="format"),
        pytest.param("åtta kanaler i 48 kHz", "48", id="unit"),
        pytest.param("dann durch 100 teilen", "100", id="German division"),
        pytest.param("del på verdien og gang med: divideres 100", "100", id="Norwegian division"),
        pytest.param("int16 / 100 = °C", "100", id="operator"),
        pytest.param("hi << 16 | lo", "16", id="shift"),
        pytest.param("22.50 degrees are sent as 2250", "2250", id="the same number, shifted"),
    ],
)
def test_explains(text: str, number: str) -> None:
    """What is reckoned with, and what has a technical unit, explains."""
    start = text.rindex(number)

    assert explains(text, start, start + len(number))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("up to 16 bit are read", "16", id="up to"),
        pytest.param("höchstens 64 MB", "64", id="German limit"),
        pytest.param("8 MB per upload", "8", id="rate"),
        pytest.param("312 other accounts ran into it", "312", id="count"),
        pytest.param("stationen gør 12 forsøg", "12", id="Danish count"),
    ],
)
def test_limits(text: str, number: str) -> None:
    """A limit, a rate and a count of things are promises whatever their unit."""
    start = text.index(number)

    assert not explains(text, start, start + len(number))


@given(st.text(alphabet="0123456789.,/ *=x<>bitkHz", max_size=60), st.integers(0, 60), st.integers(0, 8))
def test_any_text(text: str, start: int, length: int) -> None:
    """No text breaks it."""
    explains(text, min(start, len(text)), min(start + length, len(text)))
