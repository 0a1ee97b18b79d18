"""Shrinking finds a smallest part of a change that still has its effect."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tonekit.selftest.shrinking import shrink


@given(
    st.integers(1, 60).flatmap(lambda parts: st.tuples(st.just(parts), st.sets(st.integers(0, parts - 1), min_size=1)))
)
def test_what_is_needed_is_found(case: tuple[int, set[int]]) -> None:
    """Where some parts are needed together, exactly these are found."""
    parts, needed = case

    assert set(shrink(parts, lambda some: needed <= set(some), most_tries=100_000)) == needed


@given(st.integers(2, 40))
def test_no_part_can_be_left_out(parts: int) -> None:
    """Of an effect that any three parts have, three are left."""
    found = shrink(parts, lambda some: len(some) >= min(3, parts), most_tries=100_000)

    assert len(found) == min(3, parts)


def test_tries_are_bounded() -> None:
    """After so many tries the answer is what was found until then, and it still has the effect."""
    tried: list[Sequence[int]] = []

    def still(some: Sequence[int]) -> bool:
        tried.append(some)
        return {0, 99} <= set(some)

    found = shrink(100, still, most_tries=10)

    assert len(tried) == 10
    assert {0, 99} <= set(found)


def test_a_single_part_stays() -> None:
    """A change of one part cannot shrink, and is not tried again."""
    assert shrink(1, lambda _: False) == (0,)
