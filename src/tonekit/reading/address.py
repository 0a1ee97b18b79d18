"""Pronouns of address, where the language tells register by them (German Sie and du)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from ..languages.pack import Address
from .parsing import Parsed
from .shapes import ShapeHit
from .tokens import is_word

FORMAL, INFORMAL, OPENING, ABSENT = "address.formal", "address.informal", "address.opening", "address.absent"
BESIDE_VERB = "beside verb"


def find_address(parsed: Parsed, address: Address) -> list[ShapeHit]:
    """Return the V- and T-forms of a text; none where the language does not tell by them.

    A V-form that opens a sentence may mean "she" or "they": it is a cue of its own, and no form of address.
    """
    return list(_hits(parsed, address)) if address.telling else []


def address_form(hits: list[ShapeHit]) -> Literal["formal", "informal", "mixed"] | None:
    """Return which form of address the hits show."""
    cues = {cue for _, _, cue in hits} - {OPENING}
    if cues == {FORMAL, INFORMAL}:
        return "mixed"
    if FORMAL in cues:
        return "formal"
    return "informal" if INFORMAL in cues else None


def _hits(parsed: Parsed, address: Address) -> Iterator[ShapeHit]:
    texts, spans = parsed.tokens.texts, parsed.tokens.spans
    forms = _forms(address)
    openings = {first for first, _ in parsed.sentences}
    for index, text in enumerate(texts):
        form = forms.get(text)
        if form is None:
            continue
        if form == BESIDE_VERB:
            if _beside_verb(texts, index, address.verb_endings):
                yield *spans[index], INFORMAL
        else:
            yield *spans[index], OPENING if form == FORMAL and index in openings else form


@lru_cache(maxsize=64)
def _forms(address: Address) -> Mapping[str, str]:
    """Return form of address → what it is; in capitals too where they leave no doubt (not "IHR": "Ihr" or "ihr")."""
    forms = {
        **dict.fromkeys(address.informal, INFORMAL),
        **dict.fromkeys(address.beside_verb, BESIDE_VERB),
        **dict.fromkeys(address.formal, FORMAL),
    }
    meanings: dict[str, set[str]] = {}
    for form, meaning in forms.items():
        meanings.setdefault(form.upper(), set()).add(meaning)
    return {form: next(iter(found)) for form, found in meanings.items() if len(found) == 1} | forms


def _beside_verb(texts: list[str], index: int, endings: tuple[str, ...]) -> bool:
    neighbours = texts[max(0, index - 1) : index] + texts[index + 1 : index + 2]
    return any(is_word(text) and text.islower() and text.endswith(endings) for text in neighbours)
