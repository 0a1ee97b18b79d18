"""Dates, times, amounts and numbers, written as the language of the reply writes them."""

from __future__ import annotations

import re
from copy import copy
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any

from .currencies import Money

if TYPE_CHECKING:
    from babel import Locale

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
_FIRST_GROUPED = 1000
_PLAIN_DIGITS = frozenset({"en", "de", "sv", "nb", "da"})
"""Languages that write numbers below a thousand as they are, but for the point: "three times" needs no locale data."""
_POINT = {"en": "."}
"""What stands before the decimals, where it is no comma."""
_CODE_AT_NUMBER = re.compile(r"(?<=[A-Z]{3})(?=\d)")


class Whole(int):
    """A whole number that knows how it is written, and the mark of its source."""

    written: str
    mark: str = ""


class Fraction(float):
    """A number with decimals that knows how it is written, and the mark of its source."""

    written: str
    mark: str = ""


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
