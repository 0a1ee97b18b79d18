"""What a draft quotes from the conversation is the customer's, and is not held against the draft."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import Result, ToneKit
from tonekit.guard.facts.backing import Backing
from tonekit.guard.facts.quotations import without_quotations
from tonekit.material import Material

MESSAGE = "Guten Tag, Ihre Kasse steht seit heute früh still und Sie gehen nicht ans Telefon!\nBitte melden Sie sich."


@pytest.mark.parametrize(
    ("draft", "own"),
    [
        pytest.param("You wrote “Bitte melden Sie sich”.", "You wrote                        .", id="curly"),
        pytest.param("You: „bitte MELDEN Sie sich.“", "You:                         ", id="German marks, other case"),
        pytest.param("You: »Bitte melden Sie sich«", "You: " + " " * 23, id="guillemets"),
        pytest.param(
            "> still und Sie gehen\n> nicht ans Telefon!\nHello", " " * 21 + "\n" + " " * 20 + "\nHello", id=">"
        ),
        pytest.param('Click "Ihre Kasse".', 'Click "Ihre Kasse".', id="a term of two words stays"),
        pytest.param('You wrote "Bitte melden Sie".', "You wrote                   .", id="a part of a sentence"),
        pytest.param('"Sie haben selbst Schuld daran"', '"Sie haben selbst Schuld daran"', id="nobody said that"),
        pytest.param("Bitte melden Sie sich.", "Bitte melden Sie sich.", id="not marked as a quotation"),
        pytest.param('"itte melden Sie sic"', '"itte melden Sie sic"', id="half words are no quotation"),
    ],
)
def test_quotation_is_blanked(draft: str, own: str) -> None:
    """Words of the conversation in marks of quotation are taken out, and nothing else moves."""
    assert without_quotations(draft, Backing(Material(MESSAGE))) == own


@given(st.text(alphabet='ab "“”„«»>.\n', max_size=60), st.text(alphabet="ab \n", max_size=30))
def test_everything_keeps_its_place(draft: str, message: str) -> None:
    """Whatever is quoted, the rest of a draft stays where it was, line by line."""
    own = without_quotations(draft, Backing(Material(message)))

    assert len(own) == len(draft)
    assert all(after in (before, " ") for before, after in zip(draft, own, strict=True))
    assert own.count("\n") == draft.count("\n")


def test_quoted_message_in_another_language(toolkit: ToneKit, answer: Callable[..., Result]) -> None:
    """An English draft that quotes the German message has neither a wrong language nor a wrong form of address."""
    result = answer(MESSAGE, language="en")
    quoted = MESSAGE.split("\n", maxsplit=1)[0]
    draft = f"Hello,\n\nyou wrote: “{quoted}” We have called the technician, who rings you now.\n\nKind regards"

    assert [each.rule for each in toolkit.check(draft, result)] == []
    assert "wrong-language" in {each.rule for each in toolkit.check(f"{quoted}\n\nWir melden uns.", result)}


def test_mistakes_beside_a_quotation_are_found(toolkit: ToneKit, answer: Callable[..., Result]) -> None:
    """What the draft says itself counts, at its place in the whole draft."""
    result = answer("You charged me twice, this is entirely your own fault!")
    draft = 'Hello,\n\nyou wrote "this is entirely your own fault". No, it is entirely your own fault.\n\nKind regards'

    starts = [each.start for each in toolkit.check(draft, result) if each.rule == "blame"]

    assert starts == [draft.rindex("entirely"), draft.rindex("your own fault")]
