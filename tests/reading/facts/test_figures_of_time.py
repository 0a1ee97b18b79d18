"""Figures behind "until" or "before" are a limit only where they name a day or an hour."""

from __future__ import annotations

import pytest

from tonekit.reading.facts.figures_of_time import names_day_or_hour


@pytest.mark.parametrize(
    ("written", "following"),
    [
        ("14:00", "Uhr"),
        ("17.00", "idag"),
        ("12.5.", "liefern"),
        ("5.", "maj"),
        ("31/12", ""),
        ("2025-12-01", ""),
        ("14th", ""),
        ("5pm", "please"),
        ("5", "pm"),
        ("15", "Uhr"),
    ],
)
def test_days_and_hours(written: str, following: str) -> None:
    """Dates and hours are told by their form, or by the sign behind them."""
    assert names_day_or_hour(written, following)


@pytest.mark.parametrize(
    ("written", "following"),
    [
        ("90", "Grad"),
        ("12", "Stück"),
        ("2019", "it"),
        ("300", "ms"),
        ("3.50", "bar"),
        ("3,8", "GHz"),
        ("10.00", "€"),
        ("10.00", "pund"),
    ],
)
def test_measures_and_years(written: str, following: str) -> None:
    """Quantities, measured values, amounts and bare years are no limit in time."""
    assert not names_day_or_hour(written, following)
