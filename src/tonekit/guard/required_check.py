"""Does the draft say what it has to say?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ..errors import UnknownNameError
from ..languages.loading import load_language_file
from .claim import Claim
from .claims import find_claims
from .draft import STEM, Draft
from .ground import Ground, add_fact, leaves
from .identifier_forms import bare
from .rules import Breach, Rule, by_id
from .wording import words_of

RULES = by_id(
    Rule(
        "missing-fact",
        "error",
        "The fact {path} does not stand in the draft{what}.",
        "Say it: it was given so that the customer learns of it.",
    )
)
_HELD = frozenset({"date", "time", "amount", "reference", "link", "mail", "phone"})
"""Kinds of claims that have to be repeated as they are; the rest of a fact may be put in other words."""
_SIGNS = re.compile(r"[\d@]|www\.|://")
"""Without one of these a text has nothing that has to be repeated as it is."""
_ENOUGH = 0.25
"""Share of the words of a fact that a draft has which says the same in other words."""


def check_required(draft: Draft) -> Iterator[Breach]:
    """Yield the facts that the draft has to convey and does not.

    Dates, amounts and the like have to be repeated where the reply of the house repeats them: how much a reader is told
    depends on the style. What the contract of the reply requires has to be there in substance as well. Without a reply
    all facts have to be.
    """
    if not draft.in_language or not draft.material.facts:
        return
    for path, value in draft.material.facts.items():
        lacking = list(_lacking(draft, value))
        if not lacking and (path in draft.material.required or draft.result.reply is None):
            lacking = ["" for leaf in leaves(value) if isinstance(leaf, str) and not _conveyed(leaf, draft)]
        if lacking:
            yield Breach("missing-fact", None, {"path": path, "what": f": its {lacking[0]}" if lacking[0] else ""})


def _lacking(draft: Draft, value: Any) -> Iterator[str]:
    """Yield the kinds of the claims of a fact that the reply, where there is one, repeats and the draft does not."""
    for leaf in leaves(value):
        for claim, text in _claims_of(leaf):
            if not draft.said.supports(claim, text) and (draft.shown is None or draft.shown.supports(claim, text)):
                yield claim.kind
    for amount in _amounts(value):
        if amount not in draft.said.numbers and (draft.shown is None or amount in draft.shown.numbers):
            yield "amount"


def _claims_of(leaf: Any) -> Iterator[tuple[Claim, str]]:
    """Yield the claims of one part of a fact that have to be repeated, each with its words."""
    ground = Ground()
    if not isinstance(leaf, str) or leaf[:1].isdigit():
        add_fact(ground, leaf)
    for day in ground.days:
        yield Claim("date", day, 0, 0), ""
    for minutes in ground.keys.get("time", ()):
        yield Claim("time", minutes, 0, 0), ""
    if isinstance(leaf, str) and not ground.days and _SIGNS.search(leaf):
        for claim in find_claims(leaf, words_of(leaf)):
            if claim.kind in _HELD:
                yield claim, leaf[claim.start : claim.end]


def _amounts(value: Any) -> Iterator[Decimal]:
    """Yield the amounts of money of a fact: mappings of amount and currency."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from _amounts(each)
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name == "amount":
                with suppress(ArithmeticError):
                    yield Decimal(str(each)).normalize()
            else:
                yield from _amounts(each)


def _conveyed(fact: str, draft: Draft) -> bool:
    """Return whether a draft has enough of the words of a fact; facts in another language cannot be told."""
    common = _common_words(draft.profile.language)
    words = [word.form for word in words_of(fact)]
    if common and common.isdisjoint(words):
        return True
    stems = {word[:STEM] for word in words if len(word) >= STEM and word not in common and word.isalpha()}
    return len(stems & draft.stems) >= _ENOUGH * len(stems) or bare(fact) in draft.said.identifiers


@lru_cache
def _common_words(language: str) -> frozenset[str]:
    try:
        return frozenset(load_language_file(language).function_words)
    except UnknownNameError:
        return frozenset()
