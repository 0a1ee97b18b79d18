"""Numbers of one digit: where one counts things ("in 7 packages"), and which of them a text names, in words too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..days.calendar import load_calendar
from ..wording.claim_words import load_claim_words
from ..wording.figure_words import load_figure_words
from ..wording.words import words_of

_COUNTED = re.compile(r"[ \u00a0](?P<thing>[^\W\d_]{4,})")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)[ \u00a0]\Z")
_LOOK_BACK = 24
_DIGIT = re.compile(r"(?<![\w.,])[2-9](?!\w|[.,]\d)")
_FEWEST, _MOST = 2, 9


def is_counted(match: re.Match[str]) -> bool:
    """Return whether a number of one digit counts what stands behind it.

    "Step 3" and "iPhone 8" name a thing, and "från 8 till 16" goes on to another number; a noun of German has a
    capital, but then the word before has none.
    """
    text, start = match.string, match.start()
    thing = _COUNTED.match(text, match.end())
    before = _BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    if match[0] < str(_FEWEST) or not thing or not before or before["word"].lower() in load_figure_words().labels:
        return False
    return before["word"].islower() and thing["thing"].lower() not in load_claim_words().until


def small_numbers(text: str) -> Iterator[Decimal]:
    """Yield the numbers from two to nine that a text names: in digits, in words, in an order ("the fourth time")."""
    yield from map(Decimal, _DIGIT.findall(text))
    numbers, ordinals = load_calendar().numbers, load_figure_words().places
    for form in words_of(text).among:
        value = numbers.get(form) or ordinals.get(form)
        if value and value <= _MOST:
            yield Decimal(value)
