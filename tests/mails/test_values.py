"""Cells of an export are read as days, minutes, yes and no."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest
from hypothesis import example, given
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


@given(st.text() | st.text("0123456789:.,-/ TZ"))
@example("9" * 5000)
@example("9" * 5000 + ":00")
@example("9" * 400 + ",5 h")
def test_no_cell_raises(cell: str) -> None:
    """Whatever stands in a cell, it is read as a time and a day that mails can have, or not at all."""
    minutes, day = read_minutes(cell, column="time"), read_day(cell)

    assert minutes is None or 0 <= minutes < inf
    assert day is None or 1990 <= day.year <= 2100
    assert read_yes(cell) is None or cell.strip()


@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%Y%m%d", "%d %B %Y", "%Y-%m-%dT10:00:00Z"]),
)
def test_every_day_comes_back(day: date, form: str) -> None:
    """A day that is written in a usual way is that day."""
    assert read_day(day.strftime(form)) == day


@given(st.integers(0, 10**6), st.integers(0, 59))
def test_every_clock_comes_back(hours: int, minutes: int) -> None:
    """A time on a clock is its hours and minutes."""
    assert read_minutes(f"{hours}:{minutes:02d}", column="time") == hours * 60 + minutes
