"""CSV that we write runs nothing in a spreadsheet, and reads back as it was."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.report.spreadsheet import guarded, write_rows


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        '=HYPERLINK("http://x")',
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
        "|calc",
    ],
)
def test_formulas_are_texts(cell: str) -> None:
    """What a spreadsheet could take for a formula gets an apostrophe before it."""
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "mood", "a=b", "2026-11-02", "0171", 'say "x"', -1, 0.5, None, True])
def test_others_stay(cell: object) -> None:
    """Ordinary texts and all numbers are left as they are."""
    assert guarded(cell) is cell


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4), max_size=4))
def test_rows_read_back(rows: list[list[str]]) -> None:
    """Whatever the texts hold, the cells come back, guarded."""
    file = StringIO(newline="")
    write_rows(file, rows)
    file.seek(0)

    assert [row for row in csv.reader(file) if row] == [[str(guarded(cell)) for cell in row] for row in rows]
