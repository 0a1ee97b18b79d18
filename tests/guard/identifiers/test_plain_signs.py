"""Plain signs: one for each of the text, so that places stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.identifiers.plain_signs import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Öström, Łucja, Søren, Žižek, İı", "Ostrom, Lucja, Soren, Zizek, Ii", id="letters"),
        pytest.param("Größl Æbelø", "Großl Æbelo", id="letters-that-stand-for-two"),
        pytest.param("Ｍüller ＋４６", "Muller +46", id="fullwidth"),
        pytest.param("a\u2009b\u202fc\u00a0d\u3000e", "a b c d e", id="blanks"),
        pytest.param("a\u2011b\u2013c\u2212d", "a-b-c-d", id="dashes"),
        pytest.param("Жанна, 王, ٣", "Жанна, 王, ٣", id="other-scripts"),
    ],
)
def test_plain_signs(text: str, expected: str) -> None:
    """Letters lose accents, and what only looks otherwise is what it looks like."""
    assert plain(text) == expected


@given(st.text())
def test_places_stay(text: str) -> None:
    """No text gets longer or shorter, and a plain one stays as it is."""
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)
