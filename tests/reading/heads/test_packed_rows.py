"""Tests of reading/heads/packed_rows.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.heads.packed_rows import UNIT, Packing

COLUMNS = 4
ROWS = st.lists(st.lists(st.integers(-20_000, 20_000), min_size=COLUMNS, max_size=COLUMNS), max_size=40)


@given(ROWS)
def test_sum_of_rows_is_the_sum_by_column(rows: list[list[int]]) -> None:
    """Rows added as integers are their columns added up, below 0 and above."""
    packing = Packing(COLUMNS)

    added = packing.numbers(sum(map(packing.packed, rows)))

    assert added == [sum(row[column] for row in rows) / UNIT for column in range(COLUMNS)]
    assert added == [packing.number(sum(map(packing.packed, rows)), column) for column in range(COLUMNS)]


@pytest.mark.parametrize(
    ("units", "numbers"),
    [
        ([], [0.0, 0.0, 0.0, 0.0]),
        ([500], [0.5, 0.0, 0.0, 0.0]),
        ([0, -1], [0.0, -0.001, 0.0, 0.0]),
        ([-1, -1, -1, -1], [-0.001, -0.001, -0.001, -0.001]),
        ([2_000_000_000, 0, 0, -2_000_000_000], [2e6, 0.0, 0.0, -2e6]),
    ],
)
def test_row_comes_out_as_it_went_in(units: list[int], numbers: list[float]) -> None:
    """A row keeps its numbers; columns that are left out at its end are 0."""
    packing = Packing(COLUMNS)

    assert packing.numbers(packing.packed(units)) == numbers


@given(ROWS, st.lists(st.integers(0, 20_000), max_size=COLUMNS))
def test_columns_above_their_bound(rows: list[list[int]], least: list[int]) -> None:
    """Those of the first columns are named that are above their bound, not those that are at it."""
    packing = Packing(COLUMNS)

    columns = packing.above([each / UNIT for each in least]).columns(sum(map(packing.packed, rows)))

    sums = [sum(row[column] for row in rows) for column in range(COLUMNS)]
    assert columns == [column for column, bound in enumerate(least) if sums[column] > bound]
