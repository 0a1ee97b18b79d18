"""Amounts of money as people write them: €1,200.50, 1.200,50 EUR, 199 kr, kr 4 990,-."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from ..deferred import unchecked
from ..stated_facts import Amount, Span

_NUMBER = r"\d{1,9}(?:[ .,'\u00a0]\d{3}){0,4}(?:[.,]\d{1,2})?"
_SIGN = r"€|\$|£|EUR|USD|GBP|SEK|NOK|DKK|CHF|kr\.?|kroner|kronor|euros?|dollars?|pounds?|franken"
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?:(?P<before>€|\$|£|EUR|USD|GBP|SEK|NOK|DKK|CHF|kr\.?)\s?(?P<one>{_NUMBER})(?P<thousands>k)?"
    rf"|(?P<two>{_NUMBER})(?:,-)?\s?(?P<thousand>k)?\s?(?P<after>{_SIGN}))(?!\w)",
    re.IGNORECASE,
)
_CURRENCY = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "euro": "EUR",
    "euros": "EUR",
    "dollar": "USD",
    "dollars": "USD",
    "pound": "GBP",
    "pounds": "GBP",
    "franken": "CHF",
    "kronor": "SEK",
}
_SIGNS = ("€", "$", "£", "\u017f")
"""Signs of which one stands in a text with amounts that has none of the words; the last is an s where case is lost."""
_WORDS = frozenset(
    "eur usd gbp sek nok dkk chf kr kroner kronor euro euros dollar dollars pound pounds franken".split()
)
_WORDS_OF_AMOUNTS = _WORDS | {f"k{word}" for word in _WORDS}
"""Also glued to the k of thousands: 5kEUR."""
_DECIMALS = 2
_CROWN = {"sv": "SEK", "nb": "NOK", "da": "DKK"}


def find_amounts(
    text: str, locate: Callable[[int, int], Span], *, language: str, words: AbstractSet[str] | None = None
) -> tuple[Amount, ...]:
    """Return the amounts of money in `text`, in order.

    Args:
        text: any text.
        locate: turns offsets into a span of the text.
        language: `kr` is its crown.
        words: its words in lower case, and perhaps others, where they are at hand.
    """
    if words is not None and _WORDS_OF_AMOUNTS.isdisjoint(words) and not any(sign in text for sign in _SIGNS):
        return ()
    amounts = []
    for match in _AMOUNT.finditer(text):
        sign = (match["before"] or match["after"]).lower().rstrip(".")
        currency = _CROWN.get(language, "SEK") if sign in ("kr", "kroner") else _CURRENCY.get(sign, sign.upper())
        span = locate(*match.span())
        value = _value(match["one"] or match["two"]) * (1000 if (match["thousand"] or match["thousands"]) else 1)
        amounts.append(unchecked(Amount, {**span.__dict__, "value": value, "currency": currency}))
    return tuple(amounts)


def _value(written: str) -> float:
    """Return the number; the last separator is a decimal point where one or two digits follow it."""
    head, _, tail = written.replace(",", ".").rpartition(".")
    if head and len(tail) <= _DECIMALS:
        return float("".join(filter(str.isdecimal, head)) + "." + tail)
    return float("".join(filter(str.isdecimal, written)))
