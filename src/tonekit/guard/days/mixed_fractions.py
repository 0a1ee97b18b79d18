"""Numbers with a fraction before a unit of time: "1½ hours", "1 1/2 Stunden", "¾ time"."""

from __future__ import annotations

import re
from unicodedata import numeric

from ..wording.words import Words

_SIGN = re.compile(r"(\d{0,3})([¼½¾])")
_SLASHED = re.compile(r"(?<![\d.,/])(?:(\d{1,3})[ \u00a0])?([1-3])/([24])\Z")
_LONGEST = 10


def mixed_fraction(text: str, words: Words, at: int) -> tuple[float, int] | None:
    """Return the number with a fraction whose last word stands at a place, and the place of its first, or None."""
    if sign := _SIGN.fullmatch(words.forms[at]):
        return int(sign[1] or 0) + numeric(sign[2]), at
    end = words.spans[at][1]
    slashed = _SLASHED.search(text, max(0, end - _LONGEST), end)
    if slashed is None:
        return None
    value = int(slashed[1] or 0) + int(slashed[2]) / int(slashed[3])
    return value, next(first for first in range(at + 1) if words.spans[first][1] > slashed.start())
