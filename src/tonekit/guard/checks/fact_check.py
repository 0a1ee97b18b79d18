"""Does the draft claim anything that was not given?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..claims.asides import Asides
from ..claims.stretches import Stretches
from ..claims.unsure_claims import UnsureClaims
from .draft import Draft
from .personal_check import personal_places
from .rules import Breach, Rule, by_id

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
    asides, unsure = Asides(draft), UnsureClaims(draft)
    for claim in draft.unsupported:
        span = claim.start, claim.end
        if claim.kind in _RULE_OF and not asides.holds(claim) and not others.meets(span):
            yield Breach(_RULE_OF[claim.kind], span, doubtful=claim.stance == "vague", taste=unsure.hold(claim))
