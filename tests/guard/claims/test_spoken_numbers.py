"""Numbers in words are found as a whole, whatever they count."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.claims.spoken_numbers import spoken_numbers
from tonekit.guard.wording.words import words_of


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        pytest.param("en", "without the ninety pounds excess", {90}, id="en"),
        pytest.param("en", "Six hundred and forty pounds and fifty pence", {640, 50}, id="en hundredths"),
        pytest.param("de", "neunundvierzig Euro fünfzig", {49, 50}, id="de"),
        pytest.param("sv", "Ettusentvåhundranittio kronor", {1290}, id="sv thousand of two words"),
        pytest.param("nb", "ettusen fire hundre kroner", {1400}, id="nb"),
        pytest.param("da", "ettusindeethundredeogseksoghalvfems kroner", {1196}, id="da in one word"),
        pytest.param("en", "one of a kind", set(), id="an article is none"),
        pytest.param("fr", "ninety", set(), id="language without number words"),
    ],
)
def test_numbers_in_words(language: str, text: str, numbers: set[int]) -> None:
    """Each number is found once, no part of it by itself."""
    assert spoken_numbers(words_of(text), language) == set(map(Decimal, numbers))


@given(st.lists(st.sampled_from(["and", "six", "hundred", "forty", "thousand", "word"]), max_size=40))
def test_rows_of_number_words(forms: list[str]) -> None:
    """Whatever their order, they are read, and every number found is two at least."""
    assert all(number > 1 for number in spoken_numbers(words_of(" ".join(forms)), "en"))
