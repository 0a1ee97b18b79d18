"""Does the draft keep to one form of address, and to the right one?"""

from __future__ import annotations

from collections.abc import Iterator

from ..draft import Draft
from ..wording.forms_of_address import NAMES, forms_of_address
from .rules import Breach


def check_address(draft: Draft) -> Iterator[Breach]:
    """Yield the words of address that do not fit."""
    if not draft.in_language or not draft.wording.address.polite:
        return
    polite, familiar = forms_of_address(draft.text, draft.words, draft.wording.address)
    mixed = bool(polite and familiar)
    # Swedish, Norwegian and Danish say du to everyone: the polite form is wrong only next to it.
    apart = draft.wording.address.apart
    if not (mixed or apart):
        return
    wanted = draft.profile.address if apart else "informal"
    found = {"formal": "informal", "informal": "formal"}[wanted]
    for span in polite if found == "formal" else familiar:
        filled = {"found": NAMES[found], "wanted": NAMES[wanted]}
        yield Breach("mixed-address" if mixed else "wrong-address", span, filled)
