"""A fact is told in other words where its words are there in any of their forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.wording.word_forms import Telling, telling_words
from tonekit.guard.wording.words import words_of


def told(text: str, fact: str) -> set[str]:
    """Return which words of a fact a text has."""
    telling = Telling(text, words_of(text))
    return {word for word in telling_words(words_of(fact).among) if telling.has(word)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Rescheduling is free.", "reschedule", id="ending"),
        pytest.param("Røde? Dem har vi.", "rødt", id="short word with another ending"),
        pytest.param("der trækkes ikke mere", "trukket", id="other vowels"),
        pytest.param("ein Doppelverkauf", "verkaufen", id="part of a compound"),
        pytest.param("Der Faktor ist -1.", "Skalierungsfaktor", id="end of a compound of the fact"),
        pytest.param("i vårt system", "bokningssystem", id="end of a Swedish compound"),
    ],
)
def test_word_is_there_in_another_form(text: str, word: str) -> None:
    """Endings, vowels and compounds change, the word stays the same."""
    assert told(text, word) == {word.lower()}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("We look into it.", "cancelled", id="nothing of it"),
        pytest.param("Wir melden uns.", "Passwort", id="German"),
        pytest.param("an odd form", "rodeo", id="inside of another word"),
        pytest.param("See https://docs.example.com/signature", "signature", id="address of a page"),
        pytest.param("Write to signature@example.com", "example", id="mail address"),
    ],
)
def test_word_is_not_there(text: str, word: str) -> None:
    """A word of which nothing stands in the text is missing."""
    assert not told(text, word)


def test_words_that_can_be_looked_for() -> None:
    """Short words stand in any text, figures are compared otherwise, and a possessive is its owner."""
    assert telling_words(["it", "is", "december's", "parcel", "4711"]) == {"december", "parcel"}


@given(st.text(max_size=60), st.text(max_size=30))
def test_text_tells_what_it_says(text: str, more: str) -> None:
    """A text has its own words, whatever stands behind them, as long as they are no address."""
    plain = text.replace("@", "").replace("/", "").replace(".", "")
    assert told(f"{plain} {more}", plain) == telling_words(words_of(plain).among)
