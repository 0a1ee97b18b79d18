"""What a fact is made of, and what of it a draft has to repeat."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tonekit.guard.facts.fact_parts import Part, amounts_of, is_link, parts_of


def test_title_of_a_link() -> None:
    """What a link is called need not be repeated."""
    link = {"url": "https://help.example.com/a", "text": "Guide V22"}

    assert [(part.text, part.is_title) for part in parts_of([link])] == [(link["url"], False), (link["text"], True)]
    assert is_link([link])
    assert not is_link("https://help.example.com/a")


@pytest.mark.parametrize(
    ("value", "held"),
    [
        pytest.param("It went out on 4 December, order 88412.", [("date", "4 December"), ("reference", "88412")]),
        pytest.param("2026-12-04T14:30", [("date", ""), ("time", "")]),
        pytest.param(date(2026, 12, 4), [("date", "")]),
        pytest.param("https://help.example.com/a", [("link", "https://help.example.com/a")]),
        pytest.param("The link is valid for 30 days.", []),
        pytest.param("It is free of charge, order 12.", []),
        pytest.param("We shall call.", []),
        pytest.param(12, []),
    ],
)
def test_what_is_held(value: Any, held: list[tuple[str, str]]) -> None:
    """Dates, times, references and addresses have to be repeated; lengths, plain numbers and words have not."""
    assert [(claim.kind, text) for claim, text in Part(value).held] == held


def test_parts_and_amounts() -> None:
    """Lists and mappings are taken apart, and what stands under `amount` is money."""
    value = [{"label": "Case", "price": {"amount": "49.90", "currency": "EUR"}}, {"amount": "none"}]

    assert [part.text for part in parts_of(value)] == ["Case", "49.90", "EUR", "none"]
    assert list(amounts_of(value)) == [Decimal("49.9")]


@pytest.mark.parametrize(
    ("value", "text", "said"),
    [
        ("order 88412", "Your order 88412.", True),
        ("order 88412", "Your order 884120.", False),
        (88412, "Your order 88412.", False),
    ],
)
def test_word_for_word(value: Any, text: str, said: bool) -> None:
    """A text is said where it stands as it is; a number has to be read, for it is written in many ways."""
    assert Part(value).is_said_in(text) is said
