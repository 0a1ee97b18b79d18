"""A fact is told in other words where its words are there in any of their forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.conveying import ENOUGH, Telling
from tonekit.guard.words import words_of


def told(text: str, fact: str) -> bool:
    """Return whether a text tells a fact of these words."""
    return Telling(text, words_of(text)).conveys(words_of(fact).among)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Rescheduling is free.", "reschedule", id="ending"),
        pytest.param("Røde? Dem har vi.", "rødt", id="short word with another ending"),
        pytest.param("der trækkes ikke mere", "trukket", id="other vowels"),
        pytest.param("ein Doppelverkauf", "verkaufen", id="part of a compound"),
    ],
)
def test_word_is_there_in_another_form(text: str, word: str) -> None:
    """Endings, vowels and compounds change, the word stays the same."""
    assert told(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("We look into it.", "cancelled", id="nothing of it"),
        pytest.param("Wir melden uns.", "Passwort", id="German"),
        pytest.param("an odd form", "rodeo", id="inside of another word"),
    ],
)
def test_word_is_not_there(text: str, word: str) -> None:
    """A word of which nothing stands in the text is missing."""
    assert not told(text, word)


def test_share_of_the_words_decides() -> None:
    """One word in four is enough, one in five is not; a fact of short words alone has nothing to look for."""
    assert ENOUGH == 1 / 4
    assert told("the parcel", "parcel booked yesterday Kassel")
    assert not told("the parcel", "parcel booked yesterday Kassel warehouse")
    assert told("", "it is so")


@given(st.text(max_size=60), st.text(max_size=30))
def test_text_tells_what_it_says(text: str, more: str) -> None:
    """A text conveys its own words, whatever stands behind them."""
    assert told(f"{text} {more}", text)
