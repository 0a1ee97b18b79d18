"""Does a draft say a date, time, amount or number of a fact, in figures or in words?"""

from __future__ import annotations

from decimal import Decimal

from ..claims.claim import Claim
from ..days.calendar import load_calendar
from ..draft import Draft
from ..identifiers.identifier_forms import bare
from .spoken_times import tells_time
from .told_days import tells_day

_HUNDREDTHS = 100
_MOST = 1_000_000
"""Nobody writes more in words than this."""


def is_said(claim: Claim, text: str, draft: Draft) -> bool:
    """Return whether a draft makes a claim of a fact; a reference may be told in a link alone.

    Args:
        text: how it is written in the fact; empty where the fact is a date or time itself.
    """
    if draft.said.supports(claim, text):
        return True
    if claim.kind == "date":
        return tells_day(claim.key, draft)
    if claim.kind == "time":
        return any(tells_time(minutes, draft.words, draft.profile.language) for minutes in claim.key)
    if claim.kind == "amount":
        return any(_in_words(value, draft) for value in claim.key)
    return claim.kind == "reference" and bare(text) in bare(draft.text)


def is_told(amount: Decimal, draft: Draft) -> bool:
    """Return whether a draft tells an amount, or what it makes together with a number that was given."""
    said = draft.said.numbers
    if amount in said or _in_words(amount, draft):
        return True
    larger = any(each > amount for each in draft.said.amounts)
    return larger and any(amount * count in said for count in draft.backing.consequences.counts)


def _in_words(amount: Decimal, draft: Draft) -> bool:
    """Return whether a draft tells an amount in words, the hundredths too: "neunundvierzig Euro fünfzig"."""
    if not (amount.is_finite() and 0 < amount < _MOST):
        return False
    numbers = load_calendar().spoken.get(draft.profile.language)
    spoken = numbers.all_in(draft.words.forms) if numbers else frozenset()
    return {Decimal(int(amount)), amount % 1 * _HUNDREDTHS} - {0} <= spoken
