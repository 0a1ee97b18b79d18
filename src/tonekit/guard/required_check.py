"""Does the draft say what it has to say?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .backing import Held
from .claim import Claim
from .common_words import common_words
from .conveying import conveys
from .draft import Draft
from .fact_parts import leaves
from .ground import stands_in
from .identifier_forms import bare
from .rules import Breach, Rule, by_id
from .words import words_of

RULES = by_id(
    Rule(
        "missing-fact",
        "error",
        "The fact {path} does not stand in the draft{what}.",
        "Say it: it was given so that the customer learns of it.",
    )
)


def check_required(draft: Draft) -> Iterator[Breach]:
    """Yield the facts that the draft has to convey and does not.

    Dates, amounts and the like have to be repeated where the reply of the house repeats them: how much a reader is told
    depends on the style. What the contract of the reply requires has to be there in substance as well. Without a reply
    all facts have to be.
    """
    if not draft.in_language or not draft.material.facts:
        return
    for path, value in draft.material.facts.items():
        if _word_for_word(draft.backing.leaves[path], draft.text):
            continue
        lacking = list(_lacking(draft, draft.backing.held(path)))
        if not lacking and (path in draft.material.required or draft.result.reply is None):
            lacking = ["" for leaf in leaves(value) if isinstance(leaf, str) and not _conveyed(leaf, draft)]
        if lacking:
            yield Breach("missing-fact", None, {"path": path, "what": f": its {lacking[0]}" if lacking[0] else ""})


def _word_for_word(parts: Sequence[Any], text: str) -> bool:
    """Return whether all parts of a fact are texts, and the draft has each of them as it is."""
    return all(isinstance(part, str) and stands_in(part, text) for part in parts)


def _lacking(draft: Draft, held: Held) -> Iterator[str]:
    """Yield the kinds of the claims of a fact that the reply, where there is one, repeats and the draft does not."""
    for claim, text in held.claims:
        if not _is_said(claim, text, draft) and (draft.shown is None or draft.shown.supports(claim, text)):
            yield claim.kind
    for amount in held.amounts:
        if amount not in draft.said.numbers and (draft.shown is None or amount in draft.shown.numbers):
            yield "amount"


def _is_said(claim: Claim, text: str, draft: Draft) -> bool:
    """Return whether a draft makes a claim; a reference may be told in a link alone."""
    return draft.said.supports(claim, text) or (claim.kind == "reference" and bare(text) in bare(draft.text))


def _conveyed(fact: str, draft: Draft) -> bool:
    """Return whether a draft says what a fact says; facts in another language cannot be told."""
    common = common_words(draft.profile.language)
    among = words_of(fact).among
    if common and common.isdisjoint(among):
        return True
    return conveys(draft.text, draft.words, among - common) or bare(fact) in draft.said.identifiers
