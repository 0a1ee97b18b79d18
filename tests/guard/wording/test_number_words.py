"""Numbers in words are read as their language builds them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.days.calendar import load_calendar
from tonekit.guard.wording.number_words import NumberWords, first_joined, is_parted
from tonekit.guard.wording.words import words_of

ENGLISH = NumberWords({1: ["a", "one"], 2: ["two"], 5: ["five"], 50: ["fifty"], 100: ["hundred"]}, ["and"])
GERMAN = NumberWords({2: ["zwei"], 5: ["fünf"], 20: ["zwanzig"], 100: ["hundert"], 1000: ["tausend"]}, ["und"])


@pytest.mark.parametrize(
    ("numbers", "words", "found"),
    [
        pytest.param(ENGLISH, "pay two hundred and fifty five", (255, 5), id="five words"),
        pytest.param(ENGLISH, "pay a hundred", (100, 2), id="article"),
        pytest.param(ENGLISH, "this and fifty", (50, 1), id="joint before"),
        pytest.param(ENGLISH, "fifty more", (0, 0), id="not right before"),
        pytest.param(ENGLISH, "and", (0, 0), id="joint alone"),
        pytest.param(GERMAN, "nur zweitausendfünfhundertfünfundzwanzig", (2525, 1), id="one word"),
        pytest.param(GERMAN, "zwanziger", (0, 0), id="something behind"),
        pytest.param(GERMAN, "zwei" * 500, (0, 0), id="too long"),
    ],
)
def test_number_in_words(numbers: NumberWords, words: str, found: tuple[int, int]) -> None:
    """The number right before a place is read, with the count of its words."""
    forms = words.split()

    assert numbers.before(forms, len(forms)) == found


@given(st.lists(st.sampled_from(["a", "two", "five", "fifty", "hundred", "and", "pay"]), max_size=30))
def test_never_more_words_than_there_are(forms: list[str]) -> None:
    """Whatever stands before a place, the words of the number are among them."""
    _, count = ENGLISH.before(forms, len(forms))

    assert 0 <= count <= len(forms)


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        pytest.param("two hundred", False, id="blank"),
        pytest.param("twenty-five", False, id="hyphen"),
        pytest.param("two\nhundred", False, id="a line that is broken"),
        pytest.param("two.\nhundred", True, id="full stop"),
        pytest.param("two\nHundred", True, id="another line"),
        pytest.param("two\n- hundred", True, id="item"),
        pytest.param("two; hundred", True, id="semicolon"),
    ],
)
def test_parted(text: str, parted: bool) -> None:
    """Two words are parted by the end of a sentence or an item, not by the end of a line."""
    (_, end), (start, _) = words_of(text).spans

    assert is_parted(text, end, start) is parted
    assert first_joined(text, words_of(text), 1) == int(parted)


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
    ],
)
def test_numbers_in_words(language: str, text: str, numbers: set[int]) -> None:
    """Each number is found once, no part of it by itself."""
    assert load_calendar().spoken[language].all_in(words_of(text).forms) == set(map(Decimal, numbers))


@given(st.lists(st.sampled_from(["and", "six", "hundred", "forty", "thousand", "word"]), max_size=40))
def test_rows_of_number_words(forms: list[str]) -> None:
    """Whatever their order, they are read, and every number found is two at least."""
    assert all(number > 1 for number in load_calendar().spoken["en"].all_in(forms))
