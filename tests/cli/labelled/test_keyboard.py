"""Keys come one by one, and what is no key is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.cli.labelled.keyboard import END, ENTER, keys_of


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        pytest.param("1", ["1"], id="one"),
        pytest.param("12u", ["1", "2", "u"], id="typed-fast"),
        pytest.param("\r", [ENTER], id="enter"),
        pytest.param("\x1b[A\x1b[3~2", ["2"], id="arrow-and-delete"),
        pytest.param("\x1bOP", [], id="function-key"),
        pytest.param("\x1b", [], id="escape"),
        pytest.param("ä", ["ä"], id="letter"),
        pytest.param("", [END], id="terminal-closed"),
    ],
)
def test_keys(typed: str, keys: list[str]) -> None:
    """What a terminal sends becomes keys."""
    assert list(keys_of(typed)) == keys


@given(st.text(min_size=1))
def test_no_key_is_an_escape(typed: str) -> None:
    """Whatever is pasted into the terminal, every key is one sign and none begins a sequence."""
    assert all(len(key) == 1 and key != "\x1b" for key in keys_of(typed))
