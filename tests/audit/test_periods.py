"""Mails are shown by day, week or month, and the halves of a pile are compared."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from tonekit.audit.periods import Change, changed, changes, periods

FIRST = date(2026, 1, 5)


def days(*counts: tuple[int, int]) -> dict[date, Counter[str]]:
    """Return days, given as days behind the first Monday of January and mails."""
    return {FIRST + timedelta(days=day): Counter(mails=count) for day, count in counts}


@pytest.mark.parametrize(
    ("given", "names"),
    [
        pytest.param(days((0, 1), (2, 1)), ["2026-01-05", "2026-01-06", "2026-01-07"], id="days"),
        pytest.param(
            days((0, 1), (22, 1)), ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"], id="weeks-by-monday"
        ),
        pytest.param(days((0, 1), (220, 1)), [f"2026-0{month}" for month in range(1, 9)], id="months"),
        pytest.param({}, [], id="no-dates"),
    ],
)
def test_periods_fit_the_span(given: dict[date, Counter[str]], names: list[str]) -> None:
    """A short pile is shown by day, a longer one by week or month; periods without mails are shown too."""
    assert [each.name for each in periods(given)] == names


def test_counts_are_kept() -> None:
    """Every mail is in one period, and a period without mails has no share."""
    row = periods(days((0, 3), (30, 4)))

    assert sum(each.counts["mails"] for each in row) == 7
    assert row[1].share("repeated") is None


@pytest.mark.parametrize("stray", [-4000, 4000])
def test_stray_dates_do_not_flatten_the_plot(stray: int) -> None:
    """A mail with a date years away is left out, whether it lies before or behind."""
    assert [each.name for each in periods(days((0, 500), (1, 500), (stray, 2)))] == ["2026-01-05", "2026-01-06"]


def test_many_far_mails_are_no_strays() -> None:
    """What is no small part of a pile is shown, however far away."""
    assert len(periods(days((0, 50), (400, 50)))) > 12


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((10, 100), (60, 100), True),
        ((10, 100), (12, 100), False),
        ((1, 10), (9, 10), False),
        ((1, 100), (20, 20), False),
    ],
)
def test_clear_changes(before: tuple[int, int], after: tuple[int, int], expected: bool) -> None:
    """A change is clear where it is beyond chance and both halves have enough mails."""
    assert Change("repeated", before, after).clear is expected


def test_halves_are_compared() -> None:
    """The earlier half of the periods stands against the later one; of one period nothing is compared."""
    row = periods({FIRST + timedelta(days=day): Counter(mails=10, repeated=day) for day in range(4)})

    assert changes(row, ["repeated"]) == [Change("repeated", (1, 20), (5, 20))]
    assert changes(row[:1], ["repeated"]) == []


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
