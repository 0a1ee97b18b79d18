"""Parts of a change are shown so that a person sees what nobody sees."""

from __future__ import annotations

import pytest

from tonekit.selftest.variation import Edit, ascii_signs, by_edits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u00adb", "a<U+00AD>b"),
        ("❤\ufe0f", "❤<U+FE0F>"),
        ("a\u030a", "a<U+030A>"),
        ("a\nb", "a<U+000A>b"),
        ("blå", "blå"),
    ],
)
def test_invisible_signs_are_spelt_out(text: str, expected: str) -> None:
    """Signs without a picture of their own are written as their number."""
    assert ascii_signs(text) == expected


def test_edits_are_taken_in_order() -> None:
    """Any choice of edits can be made, and each is shown with its surroundings."""
    variation = by_edits("one two three", [Edit(0, 3, "ONE"), Edit(8, 13, "THREE")])

    assert variation.build((1,)) == "one two THREE"
    assert variation.build((0, 1)) == "ONE two THREE"
    assert variation.show((1,)) == "…one two [three → THREE]…"
