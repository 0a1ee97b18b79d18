"""Dates, times, amounts and numbers are written as the language of the reply writes them, and nothing else is one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.rendering.contracts.given_figures import (
    WrongFigureError,
    as_date,
    as_moment,
    as_money,
    as_number,
    as_time,
)
from tonekit.rendering.currencies import Money
from tonekit.rendering.figures import in_language

MOMENT = datetime(2025, 12, 1, 14, 30, tzinfo=UTC)
EURO = Money(Decimal("12345.50"), "EUR")
KRONOR = Money(Decimal(4900), "SEK")


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        pytest.param("en", date(2025, 12, 1), "1 December 2025", id="en-date"),
        pytest.param("de", date(2025, 12, 1), "1. Dezember 2025", id="de-date"),
        pytest.param("sv", date(2025, 12, 1), "1 december 2025", id="sv-date"),
        pytest.param("nb", date(2025, 12, 1), "1. desember 2025", id="nb-date"),
        pytest.param("da", date(2025, 12, 1), "1. december 2025", id="da-date"),
        pytest.param("en", MOMENT, "Monday, 1 December 2025 at 14:30", id="en-moment"),
        pytest.param("de", MOMENT, "Montag, 1. Dezember 2025 um 14:30 Uhr", id="de-moment"),
        pytest.param("sv", MOMENT, "måndag 1 december 2025 kl. 14:30", id="sv-moment"),
        pytest.param("nb", MOMENT, "mandag 1. desember 2025 kl. 14:30", id="nb-moment"),
        pytest.param("da", MOMENT, "mandag den 1. december 2025 kl. 14.30", id="da-moment"),
        pytest.param("de", time(9, 5), "09:05 Uhr", id="de-time"),
        pytest.param("da", time(9, 5), "09.05", id="da-time"),
        pytest.param("en", EURO, "€12,345.50", id="en-money"),
        pytest.param("de", EURO, "12.345,50 €", id="de-money"),
        pytest.param("da", Money(Decimal("12345.50"), "DKK"), "12.345,50 kr.", id="da-own-money"),
        pytest.param("sv", KRONOR, "4 900 kr", id="sv-round-money"),
        pytest.param("nb", KRONOR, "4 900 SEK", id="nb-foreign-round-money"),
        pytest.param("sv", Money(Decimal("4900.50"), "SEK"), "4 900,50 kr", id="sv-own-money"),
        pytest.param("de", Money(Decimal("199.00"), "EUR"), "199 €", id="de-round-money"),
        pytest.param("da", Money(Decimal(199), "DKK"), "199 kr.", id="da-round-money"),
        pytest.param("de", Money(Decimal(-5), "JPY"), "-5 ¥", id="currency-without-decimals"),
        pytest.param("en", KRONOR, "SEK 4,900.00", id="en-code-and-number-apart"),
        pytest.param("fr", date(2025, 12, 1), "1 décembre 2025", id="language-without-templates"),
        pytest.param("und", date(2025, 12, 1), "1 December 2025", id="no-language"),
        pytest.param("../x", date(2025, 12, 1), "1 December 2025", id="no-language-at-all"),
    ],
)
def test_written_in_the_language(language: str, value: Any, expected: str) -> None:
    """A figure is written in the given language, also where there is no pack for it."""
    assert " ".join(in_language(value, language).split()) == expected


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("en", 1234.5, "1,234.5"),
        ("de", 1234.5, "1.234,5"),
        ("sv", 0.1, "0,1"),
        ("nb", 3, "3"),
        ("da", 1_000_000, "1.000.000"),
    ],
)
def test_numbers_stay_numbers(language: str, value: float, expected: str) -> None:
    """A number can be compared and computed with, and knows how it is written."""
    number = in_language(value, language)

    assert number == value
    assert number + 1 == value + 1
    assert number.written == expected


def test_figures_inside_lists_and_groups_are_written() -> None:
    """Lists of times and items with prices are written too, and what was given stays as it was."""
    given_items = [{"text": "CRM", "price": EURO, "quantity": 1000}]
    written = in_language(given_items, "de")

    assert written[0]["price"] == "12.345,50\u00a0€"
    assert written[0]["quantity"].written == "1.000"
    assert given_items[0]["price"] is EURO
    assert in_language([MOMENT], "da") == ["mandag den 1. december 2025 kl. 14.30"]


@pytest.mark.parametrize("value", ["text", True, False, None, ("a",)], ids=repr)
def test_everything_else_stays(value: Any) -> None:
    """What is no figure is left alone."""
    assert in_language(value, "de") is value


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (as_date, "2025-12-01", date(2025, 12, 1)),
        (as_date, date(2025, 12, 1), date(2025, 12, 1)),
        (as_time, "14:30", time(14, 30)),
        (as_moment, "2025-12-01T14:30", datetime(2025, 12, 1, 14, 30)),  # noqa: DTZ001 - written as it is given
        (as_moment, "2025-12-01 14:30", datetime(2025, 12, 1, 14, 30)),  # noqa: DTZ001 - as above
        (as_money, {"amount": "49.90", "currency": "EUR"}, Money(Decimal("49.90"), "EUR")),
        (as_money, {"amount": 0.1, "currency": "EUR"}, Money(Decimal("0.1"), "EUR")),
        (as_money, EURO, EURO),
        (as_money, "49.900 EUR", Money(Decimal("49.900"), "EUR")),
        (as_money, "1.234 KWD", Money(Decimal("1.234"), "KWD")),
        (as_money, "-5 EUR", Money(Decimal(-5), "EUR")),
        (as_money, {"amount": np.float64(12.1), "currency": "EUR"}, Money(Decimal("12.1"), "EUR")),
        (as_money, {"amount": np.float32(12.1), "currency": "EUR"}, Money(Decimal("12.1"), "EUR")),
        (as_money, {"amount": np.int64(12), "currency": "EUR"}, Money(Decimal(12), "EUR")),
        (as_number, np.int64(3000), 3000),
        (as_number, np.float64(2.5), 2.5),
        (as_number, "1234.5", 1234.5),
        (as_number, "3", 3),
        (as_number, Decimal("2.50"), 2.5),
    ],
)
def test_read(read: Any, value: Any, expected: Any) -> None:
    """Python's own values are read, and texts in the form of ISO 8601 and of decimals."""
    assert read(value) == expected


@pytest.mark.parametrize(
    ("read", "value", "words"),
    [
        pytest.param(as_date, "1.12.2025", "a date, such as 2025-12-01, not '1.12.2025'", id="date-of-a-language"),
        pytest.param(as_date, "2025-02-30", "a date", id="no-such-day"),
        pytest.param(as_date, MOMENT, "a date.*not datetime", id="date-with-hour"),
        pytest.param(as_date, 20251201, "a date.*not int", id="date-as-number"),
        pytest.param(as_time, "half past two", "a time, such as 14:30", id="time-in-words"),
        pytest.param(as_moment, "2025-12-01", "a day with its hour", id="day-without-hour"),
        pytest.param(as_moment, date(2025, 12, 1), "a day with its hour.*not date", id="date-without-hour"),
        pytest.param(as_money, 49.9, "an amount and its currency", id="no-currency"),
        pytest.param(as_money, {"amount": 1, "currency": "€"}, "a currency of three capital letters", id="sign"),
        pytest.param(as_money, {"amount": 1, "currency": "EUR", "vat": 2}, "an amount and its currency", id="more"),
        pytest.param(as_money, "5 XYZ", "the code of a currency.*not 'XYZ'", id="no-such-currency"),
        pytest.param(as_money, "5 XXX", "the code of a currency", id="code-for-no-currency"),
        pytest.param(as_money, "1249.5 JPY", "no decimals, as JPY has them, not 1249.5", id="decimals-of-yen"),
        pytest.param(as_money, "49.999 EUR", "at most 2 decimals.*EUR.*not 49.999", id="too-many-decimals"),
        pytest.param(as_money, {"amount": "a lot", "currency": "EUR"}, "an amount.*not 'a lot'", id="no-amount"),
        pytest.param(as_number, "three", "a number.*not 'three'", id="number-in-words"),
        pytest.param(as_number, True, "a number.*not bool", id="flag"),
        pytest.param(as_number, float("nan"), "a number.*digits.*not NaN", id="nan"),
        pytest.param(as_number, 10**18, "no more than 15 digits.*, not 1000000000000000000$", id="too-many-digits"),
        pytest.param(as_number, 10**5000, r"no more than 15 digits.*, not 1\.0*e\+5000$", id="too-many-to-write"),
        pytest.param(as_number, "1e999999999", "a number", id="number-that-fills-the-memory"),
        pytest.param(as_number, "9" * 5000, "a number", id="number-without-end"),
        pytest.param(as_number, [1], "a number.*not list", id="list"),
    ],
)
def test_refused(read: Any, value: Any, words: str) -> None:
    """Whatever is no such figure is refused with what is needed and what was found."""
    with pytest.raises(WrongFigureError, match=words):
        read(value)


@given(st.one_of(st.text(), st.integers(), st.floats(), st.decimals(), st.none(), st.dates(), st.datetimes()))
def test_any_value_is_read_or_refused(value: Any) -> None:
    """No value raises anything but our own error, and what was read can be written."""
    for read in (as_date, as_time, as_moment, as_money, as_number):
        try:
            found = read(value)
        except WrongFigureError:
            continue
        assert str(in_language(found, "sv"))
