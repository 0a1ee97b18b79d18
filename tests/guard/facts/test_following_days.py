"""Given days have weekdays and eves, and days that the customer names have neither."""

from __future__ import annotations

import pytest

from tonekit.guard.claims.claims import find_claims
from tonekit.guard.facts.backing import Backing
from tonekit.guard.wording.words import words_of
from tonekit.material import Material

MESSAGE = "We moved in on 3 November and are away from 21 December."
EVE = "The driver calls the evening before."


def supported(draft: str, **facts: str) -> list[bool]:
    """Return of each claim of a draft whether it may be made."""
    backing = Backing(Material(MESSAGE, facts={path.replace("__", "."): value for path, value in facts.items()}))
    return [backing.supports(each, draft[each.start : each.end]) for each in find_claims(draft, words_of(draft))]


@pytest.mark.parametrize(
    ("draft", "given"),
    [
        ("on Friday", True),
        ("am Freitag", True),
        ("på fredag", True),
        ("on Thursday", False),
        ("am Montag", False),
    ],
)
def test_weekday(draft: str, given: bool) -> None:
    """A day without its year falls into the year of the others."""
    facts = {"measure": "A new carrier starts on 4 December.", "refund_by": "2026-12-10"}
    (found,) = supported(draft.replace("Thursday", "Wednesday"), **facts)

    assert found is given


@pytest.mark.parametrize(
    ("eve", "draft"),
    [
        (EVE, "on Wednesday, 9 December"),
        ("Die Spedition ruft am Tag davor an.", "am Mittwoch, am 9. Dezember"),
        ("Avbokning går fram till dagen före.", "på onsdag, den 9 december"),
        ("Sjåføren ringer kvelden før.", "onsdag, 9. desember"),
        ("Chaufføren ringer aftenen før.", "onsdag den 9. december"),
    ],
)
def test_eve(eve: str, draft: str) -> None:
    """Where the facts speak of the day before, that day and its weekday are given, and only there."""
    assert supported(draft, status__expected="2026-12-10", details=eve) == [True, True]
    assert supported(draft, status__expected="2026-12-10") == [False, False]


def test_eve_of_an_open_year() -> None:
    """The day before is known without the year, over the end of a month too."""
    assert supported("on 30 November", measure="It comes on 1 December.", details=EVE) == [True]


@pytest.mark.parametrize("draft", ["on 20 December", "on Tuesday"])
def test_days_of_the_customer(draft: str) -> None:
    """The days that the customer names lead to no other days."""
    assert supported(draft, status__expected="2026-12-10", details=EVE) == [False]
