"""A rounded figure is given where the true one is near, on the side that the words say."""

from __future__ import annotations

import pytest

from tonekit.guard.claims.claim import Claim
from tonekit.guard.claims.claims import find_claims
from tonekit.guard.facts.backing import Backing
from tonekit.guard.harmless.approximations import is_distance, is_rounded
from tonekit.guard.wording.words import words_of
from tonekit.material import Material

FACTS = {
    "a": "You get £18.50 back, 50 minutes, 12 items of 4 kg.",
    "appointment.start": "2026-12-09T16:45",
    "appointment.minutes": 40,
    "status.expected": "2026-12-30",
}


def backing() -> Backing:
    """Return what the drafts below may lean on."""
    return Backing(Material("I have sent it on 9 December.", facts=FACTS))


def only(text: str, kind: str) -> Claim:
    """Return the only claim of a kind in a text."""
    (claim,) = [each for each in find_claims(text, words_of(text)) if each.kind == kind]
    return claim


@pytest.mark.parametrize(
    ("text", "kind", "near"),
    [
        pytest.param("just under £20", "amount", True, id="a little less"),
        pytest.param("knapp 20 Euro", "amount", True, id="German"),
        pytest.param("drygt 18 kronor", "amount", True, id="a little more"),
        pytest.param("rund 19 Euro", "amount", True, id="about"),
        pytest.param("drygt 20 kronor", "amount", False, id="the wrong side"),
        pytest.param("just under £30", "amount", False, id="too far"),
        pytest.param("£20", "amount", False, id="not said to be rounded"),
        pytest.param("räkna med knappt en timme", "length", True, id="length"),
        pytest.param("about two hours", "length", False, id="another length"),
        pytest.param("du er ferdig i halv seks-tiden", "time", True, id="end of an appointment"),
        pytest.param("gegen halb sechs", "time", True, id="time"),
        pytest.param("around half past six", "time", False, id="an hour off"),
    ],
)
def test_rounded(text: str, kind: str, near: bool) -> None:
    """A figure counts as given where it is said to be rounded and a given one is near."""
    assert is_rounded(only(text, kind), text, backing()) is near


@pytest.mark.parametrize(
    ("text", "between"),
    [
        pytest.param("It is 21 days later.", True, id="days"),
        pytest.param("after three weeks", True, id="weeks"),
        pytest.param("nach knapp vier Wochen", False, id="too many"),
        pytest.param("You get it within three weeks.", False, id="a promise"),
        pytest.param("Du får den inden for tre uger.", False, id="a Danish promise"),
        pytest.param("Det er tre uker igjen.", True, id="what is left, Norwegian"),
    ],
)
def test_distance(text: str, between: bool) -> None:
    """The time between two given dates may be told, but not promised."""
    assert is_distance(only(text, "length"), text, backing()) is between
