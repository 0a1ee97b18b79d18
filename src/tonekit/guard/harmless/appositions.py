"""What names a given day once more: "next week, on Thursday the 10th", "übermorgen, dem 2. Dezember"."""

from __future__ import annotations

import re

from ..claims.claim import Claim, neighbours
from ..days.calendar import HOURS, load_calendar
from ..days.days_from_today import dates_of
from ..days.lengths import LONG
from ..draft import Draft
from ..wording.claim_words import load_claim_words
from ..wording.words import words_of

_NAMED_AGAIN = frozenset({"day", "holiday", "length"})
_FARTHEST = 40
"""Characters between a day and its other name, at most."""
_MOST_WORDS = 4
_ENDS = re.compile(r"[.!?…]\s|[;\n\d]")
_INSERTED = re.compile(r"[,():–-]")


def names_again(claim: Claim, draft: Draft) -> bool:
    """Return whether a claim names a given day once more; it is believed where nobody told what day it is."""
    if claim.kind not in _NAMED_AGAIN or (claim.kind == "length" and not _counts_days(claim, draft.text)):
        return False
    if claim.kind == "day" and dates_of(claim, draft.today) is not None:
        return False
    beside = neighbours(claim, draft.given_days)
    return any(_is_one(claim, draft.text[min(day.end, claim.end) : max(day.start, claim.start)]) for day in beside)


def _counts_days(claim: Claim, text: str) -> bool:
    """Return whether a length of time is told in days or more; hours are a promise beside any date."""
    units = map(load_calendar().units.get, words_of(text[claim.start : claim.end]).forms)
    return bool(claim.key >= HOURS["day"]) and all(unit is None or unit in LONG for unit in units)


def _is_one(claim: Claim, gap: str) -> bool:
    """Return whether what stands between a claim and a day makes one of them."""
    if len(gap) > _FARTHEST or _ENDS.search(gap):
        return False
    between = words_of(gap).forms
    if len(between) > _MOST_WORDS or not load_claim_words().listing.isdisjoint(between):
        return False
    # "Two weeks after 4 December" is counted from it; "in two weeks, on 18 December" is the same day.
    return claim.kind != "length" or _INSERTED.search(gap) is not None
