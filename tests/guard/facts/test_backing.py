"""What a result gives a draft to lean on is read once, and stays with what it was read from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tonekit import Result, ToneKit
from tonekit.guard.claims.claim import Claim, Kind
from tonekit.guard.facts.backing import backing_of

FACTS = {"redress.refund": {"amount": "49.90", "currency": "EUR"}, "redress.refund_by": "2026-12-04"}
MESSAGE = "You charged me twice for order 88412, I want my money back."


def test_is_kept(toolkit: ToneKit) -> None:
    """A second draft, and a copy of the result with the same facts, find what the first one had read."""
    result = toolkit.personalize(MESSAGE, facts=FACTS)

    assert backing_of(result) is backing_of(result)
    assert backing_of(result.model_copy(update={"notes": ("seen",)})) is backing_of(result)


def test_other_facts_are_read_anew(toolkit: ToneKit) -> None:
    """Another result of the same message has a reading of its own."""
    first, second = (toolkit.personalize(MESSAGE, facts=facts) for facts in (FACTS, {}))

    assert Decimal("49.9") in backing_of(first).typed.numbers
    assert not backing_of(second).typed.numbers


def test_result_read_back(toolkit: ToneKit) -> None:
    """A result that was read back leans on its message, its reply and its prompt."""
    back = Result.model_validate_json(toolkit.personalize(MESSAGE, facts=FACTS).model_dump_json())

    assert MESSAGE in backing_of(back).given
    assert backing_of(back).material.facts is None


def test_counts_in_no_comparison(toolkit: ToneKit) -> None:
    """What was worked out is no part of a result: checked or not, it equals another of the same message."""
    one, other = (toolkit.personalize(MESSAGE, facts=FACTS) for _ in range(2))
    toolkit.check("Hello, your 49.90 EUR arrive on 4 December 2026.", one)

    assert one == other
    assert one.material == other.material
    assert one.model_dump_json() == other.model_dump_json()


@pytest.mark.parametrize(
    ("message", "paid"),
    [
        pytest.param("You still owe me 49.90 EUR for it.", True, id="the amount that was named"),
        pytest.param("You still owe me 120 EUR for it.", False, id="another amount"),
        pytest.param("You still owe me money.", False, id="no amount"),
    ],
)
def test_paid_in_full(toolkit: ToneKit, message: str, paid: bool) -> None:
    """Who gets back the amount that he named gets it back in full."""
    backing = backing_of(toolkit.personalize(message, facts=FACTS))
    full, half = (Claim("percentage", frozenset({Decimal(share)}), 0, 1) for share in (100, 50))

    assert backing.supports(full, "in full") is paid
    assert not backing.supports(half, "half")


@pytest.mark.parametrize(
    ("given", "claim", "text"),
    [
        pytest.param(
            "Wir haben bis nachts um zwei gespielt.", Claim("time", frozenset({120}), 0, 1), "zwei Uhr", id="de"
        ),
        pytest.param("Jag slutar vid tre.", Claim("time", frozenset({900}), 0, 1), "kl. 15", id="sv"),
        pytest.param("Open from 10 to 18.", Claim("time", frozenset({1080}), 0, 1), "6 pm", id="opening hours"),
        pytest.param("Åpent 10–18.", Claim("time", frozenset({600}), 0, 1), "kl. 10", id="opening hours, a dash"),
        pytest.param(
            "Zweimal 59 Euro!", Claim("number", frozenset({Decimal(118)}), 0, 1), "118", id="twice the amount"
        ),
        pytest.param("It is a 4096-bit key.", Claim("number", frozenset({Decimal(4096)}), 0, 1), "4096", id="compound"),
    ],
)
def test_said_otherwise(toolkit: ToneKit, given: str, claim: Claim, text: str) -> None:
    """An hour in words and the number of a compound may be told again."""
    assert backing_of(toolkit.personalize(given)).supports(claim, text)
    assert not backing_of(toolkit.personalize("Hello")).supports(claim, text)


@pytest.mark.parametrize(
    ("text", "kind", "may"),
    [
        pytest.param("order 88 412", "reference", True, id="grouped-otherwise"),
        pytest.param("88413", "reference", False, id="another-number"),
        pytest.param("https://help.example.com/a", "link", False, id="another-link"),
        pytest.param("three days", "length", True, id="words-may-say-it-otherwise"),
    ],
)
def test_what_may_be_named(toolkit: ToneKit, text: str, kind: Kind, may: bool) -> None:
    """What is written is read for an identifier only where its signs stand there in a row."""
    backing = backing_of(toolkit.personalize(MESSAGE, facts=FACTS))

    assert backing.may_name(Claim(kind, text, 0, len(text)), text.removeprefix("order ")) is may
