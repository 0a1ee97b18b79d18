"""What a draft reckons from given prices: that of each of several things, their total, and a share of an amount."""

from __future__ import annotations

import re

from ..claims.claim import Claim
from ..draft import Draft
from ..wording.claim_words import load_claim_words
from ..wording.words import words_of

_STOP = re.compile(r"[.!?…](?=\s|\Z)|\n")
_LOOK_AROUND = 60
"""Characters in which the words around a price stand."""
_BEFORE, _BEHIND = 4, 3
"""Words before a price and behind it by which it is that of each, or of all."""
_NEXT_TO = 24
"""Characters between a share and the amount that it is."""
_ALL = 100
"""Per cent."""


def is_each(claim: Claim, draft: Draft) -> bool:
    """Return whether a value is told as the price of each of several things: "21,60 kr per stykk"."""
    told = not load_claim_words().each.isdisjoint(_beside(claim, draft.text))
    return told and any(map(draft.backing.consequences.is_each, claim.key))


def is_total(claim: Claim, draft: Draft) -> bool:
    """Return whether an amount is told as that of several things at a given price: "zusammen 45 Euro"."""
    told = not load_claim_words().totals.isdisjoint(_beside(claim, draft.text))
    return told and any(map(draft.backing.consequences.is_times, claim.key))


def names_amount(share: Claim, draft: Draft) -> bool:
    """Return whether a share in words is told with the given amount that it is: "half of your fee, £120"."""
    ground = draft.backing.ground
    if any(map(str.isdigit, draft.text[share.start : share.end])):
        return False
    if _ALL in share.key and any(0 < each < _ALL for each in ground.shares | ground.granted.shares):
        # A part is paid back: "all of it, £120" promises the rest.
        return False
    wrong = {each.start for each in draft.unsupported}
    return any(
        each.kind == "amount"
        and each.start not in wrong
        and 0 <= each.start - share.end <= _NEXT_TO
        and not _STOP.search(draft.text, share.end, each.start)
        and any(value * _ALL / part in ground.amounts for value in each.key for part in share.key if part)
        for each in draft.claims
    )


def _beside(claim: Claim, text: str) -> list[str]:
    """Return the few words of a sentence before a price and behind it."""
    before = words_of(_STOP.split(text[max(0, claim.start - _LOOK_AROUND) : claim.start])[-1]).forms
    behind = words_of(_STOP.split(text[claim.end : claim.end + _LOOK_AROUND], maxsplit=1)[0]).forms
    return [*before[-_BEFORE:], *behind[:_BEHIND]]
