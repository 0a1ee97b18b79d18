"""Words around a number count only as whole words, within reach, and the nearest of them decides."""

from __future__ import annotations

import pytest

from tonekit.guard.identifiers.page import NEAR, REACH, Page

NUMBER = "12345678"


@pytest.mark.parametrize(
    ("before", "announced"),
    [
        pytest.param("phone ", True, id="right-before"),
        pytest.param("phone ".ljust(REACH, "x"), True, id="at-the-edge-of-the-window"),
        pytest.param("gramo" + "phone ".ljust(REACH, "x"), False, id="word-cut-by-the-window"),
        pytest.param("phone ".ljust(REACH + 10, "x"), False, id="out-of-reach"),
        pytest.param("phone\n\n", False, id="another-paragraph"),
    ],
)
def test_words_that_announce(before: str, announced: bool) -> None:
    """A word announces a number of its kind within reach, whole, and in the same paragraph."""
    text = before + NUMBER

    assert Page(text).announced("phone", len(before), len(text)) is announced


@pytest.mark.parametrize(
    ("before", "belied"),
    [
        pytest.param("order ", True, id="right-before"),
        pytest.param("order phone ", False, id="nearer-word-for-a-phone"),
        pytest.param("phone order ", True, id="nearer-word-for-something-else"),
        pytest.param("order ".ljust(NEAR + 10, "x"), False, id="too-far"),
        pytest.param("order 55, ", False, id="after-another-number"),
        pytest.param("order\n", False, id="another-line"),
        pytest.param("#", True, id="number-sign"),
    ],
)
def test_words_that_say_otherwise(before: str, belied: bool) -> None:
    """A word for something else counts unless a word for a phone or an identity stands nearer to the number."""
    assert Page(before + NUMBER).belied(len(before)) is belied
