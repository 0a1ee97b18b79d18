"""An amount and its small money are one amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tonekit.guard.claims.claims import find_claims
from tonekit.guard.wording.words import words_of


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("219 kronor och 50 öre", [{"219.5"}]),
        ("et hundrede og fireoghalvfjerds kroner og halvtreds øre", [{"174.5"}]),
        ("12 Euro und 5 Cent", [{"12.05"}]),
        ("12 Euro und 5 Euro", [{"12"}, {"5"}]),
        ("12 kronor. 50 öre", [{"12"}, {"50", "0.5"}]),
        ("50 öre", [{"50", "0.5"}]),
        ("thirty-eight pence per roll", [{"38", "0.38"}]),
    ],
)
def test_amounts(text: str, amounts: list[set[str]]) -> None:
    """Small money is joined to what stands right before it; alone it is a part of the whole as well."""
    claims = find_claims(text, words_of(text))

    assert [claim.key for claim in claims] == [frozenset(map(Decimal, each)) for each in amounts]
