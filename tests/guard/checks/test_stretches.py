"""Stretches of a text are met exactly where a sign is shared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.checks.stretches import Stretches

SPANS = st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda each: (each[0], each[0] + each[1]))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_meets(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    """A stretch meets the others if one of them holds one of its signs."""
    signs = {sign for start, end in spans for sign in range(start, end)}

    assert Stretches(spans).meets(asked) is not signs.isdisjoint(range(*asked))
