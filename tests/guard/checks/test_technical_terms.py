"""Technical terms: found in compounds and as abbreviations, everyday ones and those of the customer left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import Result, ToneKit
from tonekit.guard.checks.technical_terms import terms_in
from tonekit.guard.draft import Draft
from tonekit.guard.facts.backing import backing_of


def terms(toolkit: ToneKit, text: str, message: str = "Hello, my picture frame does not work any more.") -> list[str]:
    """Return the terms of a draft that answers a message."""
    result: Result = toolkit.personalize(message)
    return list(terms_in(Draft(text, result, read=toolkit.analyze(text), backing=backing_of(result))).values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The firmware is renegotiating.", ["firmware", "renegotiating"], id="listed, and by its stem"),
        pytest.param("Skriv in din autentiseringstoken.", ["autentiseringstoken"], id="compound"),
        pytest.param("Choose the SSID and its WPA2 key.", ["ssid", "wpa2"], id="abbreviations"),
        pytest.param("Order ABC-12345 and AB12345 are on the lorry.", [], id="references"),
        pytest.param("Do NOT press it, send an SMS with your PIN.", [], id="emphasis and everyday abbreviations"),
        pytest.param("HOW TO BEGIN\n\nPress the button.", [], id="heading in capitals"),
        pytest.param("See https://example.com/firmware/SSID for more.", [], id="link"),
        pytest.param("Gassen heter H2S, og CaCO3 er kalk.", ["h2s", "caco3"], id="formulas"),
        pytest.param("The manometer of the hydraulic lift", ["manometer", "hydraulic"], id="engineering"),
        pytest.param("CO2 and H2O, room B2, size S3", [], id="formulas that everybody knows"),
        pytest.param("Press the round button and wait.", [], id="plain words"),
    ],
)
def test_terms(toolkit: ToneKit, text: str, found: list[str]) -> None:
    """A term is a listed one, a word with a technical stem, or an abbreviation that not everybody knows."""
    assert terms(toolkit, text) == found


def test_terms_of_the_customer(toolkit: ToneKit) -> None:
    """What the customer has called by that word is no term above the customer."""
    assert terms(toolkit, "The SSID has changed.", "Hello, where do I find the SSID?") == []


@given(text=st.text(max_size=200))
def test_any_text(toolkit: ToneKit, text: str) -> None:
    """Whatever a draft holds: places lie inside it, in order, and none overlaps another."""
    result = toolkit.personalize("Hello, my picture frame does not work any more.")
    draft = Draft(text, result, read=toolkit.analyze(text), backing=backing_of(result))
    spans = list(terms_in(draft))

    assert all(0 <= start < end <= len(draft.text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
