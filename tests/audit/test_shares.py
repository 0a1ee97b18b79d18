"""Intervals of shares are those of the literature."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.audit.shares import changed, wilson


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        # Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_published(hits: int, total: int, low: float, high: float) -> None:
    """The interval agrees with the published figures."""
    assert wilson(hits, total) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(0, 500), st.integers(0, 500))
def test_interval_holds_the_share(hits: int, misses: int) -> None:
    """The share lies inside its interval, and the interval inside 0 and 1."""
    total = hits + misses
    low, high = wilson(hits, total)

    assert 0 <= low <= high <= 1
    assert not total or low - 1e-12 <= hits / total <= high + 1e-12


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
