"""Lone surrogates, which a text can hold and no file."""

from __future__ import annotations

import pytest

from tonekit.foreign_text.surrogates import without_surrogates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("plain", "plain", id="ascii"),
        pytest.param("Grüße 😊", "Grüße 😊", id="whole-pair"),
        pytest.param("a\ud83db", "a\ufffdb", id="first-half"),
        pytest.param("a\ude0ab", "a\ufffdb", id="second-half"),
        pytest.param("\ud83d\ude0a", "\ufffd\ufffd", id="both-halves-apart"),
    ],
)
def test_lone_surrogates_are_replaced_in_place(text: str, expected: str) -> None:
    """Each half becomes U+FFFD, so offsets stay and the text can be written; whole texts are left alone."""
    assert without_surrogates(text) == expected
    assert without_surrogates(text).encode()
