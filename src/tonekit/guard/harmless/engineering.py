"""Numbers that explain a technical matter: those that are reckoned with, and those of a format or a unit."""

from __future__ import annotations

import re
from functools import lru_cache

from ..claims.figures import values_of
from ..wording.claim_words import load_claim_words
from ..wording.words import words_of

_AROUND = 48
"""Characters on either side of a number that are looked at."""
_OPERATED = re.compile(r"[/*×÷=^<>|%+]\s?\Z|\dx\Z")
_OPERATING = re.compile(r"\s?(?:[/*×÷=^|%+]|<<|>>|->)")
_NUMBER = re.compile(r"\d[\d.,]*")
_NEAR = 4
"""Words on either side of a number that set a limit."""
_FARTHEST = 2
"""Words between a number and the word by which it is reckoned."""
_POWERS = frozenset(10**power for power in range(1, 7))


def explains(text: str, start: int, end: int) -> bool:
    """Return whether a number is reckoned with or has a unit of engineering, and sets no limit: "/ 100", "48 kHz"."""
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    known, led, followed = load_claim_words(), words_of(before).forms, words_of(behind).forms
    # "Up to 6 bits", "8 MB per file": a limit is promised, whatever its unit.
    if not known.limits.isdisjoint((*led[-_NEAR:], *followed[:_NEAR])):
        return False
    if _OPERATED.search(before) or _OPERATING.match(behind) or _unit().match(behind):
        return True
    return not known.reckoning.isdisjoint(led[-_FARTHEST:]) or _is_scaled(text[start:end], before, behind)


def _is_scaled(number: str, before: str, behind: str) -> bool:
    """Return whether a number near is the same one, shifted by powers of ten: 22.50 and 2250."""
    others = {value for each in _NUMBER.findall(f"{before}\n{behind}") for value in values_of(each) if value}
    return any(
        value and value != other and max(value / other, other / value) in _POWERS
        for value in values_of(number)
        for other in others
    )


@lru_cache
def _unit() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, load_claim_words().technical_units), key=len, reverse=True))
    return re.compile(rf"[-\s\u00a0]?(?:{units})(?!\w)")
