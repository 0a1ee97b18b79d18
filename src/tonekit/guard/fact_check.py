"""Does the draft claim anything that was not given?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from .approximations import is_distance, is_rounded
from .claim import Claim
from .draft import Draft
from .personal_check import personal_places
from .rules import Breach, Rule, by_id
from .stretches import Stretches

_LONGEST_SENTENCE = 300
"""Characters between two things of one sentence, at most."""
_SENTENCE_END = re.compile(r"[.!?…]\s+[^\W\d_]|\n\s*\n")
_SENTENCE_STOP = re.compile(r"[.!?…](?=\s|\Z)|\n")
_GIVEN = "stands neither in the facts nor in the customer record, the brand or the conversation"
_FIX = "Take it out, or have it confirmed and give it as a fact."


def _rule(kind: str, what: str, severity: str = "error") -> Rule:
    return Rule(f"ungiven-{kind}", "error" if severity == "error" else "warning", f"{what} {_GIVEN}.", _FIX)


RULES = by_id(
    _rule("date", "This date"),
    _rule("time", "This time of day"),
    _rule("period", "This length of time"),
    _rule("amount", "This amount"),
    _rule("percentage", "This percentage"),
    _rule("number", "This number", severity="warning"),
    _rule("reference", "This reference number"),
    _rule("name", "This name"),
    _rule("link", "This link"),
    _rule("mail", "This mail address"),
    _rule("phone", "This phone number"),
)
_RULE_OF: Mapping[str, str] = {
    "date": "ungiven-date",
    "weekday": "ungiven-date",
    "holiday": "ungiven-date",
    "day": "ungiven-date",
    "today": "ungiven-date",
    "time": "ungiven-time",
    "length": "ungiven-period",
    "amount": "ungiven-amount",
    "percentage": "ungiven-percentage",
    "number": "ungiven-number",
    "count": "ungiven-number",
    "reference": "ungiven-reference",
    "link": "ungiven-link",
    "mail": "ungiven-mail",
    "phone": "ungiven-phone",
}
"""Kind of claim → rule; what `personal_check` finds is none of these."""


def check_claims(draft: Draft) -> Iterator[Breach]:
    """Yield the claims that nothing supports."""
    if not draft.unsupported:
        return
    # Numbers of strangers have a finding of their own, and their fix must not be to have them confirmed.
    others = Stretches([*personal_places(draft), *((each.start, each.end) for each in draft.identifiers)])
    wrong = {each.start for each in draft.unsupported}
    dates = [each for each in draft.claims if each.kind == "date" and each.start not in wrong]
    for claim in draft.unsupported:
        span = claim.start, claim.end
        # A "today" about something already done is nothing that the reader waits for.
        passing = (claim.kind == "today" and not claim.key) or claim.stance == "refused"
        passing = passing or (claim.kind == "holiday" and _stands_beside_a_date(draft, claim, dates))
        passing = passing or _is_refused_day(draft, claim) or is_rounded(claim, draft.text, draft.backing)
        passing = passing or is_distance(claim, draft.text, draft.backing)
        passing = passing or (claim.kind == "length" and _is_asked(draft, claim))
        if claim.kind in _RULE_OF and not passing and not others.meets(span):
            yield Breach(_RULE_OF[claim.kind], span, doubtful=claim.stance == "vague")


def _is_refused_day(draft: Draft, claim: Claim) -> bool:
    """Return whether a claim is a day that a clause refuses; days of a month are checked all the same."""
    named = claim.kind in ("day", "today", "weekday", "holiday") or (claim.kind == "date" and claim.key.day is None)
    return named and draft.refused_days.refuses(claim)


def _is_asked(draft: Draft, claim: Claim) -> bool:
    """Return whether a length of time stands in a question, which promises nothing: "Will it last three days?"."""
    end = _SENTENCE_STOP.search(draft.text, claim.end)
    return end is not None and end[0] == "?"


def _stands_beside_a_date(draft: Draft, holiday: Claim, dates: Sequence[Claim]) -> bool:
    """Return whether a date that was given stands in the same sentence: "on the 18th, so before Christmas"."""
    at = bisect_left(dates, holiday.start, key=lambda date: date.start)
    beside = dates[max(0, at - 1) : at + 1]
    return any(
        not _SENTENCE_END.search(draft.text, min(each.end, holiday.end), max(each.start, holiday.start))
        for each in beside
        if abs(each.start - holiday.start) <= _LONGEST_SENTENCE
    )
