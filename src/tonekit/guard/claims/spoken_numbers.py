"""The numbers that a text has in words, whatever they count: "Ettusentvåhundranittio", "the ninety pounds excess"."""

from __future__ import annotations

from decimal import Decimal

from ..days.calendar import load_calendar
from ..wording.words import Words

_LEAST = 2
"""One is an article in most languages."""


def spoken_numbers(words: Words, language: str) -> frozenset[Decimal]:
    """Return the numbers in words, each as a whole: "six hundred and forty" is no six hundred.

    Args:
        words: the words of the text.
        language: code of its language; one without number words has none.
    """
    numbers = load_calendar().spoken.get(language)
    if numbers is None:
        return frozenset()
    forms, found = words.forms, set()
    at = len(forms)
    while at > 0:
        value, count = numbers.before(forms, at)
        if count and value >= _LEAST:
            found.add(Decimal(value).normalize())
        at -= max(count, 1)
    return frozenset(found)
