"""Which words a pattern cannot do without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from tonekit.guard.identifiers.needed_words import needed_words
from tonekit.guard.identifiers.own_patterns import OwnPatterns
from tonekit.guard.identifiers.page import Page


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        pytest.param(r"\bNL-\d{6}\b", {"nl-"}, id="row-of-letters"),
        pytest.param(r"(?i)\b(?:Kunden|mitglieds)-?nr", {"kunden", "mitglieds"}, id="either"),
        pytest.param(r"(?:order )?no (?P<number>\d+)", {"no "}, id="what-may-be-missing-counts-for-nothing"),
        pytest.param(r"(?:abc|\d+)", set(), id="one-branch-without-a-word"),
        pytest.param(r"(?=abc)\d+|[a-z]+", set(), id="look-ahead"),
        pytest.param(r"(?>ab){2,3}\d", {"ab"}, id="repeated"),
        pytest.param(r"(a)(?(1)b|c)", {"a"}, id="what-is-not-known-needs-nothing"),
        pytest.param(r"(?i)ab+c[de]?f", {"ab"}, id="what-comes-again-stands-once"),
        pytest.param(r"\.com\x41bc", {".com"}, id="escapes"),
        pytest.param(r"[]abc]x{0,2}(?P<a>de){,3}f", {"f"}, id="what-may-be-missing"),
        pytest.param("(?x) ab # cd", set(), id="blanks-and-comments"),
        pytest.param("ab(?#cd)?", set(), id="comment"),
    ],
)
def test_needed_words(expression: str, words: set[str]) -> None:
    """Words are those of which one stands in every match; where there are none such, none is named."""
    assert needed_words(re.compile(expression)) == words


PIECES = (
    r"a b K x 1 ß \. \d [ab] []x] . ( (?: (?P<n> (?> (?= (?! (?i: (?<=a) ) | ? * + {2} {,2} { } ?? ^ $ \1 -".split()
)


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.text("abAKkx1.-{}ßSs\n", max_size=9))
def test_matches_hold_a_needed_word(pieces: list[str], text: str) -> None:
    """Whatever a pattern is made of, a text that it matches is one that it is tried in."""
    expression = "".join(pieces)
    try:
        pattern = re.compile(expression, re.IGNORECASE)
    except re.error:
        reject()

    words = needed_words(pattern)

    assert not words or Page(text).may_hold(words) or not pattern.search(text)


@given(st.lists(st.sampled_from(["Kunde", "kunde", "KİD ", "kıd ", "nr", " ", "12", "ſ", "K", "id "]), max_size=6))
def test_skipping_changes_nothing(pieces: list[str]) -> None:
    """A pattern that is not tried would not have matched, whatever letters the text has."""
    text = "".join(pieces)
    pattern = re.compile(r"(?i)k(?:unde|id) ?(?:nr|s)? ?\d+")

    found = [(each.start, each.end) for each in OwnPatterns({"customer": [pattern]}).find(Page(text))]

    assert found == [match.span() for match in pattern.finditer(text)]
