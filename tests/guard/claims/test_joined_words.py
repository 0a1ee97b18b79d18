"""A figure never goes on over the end of a sentence or of an item of a list."""

from __future__ import annotations

import pytest

from tonekit.guard.claims.claims import find_claims
from tonekit.guard.claims.joined_words import first_joined, is_parted
from tonekit.guard.wording.words import words_of


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
    assert first_joined(text, words_of(text), 1, most=3) == int(parted)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1. It is on port 10.\n2. No.", id="items, English"),
        pytest.param("1. Port 10.\n3. Nur eines.", id="items, German"),
        pytest.param("Bygel 3.\n4. UAC2 ja.", id="items, Swedish"),
        pytest.param("Vi sees neste uke.\n3. Ta med nøkkelen.", id="week, Norwegian"),
        pytest.param("Det var sidste uge.\n3. Tag nøglen med.", id="week, Danish"),
        pytest.param("4. Tag den gamle patron ud.", id="the mark of an item that reads like a day"),
    ],
)
def test_lists(text: str) -> None:
    """The numbers of a list are no dates, weeks or lengths of time."""
    kinds = {"date", "length"}
    claims = [
        each for each in find_claims(text, words_of(text)) if each.kind in kinds or "\n" in text[each.start : each.end]
    ]

    assert claims == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("I kan være der fire. Tyve minutter er nok.", 20 / 60),
        ("Rooms for two. Twenty minutes are enough.", 20 / 60),
        ("Det blir tolv. Tjugo minuter räcker.", 20 / 60),
    ],
)
def test_sentences(text: str, hours: float) -> None:
    """A length of time in words begins with its sentence."""
    assert [each.key for each in find_claims(text, words_of(text)) if each.kind == "length"] == [round(hours, 4)]
