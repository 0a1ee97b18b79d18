"""Does the draft say what it has to say?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from .claim import Claim
from .common_words import common_words
from .draft import Draft
from .fact_parts import Part, amounts_of
from .identifier_forms import bare
from .rules import Breach, Rule, by_id

RULES = by_id(
    Rule(
        "missing-fact",
        "error",
        "The fact {path} does not stand in the draft{what}.",
        "Say it: it was given so that the customer learns of it.",
    )
)


def check_required(draft: Draft) -> Iterator[Breach]:
    """Yield the facts that the draft must convey but does not.

    Dates, amounts and the like have to be repeated where the reply of the house repeats them: how much a reader is told
    depends on the style. What the contract of the reply requires has to be there in substance as well. Without a reply
    all facts have to be.
    """
    if not draft.in_language or not draft.material.facts:
        return
    for path, value in draft.material.facts.items():
        parts = draft.backing.parts[path]
        others = [part for part in parts if not part.is_said_in(draft.text)]
        lacking = list(_lacking(draft, others, amounts_of(value))) if others else []
        if others and not lacking and (path in draft.material.required or draft.result.reply is None):
            lacking = ["" for part in parts if isinstance(part.value, str) and not _conveyed(part, draft)]
        if lacking:
            yield Breach("missing-fact", None, {"path": path, "what": f": its {lacking[0]}" if lacking[0] else ""})


def _lacking(draft: Draft, parts: Iterable[Part], amounts: Iterable[Decimal]) -> Iterator[str]:
    """Yield the kinds of claims in a fact that the draft lacks; with a reply, only of those that the reply repeats."""
    for claim, text in [held for part in parts for held in part.held]:
        if not _is_said(claim, text, draft) and (draft.shown is None or draft.shown.supports(claim, text)):
            yield claim.kind
    for amount in amounts:
        if amount not in draft.said.numbers and (draft.shown is None or amount in draft.shown.numbers):
            yield "amount"


def _is_said(claim: Claim, text: str, draft: Draft) -> bool:
    """Return whether a draft makes a claim; a reference may be told in a link alone."""
    return draft.said.supports(claim, text) or (claim.kind == "reference" and bare(text) in bare(draft.text))


def _conveyed(part: Part, draft: Draft) -> bool:
    """Return whether a draft says what a fact says; a fact in another language cannot be compared."""
    common = common_words(draft.profile.language)
    among = part.words.among
    if common and common.isdisjoint(among):
        return True
    return draft.telling.conveys(among - common) or bare(part.text) in draft.said.identifiers
