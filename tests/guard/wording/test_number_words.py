"""Numbers in words are read as their language builds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.wording.number_words import NumberWords

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
