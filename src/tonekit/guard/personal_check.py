"""Does the draft give away data of somebody else?"""

from __future__ import annotations

from collections.abc import Iterator

from .draft import Draft
from .identifier_forms import is_personal
from .rules import Breach, Rule, by_id

RULES = by_id(
    Rule(
        "personal-data",
        "error",
        "The draft names {what} that belongs neither to the customer nor to the company.",
        "Take it out; it may be somebody else's.",
    )
)
_WHAT = {"iban": "a bank account", "card": "a card number", "mail": "a person's mail address"}


def check_personal_data(draft: Draft) -> Iterator[Breach]:
    """Yield accounts, card numbers and personal mail addresses that were not given."""
    for claim in draft.unsupported:
        if claim.kind in ("iban", "card") or (claim.kind == "mail" and is_personal(claim.key)):
            yield Breach("personal-data", (claim.start, claim.end), {"what": _WHAT[claim.kind]})
