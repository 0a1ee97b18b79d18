"""Dates, times, amounts and numbers: read from facts, written as the language of the reply writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from babel import Locale

Read = TypeVar("Read")

_COUNTRY = {"en": "en_GB", "und": "en_GB"}
"""English is written as in Europe: 1 December 2025, 14:30; so is what has no language."""
_AT = {
    "en": "{day} at {hour}",
    "de": "{day} um {hour}",
    "sv": "{day} kl. {hour}",
    "nb": "{day} kl. {hour}",
    "da": "{day} kl. {hour}",
}
"""How a day and an hour are joined: CLDR's pattern `atTime`, which Babel does not carry."""
_HOUR = {"de": "{} Uhr"}
_ROUND = frozenset({"de", "sv", "nb", "da"})
"""Languages that write a round amount without decimals: 199 €, 199 kr. English writes £199.00 where it is exact."""
_CURRENCY = re.compile(r"[A-Z]{3}")
_FIRST_GROUPED = 1000
_PLAIN_DIGITS = frozenset({"en", "de", "sv", "nb", "da"})
"""Languages that write numbers below a thousand as they are, but for the point: "three times" needs no locale data."""
_POINT = {"en": "."}
"""What stands before the decimals, where it is no comma."""
_CODE_AT_NUMBER = re.compile(r"(?<=[A-Z]{3})(?=\d)")
_MOST_DIGITS = 15
"""Before or after the point; more than that no float holds exactly, and nobody reads."""


class WrongFigureError(ValueError):
    """A value is no date, time, amount or number; the message says what is needed."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with the three letters of its currency (ISO 4217)."""

    amount: Decimal
    currency: str


class Whole(int):
    """A whole number that knows how it is written, and the mark of its source."""

    written: str
    mark: str = ""


class Fraction(float):
    """A number with decimals that knows how it is written, and the mark of its source."""

    written: str
    mark: str = ""


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
        WrongFigureError: it has no amount, or no currency of three capital letters.
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
    return Money(_decimal(value["amount"], "an amount, such as 49.90"), currency)


@cache
def currencies() -> frozenset[str]:
    """Return the codes of all currencies (ISO 4217)."""
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


def as_number(value: Any) -> int | float:
    """Return a number: an `int`, `float` or `Decimal`, or a text such as `1234.5`.

    Raises:
        WrongFigureError: it is none, or not finite.
    """
    if value.__class__ is int and 0 <= value < _FIRST_GROUPED:
        return value
    number = _decimal(value, "a number, such as 3 or 2.5")
    whole = isinstance(value, int) or (isinstance(value, str) and number == number.to_integral_value())
    return int(number) if whole else float(number)


def in_language(value: Any, language: str) -> Any:
    """Return a figure as it is written in a language; any other value as it is.

    Dates, times and amounts become texts, also inside lists and groups; numbers stay numbers that can be compared, and
    know how they are written. Languages that Babel does not know write as English does.
    """
    if isinstance(value, list):
        return [in_language(each, language) for each in value]
    if isinstance(value, dict):
        group = copy(value)
        group.update({name: in_language(each, language) for name, each in value.items()})
        return group
    if isinstance(value, (datetime, date, time, Money)):
        return _text(value, language)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(value, language)
    return value


def _text(value: datetime | date | time | Money, language: str) -> str:
    from babel.dates import format_date

    if isinstance(value, Money):
        return _money(value, language)
    if isinstance(value, time):
        return _hour(value, language)
    if isinstance(value, datetime):
        day = format_date(value, "full", locale=_locale(language))
        return _AT.get(language, "{day}, {hour}").format(day=day, hour=_hour(value.time(), language))
    return format_date(value, "long", locale=_locale(language))


def _hour(value: time, language: str) -> str:
    from babel.dates import format_time

    return _HOUR.get(language, "{}").format(format_time(value, "short", locale=_locale(language)))


def _money(value: Money, language: str) -> str:
    from babel.numbers import format_currency

    locale = _locale(language)
    pattern = None
    if language in _ROUND and value.amount == value.amount.to_integral_value():
        pattern = re.sub(r"\.0+", "", locale.currency_formats["standard"].pattern)
    written = format_currency(value.amount, value.currency, pattern, locale=locale, currency_digits=pattern is None)
    return _CODE_AT_NUMBER.sub("\u00a0", written)


def _number(value: float, language: str) -> Whole | Fraction:
    number: Whole | Fraction = Whole(value) if isinstance(value, int) else Fraction(value)
    if language in _PLAIN_DIGITS and 0 <= value < _FIRST_GROUPED and "e" not in (digits := str(value)):
        # Without locale data, which take time and memory that most replies never need.
        number.written = _trimmed(digits).replace(".", _POINT.get(language, ","))
        return number
    from babel.numbers import format_decimal

    number.written = format_decimal(value, locale=_locale(language), decimal_quantization=False)
    return number


def _trimmed(digits: str) -> str:
    """Return digits without the noughts behind a point."""
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


@cache
def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_COUNTRY.get(language, language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_COUNTRY["en"])


def _decimal(value: Any, needed: str) -> Decimal:
    is_number = isinstance(value, (int, float, Decimal, str)) and not isinstance(value, bool)
    if not is_number or (isinstance(value, str) and len(value) > 2 * _MOST_DIGITS):
        raise _wrong(value, needed)
    try:
        number = Decimal(
            value.strip() if isinstance(value, str) else repr(value) if isinstance(value, float) else value
        )
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
