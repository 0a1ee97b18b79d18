"""Amounts that are told in two parts: "219 kronor och 50 öre" is one amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from ..wording.claim_words import load_claim_words
from ..wording.words import words_of
from .claim import Claim

_BETWEEN = re.compile(r"[\s,]{0,3}(?:(?:and|und|och|og)\s)?")
_HUNDRED = 100


def joined_amounts(claims: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Yield claims in their order, with an amount and the small money behind it as one."""
    before: Claim | None = None
    for claim in claims:
        if before is not None and _goes_on(before, claim, text):
            both = product(before.key, claim.key)
            key = frozenset(whole + small / _HUNDRED for whole, small in both if small < _HUNDRED)
            before = Claim("amount", key, before.start, claim.end, before.stance)
            continue
        if before is not None:
            yield before
        before = claim
    if before is not None:
        yield before


def _goes_on(before: Claim, claim: Claim, text: str) -> bool:
    if before.kind != "amount" or claim.kind != "amount" or not _BETWEEN.fullmatch(text, before.end, claim.start):
        return False
    small = words_of(text[claim.start : claim.end]).letters
    whole = words_of(text[before.start : before.end]).letters
    money = load_claim_words().small_money
    return (
        not small.isdisjoint(money) and whole.isdisjoint(money) and all(each < Decimal(_HUNDRED) for each in claim.key)
    )
