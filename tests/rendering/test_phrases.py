"""Phrases vary between conversations, never within one, and fit the situation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tonekit.conditions import Observed
from tonekit.datafile import DataFile
from tonekit.errors import DataFileError
from tonekit.rendering.phrases import PhraseBook, VariationKey, read_phrases

BOOK = """
greeting:
  - {id: plain-1, text: "Hello,"}
  - {id: plain-2, text: "Good day,"}
  - {id: plain-3, text: "Greetings,"}
  - {id: name-1, needs: [customer.name], text: "Hello {{ customer.name }},"}
  - {id: casual-1, when: {style.greeting: casual}, text: "Hi,"}
  - {id: casual-name-1, when: {style.greeting: casual}, needs: [customer.name], text: "Hi {{ customer.name }},"}
sorry:
  - {id: sorry-1, when: {style.empathy: acknowledge}, text: "Sorry."}
"""


def book(text: str = BOOK) -> PhraseBook:
    """Read a phrase book from text."""
    return read_phrases(DataFile(Path("en.yaml"), text))


def chosen(
    slot: str, *, key: str = "k", there: tuple[str, ...] = (), recent: tuple[str, ...] = (), **style: Any
) -> str | None:
    """Return the id of the phrase chosen for a slot."""
    situation = {f"style.{name}": Observed(value) for name, value in style.items()}
    phrase = book().choose(slot, situation, there=there, key=VariationKey(key), recent=recent)
    return phrase.file.id if phrase else None


def test_same_call_same_words() -> None:
    """Within a conversation the same phrase is taken each time."""
    assert {chosen("greeting") for _ in range(20)} == {chosen("greeting")}


def test_wording_varies_between_conversations() -> None:
    """All alternatives come up over different conversations."""
    assert {chosen("greeting", key=str(number)) for number in range(60)} == {"plain-1", "plain-2", "plain-3"}


def test_recent_ones_are_passed_over() -> None:
    """A phrase used lately is avoided while there are others, and taken when there are none."""
    first = chosen("greeting")
    assert first is not None

    assert chosen("greeting", recent=(first,)) != first
    assert chosen("greeting", recent=("plain-1", "plain-2", "plain-3")) is not None


@pytest.mark.parametrize(
    ("there", "style", "expected"),
    [
        pytest.param(("customer.name",), {}, "name-1", id="name-is-there"),
        pytest.param((), {"greeting": "casual"}, "casual-1", id="casual"),
        pytest.param(("customer.name",), {"greeting": "casual"}, "casual-name-1", id="both"),
    ],
)
def test_closest_cut_wins(there: tuple[str, ...], style: dict[str, Any], expected: str) -> None:
    """Of the eligible phrases the one with most conditions and needs is taken."""
    assert chosen("greeting", there=there, **style) == expected


def test_nothing_eligible_is_none() -> None:
    """A slot without an eligible phrase gives nothing."""
    assert chosen("sorry", empathy="none") is None


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        pytest.param("a:\n  - {id: x, text: a}\n  - {id: x, text: b}", "two phrases are called 'x'", 3, id="id-twice"),
        pytest.param("a:\n  - {id: x, txt: a}", "txt", 2, id="unknown-key"),
        pytest.param("a:\n  - {id: x, text: a, when: {style.tne: warm}}", "did you mean 'style.tone'", 2, id="typo"),
        pytest.param("a:\n  - {id: x, text: a, when: {style.tone: hot}}", "never 'hot'", 2, id="unknown-value"),
        pytest.param("a: []", "needs a list of phrases", 1, id="empty-slot"),
    ],
)
def test_refused(text: str, words: str, line: int) -> None:
    """A phrase book that is wrong is refused with its line."""
    with pytest.raises(DataFileError, match=words) as caught:
        book(text)

    assert caught.value.line == line
