"""Dates, times, amounts and numbers, read from facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from numbers import Integral, Real
from typing import Any, TypeVar

from ..currencies import Money, currencies, decimals_of

Read = TypeVar("Read")

_CURRENCY = re.compile(r"[A-Z]{3}")
_SMALL_WHOLE = 1000
"""Whole numbers below it are taken as they are: nothing can be wrong with them."""
_MOST_DIGITS = 15
"""Before or after the point; more than that no float holds exactly, and nobody reads."""


class WrongFigureError(ValueError):
    """A value is not a date, time, amount or number; the message says what is needed."""


def as_date(value: Any) -> date:
    """Return a day: a `date`, or a text such as `2025-12-01`.

    Raises:
        WrongFigureError: it is neither.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return _parsed(value, date.fromisoformat, "a date, such as 2025-12-01")


def as_time(value: Any) -> time:
    """Return a time of day: a `time`, or a text such as `14:30`.

    Raises:
        WrongFigureError: it is neither.
    """
    return value if isinstance(value, time) else _parsed(value, time.fromisoformat, "a time, such as 14:30")


def as_moment(value: Any) -> datetime:
    """Return a day with its hour: a `datetime`, or a text such as `2025-12-01T14:30`.

    The hour is written as it is given, whatever its time zone.

    Raises:
        WrongFigureError: it is neither, or a day without an hour.
    """
    needed = "a day with its hour, such as 2025-12-01T14:30"
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and ":" not in value:
        raise _wrong(value, needed)
    return _parsed(value, datetime.fromisoformat, needed)


def as_money(value: Any) -> Money:
    """Return an amount: `{amount: 49.90, currency: EUR}`, or `49.90 EUR`.

    Raises:
        WrongFigureError: it has no amount, a currency that there is not (ISO 4217), or more decimals than its currency
            has: nobody is to read an amount that was rounded unseen.
    """
    needed = "an amount and its currency, such as {amount: 49.90, currency: EUR} or 49.90 EUR"
    if isinstance(value, Money):
        return value
    if isinstance(value, str):
        amount, _, currency = value.strip().partition(" ")
        value = {"amount": amount, "currency": currency} if currency else value
    if not isinstance(value, Mapping) or value.keys() != {"amount", "currency"}:
        raise _wrong(value, needed)
    currency = value["currency"]
    if not isinstance(currency, str) or not _CURRENCY.fullmatch(currency):
        raise _wrong(currency, "a currency of three capital letters, such as EUR")
    if currency not in currencies():
        raise _wrong(currency, "the code of a currency (ISO 4217), such as EUR")
    return Money(_payable(_decimal(value["amount"], "an amount, such as 49.90"), currency), currency)


def as_number(value: Any) -> int | float:
    """Return a number: an `int`, `float` or `Decimal`, or a text such as `1234.5`.

    Raises:
        WrongFigureError: it is none, or not finite.
    """
    if value.__class__ is int and 0 <= value < _SMALL_WHOLE:
        return value
    number = _decimal(value, "a number, such as 3 or 2.5")
    whole = isinstance(value, Integral) or (isinstance(value, str) and number == number.to_integral_value())
    return int(number) if whole else float(number)


def check_least(figure: Money | float, least: float) -> None:
    """Check that a number or the amount of money is not below `least`.

    Raises:
        WrongFigureError: it is.
    """
    amount, currency = (figure.amount, f" {figure.currency}") if isinstance(figure, Money) else (figure, "")
    if amount < least:
        raise WrongFigureError(f"needs {least:g}{currency} or more, not {amount}{currency}")


def _payable(amount: Decimal, currency: str) -> Decimal:
    """Return an amount as it was given, if it can be paid in its currency."""
    most = decimals_of(currency)
    if amount != round(amount, most):
        decimals = f"at most {most} decimals" if most else "no decimals"
        raise WrongFigureError(f"needs an amount with {decimals}, as {currency} has them, not {amount}")
    return amount


def _decimal(value: Any, needed: str) -> Decimal:
    # Numbers of NumPy too, which are not an int: rows of data frames hold them.
    is_number = isinstance(value, (Real, Decimal, str)) and not isinstance(value, bool)
    if not is_number or (isinstance(value, str) and len(value) > 2 * _MOST_DIGITS):
        raise _wrong(value, needed)
    try:
        number = Decimal(int(value) if isinstance(value, Integral) else str(value).strip())
    except InvalidOperation as error:
        raise _wrong(value, needed) from error
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        limit = f"with no more than {_MOST_DIGITS} digits on either side of the point"
        # Rounded: Python refuses to write out a whole number of thousands of digits.
        raise WrongFigureError(f"needs {needed}, {limit}, not {number:.20g}")
    return number


def _parsed(value: Any, parse: Callable[[str], Read], needed: str) -> Read:
    if not isinstance(value, str):
        raise _wrong(value, needed)
    try:
        return parse(value.strip())
    except ValueError as error:
        raise _wrong(value, needed) from error


def _wrong(value: Any, needed: str) -> WrongFigureError:
    shown = f"'{value[:40]}'" if isinstance(value, str) else type(value).__name__
    return WrongFigureError(f"needs {needed}, not {shown}")
