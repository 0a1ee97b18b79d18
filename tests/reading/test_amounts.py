"""Amounts are read as people of each country write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.amounts import find_amounts
from tonekit.reading.mail_furniture import words_of
from tonekit.stated_facts import Span


@pytest.mark.parametrize(
    ("text", "language", "value", "currency"),
    [
        pytest.param("€1,200.50 was taken", "en", 1200.50, "EUR", id="euro-before"),
        pytest.param("1.200,50 EUR abgebucht", "de", 1200.50, "EUR", id="german"),
        pytest.param("199 kr", "sv", 199, "SEK", id="swedish-crown"),
        pytest.param("kr 4 990,-", "nb", 4990, "NOK", id="norwegian-crown"),
        pytest.param("1.299 kr.", "da", 1299, "DKK", id="danish-crown"),
        pytest.param("roughly $180k", "en", 180_000, "USD", id="thousands"),
        pytest.param("50 pounds", "en", 50, "GBP", id="words"),
    ],
)
def test_amount(text: str, language: str, value: float, currency: str) -> None:
    """Value and currency come out as numbers and codes."""
    found = find_amounts(text, lambda a, b: Span(text=text[a:b], start=a, end=b), language=language)

    assert [(amount.value, amount.currency) for amount in found] == [(value, currency)]
    assert text[found[0].start : found[0].end] == found[0].text


@given(
    st.lists(st.sampled_from("5 1.200,50 5k kr kroner Kr. KRONOR EUR € $ k keur pound \u017fek 12 x , .".split())),
    st.data(),
)
def test_a_look_at_the_words_loses_nothing(pieces: list[str], data: st.DataObject) -> None:
    """Where the words of a text are at hand, it has the same amounts as where they are not."""
    text = data.draw(st.sampled_from([" ", ""])).join(pieces)
    words = words_of(text.lower())

    found = find_amounts(text, lambda a, b: Span(text=text[a:b], start=a, end=b), language="sv")

    assert find_amounts(text, lambda a, b: Span(text=text[a:b], start=a, end=b), language="sv", words=words) == found


@pytest.mark.parametrize("text", ["3 users", "order 4471", "krone", "12 krus"])
def test_no_amount(text: str) -> None:
    """A number without a currency is no amount."""
    assert find_amounts(text, lambda a, b: Span(text=text[a:b], start=a, end=b), language="en") == ()
