"""The last day of a month may be told without its figure."""

from __future__ import annotations

import pytest

from tonekit.guard.claims.claim import Day
from tonekit.guard.told.told_days import names_month_end
from tonekit.guard.wording.words import words_of


@pytest.mark.parametrize(
    ("text", "day", "named"),
    [
        ("until the end of October", Day(10, 31, 2026), True),
        ("the last day of February", Day(2, 28, 2027), True),
        ("Ende Oktober", Day(10, 31, None), True),
        ("den sista oktober", Day(10, 31, None), True),
        ("ved utgangen av oktober", Day(10, 31, None), True),
        ("ut oktober", Day(10, 31, None), True),
        ("oktober måned ud", Day(10, 31, None), True),
        ("oktober ut", Day(10, 30, None), False),
        ("året ud og til årets udgang", Day(12, 31, None), True),
        ("until the end of October", Day(10, 30, 2026), False),
        ("until the end of November", Day(10, 31, 2026), False),
        ("in October", Day(10, 31, 2026), False),
        ("the end of the year", Day(10, 31, 2026), False),
        ("the end of October", Day(10, None, None), False),
    ],
)
def test_month_end(text: str, day: Day, named: bool) -> None:
    """Only the last day is meant, and only of that month."""
    assert names_month_end(day, words_of(text)) is named
