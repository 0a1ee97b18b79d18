"""What is left of a text that is too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.foreign_text.both_ends import both_ends

LINES = "Hello.\n"


@pytest.mark.parametrize(
    ("text", "most", "left"),
    [
        pytest.param("one two", 100, "one two", id="short"),
        pytest.param("a" * 200, 100, f"{'a' * 70}\n[…]\n{'a' * 25}", id="one word"),
        pytest.param(LINES * 100, 100, LINES * 10 + "[…]\n" + LINES * 2 + "Hello.", id="at the end of a line"),
        pytest.param("word " * 100, 100, f"{'word ' * 13}word\n[…]\n{'word ' * 3}word", id="at the end of a word"),
    ],
)
def test_the_middle_is_left_out(text: str, most: int, left: str) -> None:
    """Beginning and end stay, cut where a line or a word ends if one is near, and a mark stands between them."""
    assert both_ends(text, most=most) == left


@given(st.text(alphabet="ab \n", max_size=400), st.integers(min_value=100, max_value=300))
def test_nothing_is_longer_than_it_may_be(text: str, most: int) -> None:
    """The mark counts too, so that what was cut once is not cut again."""
    assert len(both_ends(text, most=most)) <= most
    assert both_ends(both_ends(text, most=most), most=most) == both_ends(text, most=most)
