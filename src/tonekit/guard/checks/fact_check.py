"""Does the draft claim anything that was not given?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..draft import Draft
from ..harmless.asides import Asides
from ..harmless.unsure_claims import UnsureClaims
from .personal_check import personal_places
from .rules import Breach
from .stretches import Stretches

_RULE_OF: Mapping[str, str] = {
    **dict.fromkeys(("date", "weekday", "holiday", "day", "today"), "ungiven-date"),
    **dict.fromkeys(("number", "count"), "ungiven-number"),
    "length": "ungiven-period",
    **{kind: f"ungiven-{kind}" for kind in ("time", "amount", "percentage", "reference", "link", "mail", "phone")},
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
