"""Amounts are read as people of each country write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.facts.amounts import find_amounts
from tonekit.reading.zones.furniture import words_of
from tonekit.stated_facts import Amount, Span

LANGUAGES = ("en", "de", "sv", "nb", "da")
PIECES = (
    "5 1.200,50 12 000 5k 1.2.3 kr kroner Kr. KRONOR EUR € $ US$ k keur pound \u017fek \u212ar SEK sek NOK nok "
    "Mio. mio million m 1.2m tkr TEUR t.kr. tusen Tsd. :- ,- 1 000:- :-) Nkr ISK zł 12 x , . - _ \u00a0 \n"
).split(" ")


def amounts(text: str, language: str) -> tuple[Amount, ...]:
    """Return the amounts in a text."""
    return find_amounts(text, lambda a, b: Span(text=text[a:b], start=a, end=b), language=language)


@pytest.mark.parametrize(
    ("text", "language", "words", "value", "currency"),
    [
        ("€1,200.50 was taken", "en", "€1,200.50", 1200.50, "EUR"),
        ("roughly $180k", "en", "$180k", 180_000, "USD"),
        ("they lost $1.2m last year", "en", "$1.2m", 1_200_000, "USD"),
        ("about £2 million", "en", "£2 million", 2_000_000, "GBP"),
        ("a $2bn deal", "en", "$2bn", 2_000_000_000, "USD"),
        ("50 pounds", "en", "50 pounds", 50, "GBP"),
        ("10 thousand pounds", "en", "10 thousand pounds", 10_000, "GBP"),
        ("3 hundred dollars", "en", "3 hundred dollars", 300, "USD"),
        ("600 quid, really", "en", "600 quid", 600, "GBP"),
        ("800 bucks", "en", "800 bucks", 800, "USD"),
        ("50k EUR", "en", "50k EUR", 50_000, "EUR"),
        ("5kEUR", "en", "5kEUR", 5000, "EUR"),
        ("a 5m EUR budget", "en", "5m EUR", 5_000_000, "EUR"),
        ("US$1,499.00", "en", "US$1,499.00", 1499, "USD"),
        ("900 US dollars", "en", "900 US dollars", 900, "USD"),
        ("I paid 4500 sek", "en", "4500 sek", 4500, "SEK"),
        ("it was 6000 nok", "en", "6000 nok", 6000, "NOK"),
        ("GBP 12,000", "en", "GBP 12,000", 12_000, "GBP"),
        ("€20USD", "en", "20USD", 20, "USD"),
        ("1.200,50 EUR abgebucht", "de", "1.200,50 EUR", 1200.50, "EUR"),
        ("für 12.000 Pfund", "de", "12.000 Pfund", 12_000, "GBP"),
        ("1,5 Mio. €", "de", "1,5 Mio. €", 1_500_000, "EUR"),
        ("2 Mio. Euro Schaden", "de", "2 Mio. Euro", 2_000_000, "EUR"),
        ("3 Millionen Euro", "de", "3 Millionen Euro", 3_000_000, "EUR"),
        ("20 tausend Euro", "de", "20 tausend Euro", 20_000, "EUR"),
        ("20 tusend Euro", "de", "20 tusend Euro", 20_000, "EUR"),
        ("350 Tsd. €", "de", "350 Tsd. €", 350_000, "EUR"),
        ("500 TEUR", "de", "500 TEUR", 500_000, "EUR"),
        ("TEUR 500", "de", "TEUR 500", 500_000, "EUR"),
        ("80 T€", "de", "80 T€", 80_000, "EUR"),
        ("5 Mrd. Euro", "de", "5 Mrd. Euro", 5_000_000_000, "EUR"),
        ("ca. 10.000,- Kr", "de", "10.000,- Kr", 10_000, "SEK"),
        ("nur 10.000,- bezahlt", "de", "10.000,-", 10_000, "EUR"),
        ("1'250.50 Franken", "de", "1'250.50 Franken", 1250.50, "CHF"),
        ("0,285 EUR je kWh", "de", "0,285 EUR", 0.285, "EUR"),
        ("das Kabel 5m EUR 12", "de", "EUR 12", 12, "EUR"),
        ("899 Euros", "de", "899 Euros", 899, "EUR"),
        ("199 kr", "sv", "199 kr", 199, "SEK"),
        ("12 000 pund", "sv", "12 000 pund", 12_000, "GBP"),
        ("10000 kronorna", "sv", "10000 kronorna", 10_000, "SEK"),
        ("2 tkr", "sv", "2 tkr", 2000, "SEK"),
        ("5 mkr", "sv", "5 mkr", 5_000_000, "SEK"),
        ("3 MSEK", "sv", "3 MSEK", 3_000_000, "SEK"),
        ("6 tusen kronor", "sv", "6 tusen kronor", 6000, "SEK"),
        ("2 miljoner kr", "sv", "2 miljoner kr", 2_000_000, "SEK"),
        ("det blev 1 000:- till slut", "sv", "1 000:-", 1000, "SEK"),
        ("6000 SEK", "sv", "6000 SEK", 6000, "SEK"),
        ("500 spänn", "sv", "500 spänn", 500, "SEK"),
        ("4 900,50 Nkr", "sv", "4 900,50 Nkr", 4900.50, "NOK"),
        ("150 euron", "sv", "150 euron", 150, "EUR"),
        ("kr 4 990,-", "nb", "kr 4 990", 4990, "NOK"),
        ("ca. 10.000,- Kr", "nb", "10.000,- Kr", 10_000, "NOK"),
        ("de 6000 kronene", "nb", "6000 kronene", 6000, "NOK"),
        ("12,5 mill. kr", "nb", "12,5 mill. kr", 12_500_000, "NOK"),
        ("1 250,- per stk", "nb", "1 250,-", 1250, "NOK"),
        ("kr 500 t", "nb", "kr 500", 500, "NOK"),
        ("6000 NOK", "nb", "6000 NOK", 6000, "NOK"),
        ("faktura 4711 250 kr", "nb", "250 kr", 250, "NOK"),
        ("1.299 kr.", "da", "1.299 kr", 1299, "DKK"),
        ("5 mio kr", "da", "5 mio kr", 5_000_000, "DKK"),
        ("5 mio.kr.", "da", "5 mio.kr", 5_000_000, "DKK"),
        ("500 t.kr.", "da", "500 t.kr", 500_000, "DKK"),
        ("de 8000 kronerne", "da", "8000 kronerne", 8000, "DKK"),
        ("7 tusind kroner", "da", "7 tusind kroner", 7000, "DKK"),
        ("kr.4.500", "da", "kr.4.500", 4500, "DKK"),
        ("6000 dkk", "da", "6000 dkk", 6000, "DKK"),
    ],
)
def test_amount(text: str, language: str, words: str, value: float, currency: str) -> None:
    """An amount is found with its words, its number and the code of its currency."""
    assert [(each.text, each.value, each.currency) for each in amounts(text, language)] == [(words, value, currency)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("3 users", "en"),
        ("order 4471", "en"),
        ("krone", "en"),
        ("12 krus", "en"),
        ("a cable of 5 m EUR style", "en"),
        ("v1.2.3 EUR", "en"),
        ("EUR 12.05.2026", "de"),
        ("card 12345678901234567890 EUR", "en"),
        ("CA$49.90", "en"),
        ("x5 EUR", "en"),
        ("nach 30 Sek. bricht es ab", "de"),
        ("6000 sek", "de"),
        ("Pos. 3, Kr", "de"),
        ("20 Mio. Kunden", "de"),
        ("Efter 6000 sek bryts anslutningen", "sv"),
        ("timeout 6000 msek", "sv"),
        ("Sek 500", "sv"),
        ("mitt ISK 50000", "sv"),
        ("vi var 2:-)", "sv"),
        ("5 mil bort, kr", "sv"),
        ("6000 nok", "sv"),
        ("Er 6000 nok til alle", "nb"),
        ("nok 5000 brukere", "nb"),
        ("etter 6000 sek", "nb"),
        ("3 t. til", "nb"),
        ("Det er nok 5000 brugere", "da"),
        ("efter 300 sek", "da"),
        ("20 mia. filer", "da"),
        ("300 kronisk syge", "da"),
    ],
)
def test_no_amount(text: str, language: str) -> None:
    """Seconds, "enough", counts, lengths, faces and numbers without a currency are no amounts."""
    assert amounts(text, language) == ()


@pytest.mark.parametrize(
    ("language", "currency"), [("sv", "SEK"), ("nb", "NOK"), ("da", "DKK"), ("en", "SEK"), ("de", "SEK"), ("fr", "SEK")]
)
def test_crown_of_the_language(language: str, currency: str) -> None:
    """`kr` is the crown of the language, and Swedish where the language has none."""
    assert [each.currency for each in amounts("500 kr", language)] == [currency]


def test_amounts_behind_each_other() -> None:
    """A currency between two numbers belongs to one of them, and each amount is found once."""
    found = amounts("5 EUR 20 kr, €30, 40", "sv")

    assert [(each.text, each.value) for each in found] == [("5 EUR", 5), ("20 kr", 20), ("€30", 30)]


@given(st.lists(st.sampled_from(PIECES)), st.sampled_from(LANGUAGES), st.data())
def test_a_look_at_the_words_loses_nothing(pieces: list[str], language: str, data: st.DataObject) -> None:
    """Where the words of a text are at hand, it has the same amounts as where they are not."""
    text = data.draw(st.sampled_from([" ", ""])).join(pieces)
    words = words_of(text.lower())

    found = find_amounts(text, lambda a, b: Span(text=text[a:b], start=a, end=b), language=language, words=words)

    assert found == amounts(text, language)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)), st.sampled_from((*LANGUAGES, "fr", "und")))
def test_any_text_is_read(text: str, language: str) -> None:
    """No text raises; each amount is worth something finite, holds a digit, and stands behind the one before it."""
    end = 0
    for found in amounts(text, language):
        assert found.start >= end
        assert found.text == text[found.start : found.end] == found.text.strip()
        assert any(map(str.isdecimal, found.text))
        assert 0 <= found.value < float("inf")
        end = found.end
