"""Cells of an export are read as days, minutes, yes and no."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.mails.values import read_day, read_minutes, read_yes

SECOND = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-11-02", SECOND),
        (" 2026-11-02 10:00:00.123+01:00 ", SECOND),
        ("2026-11-02T10:00:00Z", SECOND),
        ("20261102", SECOND),
        ("02.11.2026", SECOND),
        ("02.11.26", SECOND),
        ("02.11.2026 10:15", SECOND),
        ("02.11.2026, 10:15 Uhr", SECOND),
        ("2/11/2026", SECOND),
        ("2026/11/02", SECOND),
        ("November 2, 2026", SECOND),
        ("Mon, 2 Nov 2026 10:00:00 +0100", SECOND),
        ("1793620800", SECOND),
        ("1793620800000", SECOND),
        ("0001-01-01", None),
        ("1970-01-01", None),
        ("9999-12-31", None),
        ("yesterday", None),
        ("31.02.2026", None),
    ],
)
def test_days(cell: str, expected: date | None) -> None:
    """Usual ways of writing a date are read; placeholders and slips are none."""
    assert read_day(cell) == expected


def test_day_by_format() -> None:
    """A given format is the only one that is tried."""
    assert read_day("11/02/2026", form="%m/%d/%Y") == SECOND
    assert read_day("2026-11-02", form="%m/%d/%Y") is None


@pytest.mark.parametrize(
    ("cell", "column", "expected"),
    [
        ("12", "handling_time", 12),
        ("12.5", "handling_time", 12.5),
        ("12,5", "handling_time", 12.5),
        ("90", "Handling seconds", 1.5),
        ("2", "hours", 120),
        ("90 s", "hours", 1.5),
        ("1,5 Std", "Dauer", 90),
        ("12 Minuten", "Dauer", 12),
        ("0:12", "AHT", 12),
        ("01:30:30", "AHT", 90.5),
        ("soon", "AHT", None),
        ("-5", "AHT", None),
        ("nan", "AHT", None),
    ],
)
def test_minutes(cell: str, column: str, expected: float | None) -> None:
    """Times come as numbers or clocks; the unit stands in the cell or in the name of the column."""
    assert read_minutes(cell, column=column) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Yes", True),
        ("1", True),
        ("ja", True),
        (" TRUE ", True),
        ("No", False),
        ("nein", False),
        ("0", False),
        ("maybe", None),
    ],
)
def test_yes_and_no(cell: str, expected: bool | None) -> None:
    """Yes and no are read in our languages and as numbers."""
    assert read_yes(cell) is expected


@given(st.text())
def test_no_cell_raises(cell: str) -> None:
    """Whatever stands in a cell, it is read or it is not."""
    minutes = read_minutes(cell, column="time")

    assert minutes is None or minutes >= 0
    assert read_day(cell) is None or read_day(cell, form=None) is not None
    assert read_yes(cell) in {True, False, None}
