"""Phrases vary between conversations, never within one, and fit the situation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tonekit.conditions.condition import Condition, Observed
from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile
from tonekit.rendering.phrases.alternatives import Phrase, PhraseFile
from tonekit.rendering.phrases.phrase_book import PhraseBook, VariationKey, read_phrases

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
    slot: str,
    *,
    key: str = "k",
    there: tuple[str, ...] = (),
    recent: tuple[str, ...] = (),
    widen: bool = False,
    **style: Any,
) -> str | None:
    """Return the id of the phrase chosen for a slot."""
    situation = {f"style.{name}": Observed(value) for name, value in style.items()}
    phrase = book().choose(slot, situation, there=there, key=VariationKey(key), recent=recent, widen=widen)
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


def test_longest_unused_comes_when_all_were_used() -> None:
    """Where every alternative was used lately, the one whose last use is longest ago is taken."""
    recent = ("plain-2", "plain-3", "plain-1", "plain-2", "plain-1")

    assert chosen("greeting", recent=recent) == "plain-3"


def test_widened_search_prefers_fresh_words() -> None:
    """Widened, a phrase that fits less closely comes before one that was used lately."""
    assert chosen("greeting", widen=True, greeting="casual") == "casual-1"
    assert chosen("greeting", recent=("casual-1",), greeting="casual") == "casual-1"
    assert chosen("greeting", recent=("casual-1",), widen=True, greeting="casual") in {"plain-1", "plain-2", "plain-3"}


def test_texts_share_conditions() -> None:
    """Several texts of one entry are phrases of their own, numbered, each with its line."""
    grouped = book(
        "sorry:\n  - id: sorry\n    when: {style.empathy: acknowledge}\n    texts:\n      - Sorry.\n      - Oh no."
    )
    phrases = grouped.slots["sorry"]

    assert [(phrase.file.id, phrase.file.text, phrase.line) for phrase in phrases] == [
        ("sorry-1", "Sorry.", 5),
        ("sorry-2", "Oh no.", 6),
    ]
    assert [phrase.closeness for phrase in phrases] == [1, 1]


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


def test_any_of_counts_as_its_shortest() -> None:
    """An `any_of` is one condition however many things it looks at, as each of them may be the one that holds."""
    when = {"style.tone": "warm", "any_of": [{"waited": "present", "deadline": "present"}, {"scope": "all"}]}
    phrase = Phrase(PhraseFile(id="x", text="x", needs=("customer.name",)), Condition(when), None)

    assert phrase.closeness == 3


def test_nothing_eligible_is_none() -> None:
    """A slot without an eligible phrase gives nothing."""
    assert chosen("sorry", empathy="none") is None


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        pytest.param("a:\n  - {id: x, text: a}\n  - {id: x, text: b}", "two phrases are called 'x'", 3, id="id-twice"),
        pytest.param("a:\n  - {id: x, txt: a}", "txt", 2, id="unknown-key"),
        pytest.param("a:\n  - {id: x, text: a, when: {style.tne: warm}}", "did you mean 'style.tone'", 2, id="typo"),
        pytest.param("a:\n  - {id: x, text: a, when: {style.tone: hot}}", "cannot be 'hot'", 2, id="unknown-value"),
        pytest.param("a: []", "needs a list of phrases", 1, id="empty-slot"),
        pytest.param("a:\n  - {id: x}", "needs its words", 2, id="no-words"),
        pytest.param("a:\n  - {id: x, text: a, texts: [b]}", "needs its words", 2, id="text-and-texts"),
        pytest.param("a:\n  - {id: x, texts: []}", "at least one entry", 2, id="empty-texts"),
        pytest.param(
            "a:\n  - {id: x, texts: [a, b]}\n  - {id: x-2, text: c}", "called 'x-2'", 3, id="id-of-a-group-twice"
        ),
    ],
)
def test_refused(text: str, words: str, line: int) -> None:
    """A phrase book that is wrong is refused with its line."""
    with pytest.raises(DataFileError, match=words) as caught:
        book(text)

    assert caught.value.line == line
