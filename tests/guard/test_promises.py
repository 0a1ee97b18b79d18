"""Ordinary promises are claims and ordinary refusals are none: a table of both, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tonekit.guard.claims.claims import find_claims
from tonekit.guard.wording.words import words_of

TABLE = Path(__file__).parents[1] / "fixtures" / "guard" / "promises.yaml"
LEAST = 20


def promised(text: str) -> list[str]:
    """Return the amounts and shares that a text promises by name."""
    claims = find_claims(text, words_of(text))
    return [
        text[each.start : each.end]
        for each in claims
        if each.kind in ("amount", "percentage") and each.stance != "refused"
    ]


def rows() -> Iterator[tuple[str, str, str]]:
    """Yield language, side and sentence of the table."""
    for language, sides in yaml.safe_load(TABLE.read_text(encoding="utf-8")).items():
        for side, sentences in sides.items():
            yield from ((language, side, sentence) for sentence in sentences)


@pytest.mark.parametrize(
    ("side", "sentence"), [pytest.param(side, text, id=f"{code}: {text}") for code, side, text in rows()]
)
def test_promises_and_refusals(side: str, sentence: str) -> None:
    """A condition is no refusal of what it promises, and a wish that the next sentence refuses is no promise."""
    assert bool(promised(sentence)) == (side == "promises")


def test_the_table_is_large_enough() -> None:
    """No language has fewer sentences of either side than the others, so that no rule is right in English alone."""
    counted = [(code, side) for code, side, _ in rows()]

    assert {code for code, _ in counted} == {"da", "de", "en", "nb", "sv"}
    assert all(counted.count(pair) >= LEAST for pair in set(counted))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("You asked for a full refund, and you will get it.", ["full refund"], id="granted"),
        pytest.param("You asked: you get a full refund. It does not take long.", ["full refund"], id="behind-a-colon"),
        pytest.param("If it is free of charge, I do not know.", [], id="condition-that-is-denied"),
        pytest.param("We should not give a full refund here.", [], id="should-inside"),
        pytest.param("Om du inte har kvitto kan vi inte ge full återbetalning.", [], id="no-comma-refused"),
        pytest.param("Hvis du ikke er fornøyd refunderer vi hele beløpet.", ["refunderer vi hele beløpet"], id="nb"),
    ],
)
def test_where_clauses_end(text: str, found: list[str]) -> None:
    """A condition ends at its comma or where the main clause begins; what follows it counts for itself."""
    assert promised(text) == found
