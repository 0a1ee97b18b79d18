"""Clauses end where another one begins, and nowhere else: a list of things is one clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.clauses import clause_ends
from tonekit.guard.words import words_of


def clauses(text: str, *denying: str) -> list[str]:
    """Return the clauses of a text in which some words deny."""
    ends = clause_ends(text, words_of(text), [text.index(word) for word in denying])
    return [text[start:end].strip() for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("You get it.| We do not.", id="sentences"),
        pytest.param("You get it,| and we do not mind.", id="comma and and"),
        pytest.param("You will get it| and need not wait.", id="and without a subject"),
        pytest.param("We do not have apples, pears and plums.", id="a list"),
        pytest.param("Apples and pears are gone.", id="a subject of two"),
        pytest.param("We do not,| but apples.", id="but"),
        pytest.param("Sie haben kein Obst, Brot und Salz.", id="german list"),
        pytest.param("Sie zahlen|, weil wir es sagen.", id="german reason"),
        pytest.param("Vi har den|, så du kan vänta.", id="swedish"),
        pytest.param("Vi har den| men ikke nå.", id="norwegian but"),
        pytest.param("", id="nothing"),
    ],
)
def test_clauses_end(text: str) -> None:
    """A clause ends where both sides have a verb or a subject, or where a word always begins another one."""
    written = text.replace("|", "")
    expected = [part.strip(" ,") for part in text.split("|")]

    assert [each.strip(" ,") for each in clauses(written)] == [each for each in expected if each]


def test_what_denies_makes_a_clause_of_what_goes_before() -> None:
    """Words without a verb that deny are a clause where one follows, and belong to the one before them."""
    assert clauses("Not a word, you get it.", "Not") == ["Not a word,", "you get it."]
    assert clauses("It is, as said, not done.", "not") == ["It is, as said, not done."]


@given(st.text(alphabet="ab,.;: andbutwe\n", max_size=80))
def test_clauses_cover_the_text(text: str) -> None:
    """Ends are in order, and the last clause ends with the text."""
    ends = clause_ends(text, words_of(text), [])

    assert ends == sorted(set(ends))
    assert not text or ends[-1] == len(text)
