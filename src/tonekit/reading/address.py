"""Pronouns of address, where the language tells register by them (German Sie and du)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..languages.pack import Address
from .parsing import Parsed, Token
from .shapes import ShapeHit

FORMAL, INFORMAL, OPENING, ABSENT = "address.formal", "address.informal", "address.opening", "address.absent"


def find_address(parsed: Parsed, address: Address) -> tuple[ShapeHit, ...]:
    """Return the V- and T-forms of a text; none where the language does not tell by them.

    A V-form that opens a sentence may mean "she" or "they": it is a cue of its own, and no form of address.
    """
    return tuple(_hits(parsed, address)) if address.telling else ()


def address_form(hits: tuple[ShapeHit, ...]) -> Literal["formal", "informal", "mixed"] | None:
    """Return which form of address the hits show."""
    cues = {hit.cue for hit in hits} - {OPENING}
    if cues == {FORMAL, INFORMAL}:
        return "mixed"
    if FORMAL in cues:
        return "formal"
    return "informal" if INFORMAL in cues else None


def _hits(parsed: Parsed, address: Address) -> Iterator[ShapeHit]:
    openings = {first for first, _ in parsed.sentences}
    formal, informal = frozenset(address.formal), frozenset(address.informal)
    beside_verb = frozenset(address.beside_verb)
    for index, token in enumerate(parsed.tokens):
        if token.text in formal:
            yield ShapeHit(OPENING if index in openings else FORMAL, token.start, token.end)
        elif token.text in beside_verb:
            if _beside_verb(parsed.tokens, index, address.verb_endings):
                yield ShapeHit(INFORMAL, token.start, token.end)
        elif token.text in informal:
            yield ShapeHit(INFORMAL, token.start, token.end)


def _beside_verb(tokens: tuple[Token, ...], index: int, endings: tuple[str, ...]) -> bool:
    neighbours = tokens[max(0, index - 1) : index] + tokens[index + 1 : index + 2]
    return any(token.word and token.text.islower() and token.text.endswith(endings) for token in neighbours)
