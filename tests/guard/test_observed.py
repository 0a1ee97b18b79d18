"""Amounts in replies are held to their limit as they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.claims.claims import find_claims
from tonekit.guard.wording.words import words_of
from tonekit.languages.money import load_money
from tonekit.reading.facts.amounts import find_amounts
from tonekit.rendering.currencies import Money
from tonekit.rendering.figures import in_language
from tonekit.stated_facts import Span

LANGUAGES = st.sampled_from(["en", "de", "sv", "nb", "da"])
CURRENCIES = sorted({row.currency for row in load_money().currencies})
OF_SOME_LANGUAGES = {"ISK"}
"""A draft is checked without regard to its language, and in one of them this is an everyday word."""
WITHOUT_DECIMALS = {"HUF", "ISK", "JPY"}
"""Babel writes them as whole numbers."""
AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=2)


def readings(text: str, language: str) -> list[tuple[float, str]]:
    """Return amount and currency of what is read in a text."""
    found = find_amounts(text, lambda a, b: Span(text=text[a:b], start=a, end=b), language=language)
    return [(each.value, each.currency) for each in found]


@given(amount=AMOUNTS, currency=st.sampled_from(CURRENCIES), language=LANGUAGES, blank=st.sampled_from(" \u00a0"))
def test_money_that_we_write_is_read_back(amount: Decimal, currency: str, language: str, blank: str) -> None:
    """What a reply says of an amount of its facts is that amount to the limits, and to the check of drafts."""
    amount = amount.quantize(Decimal(1)) if currency in WITHOUT_DECIMALS else amount
    sentence = f"A: {in_language(Money(amount, currency), language)}.".replace("\u00a0", blank)

    assert readings(sentence, language) == [(float(amount), currency)]
    claims = find_claims(sentence, words_of(sentence))
    assert currency in OF_SOME_LANGUAGES or any(each.kind == "amount" and amount in each.key for each in claims)


@pytest.mark.parametrize("currency", CURRENCIES)
@pytest.mark.parametrize("language", ["en", "de", "sv", "nb", "da"])
def test_each_currency_is_read_back(currency: str, language: str) -> None:
    """So it is for every currency in every language, round amounts too."""
    for amount in (Decimal(4900), Decimal("12345.50" if currency not in WITHOUT_DECIMALS else "12345")):
        assert readings(in_language(Money(amount, currency), language), language) == [(float(amount), currency)]
