"""Does the draft give away data of somebody else?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .draft import Draft
from .identifier_forms import is_personal
from .name_check import unknown_people
from .rules import Breach, Rule, Span, by_id

RULES = by_id(
    Rule(
        "personal-data",
        "error",
        "The draft names {what} that belongs neither to the customer nor to the company.",
        "Take it out; it may be somebody else's.",
    )
)
_WHAT: Mapping[str, str] = {
    "iban": "a bank account",
    "card": "a card number",
    "mail": "a person's mail address",
    "identity_number": "an identity number",
    "licence_plate": "a licence plate",
    "phone": "a person's phone number",
}
_BESIDE = 60
"""Characters between a person and a phone number that is that person's."""
_APART = re.compile(r"[.!?]\s|\n")


def check_personal_data(draft: Draft) -> Iterator[Breach]:
    """Yield accounts, cards, identity numbers, plates and addresses and phones of persons that were not given."""
    for span, kind in personal_places(draft).items():
        yield Breach("personal-data", span, {"what": _WHAT[kind]})


def personal_places(draft: Draft) -> dict[Span, str]:
    """Return where a draft names data of a person that nobody gave, and of what kind they are."""
    places: dict[Span, str] = {
        (claim.start, claim.end): claim.kind for claim in draft.unsupported if claim.kind in ("iban", "card")
    }
    for found in draft.identifiers:
        span = found.start, found.end
        if not any(overlap(span, other) for other in places) and not draft.gives(draft.text[span[0] : span[1]]):
            places[span] = found.kind
    for claim in draft.unsupported:
        span = claim.start, claim.end
        of_a_person = (claim.kind == "mail" and is_personal(claim.key)) or (
            claim.kind == "phone" and _is_somebodys(span, draft)
        )
        if of_a_person and not any(overlap(span, other) for other in places):
            places[span] = claim.kind
    return places


def overlap(one: Span, other: Span) -> bool:
    """Return whether two stretches have a sign in common."""
    return one[0] < other[1] and other[0] < one[1]


def _is_somebodys(phone: Span, draft: Draft) -> bool:
    """Return whether a person whom nobody has named stands beside a phone number."""
    for start, end in unknown_people(draft):
        first, last = sorted((phone, (start, end)))
        if last[0] - first[1] <= _BESIDE and not _APART.search(draft.text, first[1], last[0]):
            return True
    return False
