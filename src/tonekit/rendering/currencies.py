"""Currencies (ISO 4217): which there are, and how many decimals each has."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

_NO_MONEY = frozenset({"XTS", "XXX"})
"""Codes for tests, and for no currency at all."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with the three letters of its currency (ISO 4217)."""

    amount: Decimal
    currency: str


@cache
def currencies() -> frozenset[str]:
    """Return the codes of all currencies (ISO 4217)."""
    from babel.numbers import list_currencies

    return frozenset(list_currencies()) - _NO_MONEY


@cache
def decimals_of(currency: str) -> int:
    """Return how many decimals amounts in a currency have: two for EUR, none for JPY (CLDR)."""
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency)
