"""Does the draft say what it has to say?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..errors import UnknownNameError
from ..languages.loading import load_language_file
from .claims import Claim, find_claims
from .draft import Draft
from .ground import Ground, add_fact, leaves
from .identifiers import bare
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
_STEM = 5
"""Letters by which two words are the same: endings differ where a fact is put in other words."""
_ENOUGH = 0.25
"""Share of the words of a fact that a draft has which says the same in other words."""


def check_required(draft: Draft) -> Iterator[Breach]:
    """Yield the facts that the draft has to convey and does not.

    These are the ones that the contract of the reply requires, and of the others what the reply itself says of them:
    how much a reader is told depends on the style. Without a reply all of them count.
    """
    if not draft.in_language or not draft.material.facts:
        return
    said = _said(draft.text)
    shown = _said(draft.result.reply.text) if draft.result.reply else None
    for path, value in draft.material.facts.items():
        required = path in draft.material.required or shown is None
        missing = next(_lacking(draft, value, said, None if required else shown), None)
        if missing is not None:
            yield Breach("missing-fact", None, {"path": path, "what": f": {missing}" if missing else ""})


def _said(text: str) -> Ground:
    ground = Ground()
    ground.add_text(text)
    return ground


def _lacking(draft: Draft, value: Any, said: Ground, shown: Ground | None) -> Iterator[str]:
    """Yield what of a fact is missing: the kinds of its claims, or nothing in particular."""
    for leaf in leaves(value):
        for claim, text in _claims_of(leaf):
            if (shown is None or shown.supports(claim, text)) and not said.supports(claim, text):
                yield claim.kind
        if shown is None and isinstance(leaf, str) and not _conveyed(leaf, said, draft.profile.language):
            yield ""
    if shown is None:
        yield from _amounts(value, said)


def _claims_of(leaf: Any) -> Iterator[tuple[Claim, str]]:
    """Yield the claims of one part of a fact that have to be repeated, each with its words."""
    if isinstance(leaf, str) and not leaf.replace("-", "").replace(":", "").replace("T", "").isdigit():
        for claim in find_claims(leaf, words_of(leaf)):
            if claim.kind in _HELD:
                yield claim, leaf[claim.start : claim.end]
        return
    ground = Ground()
    add_fact(ground, leaf)
    for day in ground.days:
        yield Claim("date", day, 0, 0), ""
    for minutes in ground.keys.get("time", ()):
        yield Claim("time", minutes, 0, 0), ""


def _amounts(value: Any, said: Ground) -> Iterator[str]:
    """Yield where an amount of money, which is a mapping of amount and currency, is missing."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from _amounts(each, said)
    elif isinstance(value, dict):
        if "amount" in value:
            ground = Ground()
            add_fact(ground, value["amount"])
            if ground.numbers and ground.numbers.isdisjoint(said.numbers):
                yield "amount"
        else:
            for each in value.values():
                yield from _amounts(each, said)


def _conveyed(fact: str, said: Ground, language: str) -> bool:
    """Return whether a draft has enough of the words of a fact; facts in another language cannot be told."""
    common = _common_words(language)
    words = [word.form for word in words_of(fact)]
    if common and not any(word in common for word in words):
        return True
    stems = {word[:_STEM] for word in words if len(word) >= _STEM and word not in common and word.isalpha()}
    if not stems:
        return True
    there = {word[:_STEM] for word in said.words}
    return len(stems & there) >= _ENOUGH * len(stems) or bare(fact) in said.identifiers


@lru_cache
def _common_words(language: str) -> frozenset[str]:
    try:
        return frozenset(load_language_file(language).function_words)
    except UnknownNameError:
        return frozenset()
