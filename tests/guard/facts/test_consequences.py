"""What follows from figures that were given is no invention; anything else is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tonekit.guard.claims.claims import find_claims
from tonekit.guard.facts.consequences import Consequences
from tonekit.guard.facts.ground import Ground
from tonekit.guard.wording.words import words_of

GIVEN = "12 chairs at 289.00 EUR, 24.50 EUR for delivery, 20 % off. At 13:30, for 90 minutes."


def consequences() -> Consequences:
    """Return what follows from the text above and from an amount of a record."""
    ground = Ground()
    ground.add_text(GIVEN)
    return Consequences(ground, [Decimal(1000)])


@pytest.mark.parametrize(
    ("draft", "follows"),
    [
        pytest.param("3,468.00 EUR", True, id="quantity times price"),
        pytest.param("313.50 EUR", True, id="sum"),
        pytest.param("264.50 EUR", True, id="difference"),
        pytest.param("57.80 EUR", True, id="share"),
        pytest.param("231.20 EUR", True, id="what a share leaves"),
        pytest.param("12,000 EUR", True, id="amount of a record"),
        pytest.param("3,486.00 EUR", False, id="figures exchanged"),
        pytest.param("290.00 EUR", False, id="nearly the price"),
        pytest.param("0 EUR", False, id="nothing"),
        pytest.param("15:00", True, id="end"),
        pytest.param("12:00", True, id="start of what ends then"),
        pytest.param("14:30", False, id="another time"),
        pytest.param("at 1.30", False, id="a time that was given"),
        pytest.param("7 days", False, id="no amount and no time"),
    ],
)
def test_what_follows(draft: str, follows: bool) -> None:
    """Products, sums, differences, shares and the ends of appointments follow, exactly."""
    (claim,) = find_claims(draft, words_of(draft))

    assert consequences().hold(claim) is follows
