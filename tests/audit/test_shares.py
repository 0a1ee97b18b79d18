"""Changes of shares are told from chance as in the literature."""

from __future__ import annotations

import pytest

from tonekit.audit.shares import changed


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # Newcombe 1998, "Interval estimation for the difference", table II, method 10: (a) holds no 0, (c) does.
        ((48, 80), (56, 70), True),
        ((5, 56), (0, 29), False),
        ((10, 100), (10, 100), False),
        ((0, 0), (10, 10), False),
        ((100, 1000), (200, 1000), True),
        ((200, 1000), (100, 1000), True),
    ],
)
def test_change_beyond_chance(before: tuple[int, int], after: tuple[int, int], expected: bool) -> None:
    """Two shares differ where the interval of their difference does not hold 0."""
    assert changed(before, after) is expected
