"""Fees that a text takes back, whatever they are called: "Månadsavgiften stryks", "oppmøtegebyret slettes"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..days.calendar import load_calendar
from ..wording.wording import Hit
from ..wording.words import Words

NOTHING = str(("amount", frozenset({Decimal(0)})))
"""What such a sentence is found under: an amount of nothing."""
_APART = 5
"""Words between a fee and the word that takes it back, at most."""


def waived_fees(text: str, words: Words) -> Iterator[Hit]:
    """Yield the places where a fee is taken back."""
    calendar = load_calendar()
    if calendar.waived.isdisjoint(words.among):
        return
    forms = words.forms
    for at in [at for at, form in enumerate(forms) if form in calendar.waived]:
        near = range(max(0, at - _APART), min(len(forms), at + _APART + 1))
        fee = min(
            (each for each in near if forms[each].endswith(calendar.fees)), key=lambda each: abs(each - at), default=-1
        )
        first, last = min(fee, at), max(fee, at)
        if fee >= 0 and not any(sign in text[words.spans[first][1] : words.spans[last][0]] for sign in ".!?\n"):
            yield Hit(NOTHING, words.spans[first][0], words.spans[last][1], (first, last + 1), (first, last))
