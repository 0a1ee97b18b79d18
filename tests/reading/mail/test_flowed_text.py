"""Line breaks of mail programs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.mail.flowed_text import unflowed

_TEXTS = {
    "paragraph": ("one \ntwo\nthree", "one two\nthree"),
    "signature": ("one \n-- \nKim", "one \n-- \nKim"),
    "quoted lines stay": ("> one \n> two\nthree", "> one \n> two\nthree"),
    "a quoted line with a blank at its end": ("> one \ntwo", "> one \ntwo"),
    "a break before a quoted line": ("one \n> two", "one \n> two"),
    "stuffed": (" > no quote\n From here", "> no quote\nFrom here"),
}


@pytest.mark.parametrize(("text", "typed"), _TEXTS.values(), ids=_TEXTS.keys())
def test_typed_lines(text: str, typed: str) -> None:
    """Lines are those that were typed; quoted ones and the signature's stay by themselves."""
    assert unflowed(text, delete_space=False) == typed


def test_breaks_inside_words() -> None:
    """With `delsp` the blank belongs to the break, not to the text."""
    assert unflowed("mon \ney back", delete_space=True) == "money back"


@given(st.text())
def test_no_word_is_lost(text: str) -> None:
    """Nothing but white space and line breaks differs."""
    assert "".join(unflowed(text, delete_space=False).split()) == "".join(text.split())
