"""Days told in words mean the same as in figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.claims.claim import Day
from tonekit.guard.claims.claims import find_claims
from tonekit.guard.days.ordinal_days import days_without_month, ordinal_days
from tonekit.guard.wording.claim_words import MOST_DAYS, load_claim_words
from tonekit.guard.wording.words import words_of


def dates(text: str) -> list[Day]:
    """Return the dates of a text."""
    return [claim.key for claim in find_claims(text, words_of(text)) if claim.kind == "date"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by the seventeenth of December", Day(12, 17, None)),
        ("on the twenty-first of May", Day(5, 21, None)),
        ("the thirty-first of January", Day(1, 31, None)),
        ("bis zum achtzehnten Dezember", Day(12, 18, None)),
        ("am einunddreißigsten Mai", Day(5, 31, None)),
        ("ab dem nächsten Monatsersten", Day(None, 1, None)),
        ("den tionde december", Day(12, 10, None)),
        ("från den första i nästa månad", Day(None, 1, None)),
        ("den ellevte desember", Day(12, 11, None)),
        ("den femogtyvende januar", Day(1, 25, None)),
        ("the first day of the following month", Day(None, 1, None)),
    ],
)
def test_day_in_words(text: str, day: Day) -> None:
    """The day is found with its month, and nothing else is."""
    assert dates(text) == [day]


@pytest.mark.parametrize(
    "text", ["the second time in December", "for the third time", "am ersten Tag", "den andra ordern", "på femte plats"]
)
def test_order_is_no_day(text: str) -> None:
    """What comes first or second is no day where no month belongs to it."""
    assert list(ordinal_days(text, words_of(text))) == []


def test_days_without_month() -> None:
    """Behind an article such a word may be a day of a month that is named elsewhere."""
    assert days_without_month(words_of("senast den artonde, för tredje gången")) == {18}


def test_each_language_has_all_days() -> None:
    """Thirty-one words in each language, none of them twice."""
    for names in load_claim_words().ordinals.values():
        assert len(set(names)) == len(names) == MOST_DAYS


@given(st.text(alphabet="first of twenty may-\n", max_size=60))
def test_any_text(text: str) -> None:
    """What is found lies within the text."""
    assert all(0 <= claim.start < claim.end <= len(text) for claim in ordinal_days(text, words_of(text)))
