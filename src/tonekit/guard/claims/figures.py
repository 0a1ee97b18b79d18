"""Numbers as people write them, with spaces, points or commas, and signs and words for percent."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

TAIL = r"(?:\d{0,2}(?:[ .,'’\u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d*(?:[.,]\d{1,4})?)"
"""A number after its first digit. Patterns start with that digit and look back, so that a search skips to digits."""
_PERCENTS = frozenset("percent cent prozent prozentig procent procents prosent prosents pct".split())
PERCENT = re.compile(
    rf"(?P<number>\d(?<![\d.,]\d){TAIL})[ \u00a0\u202f-]?"
    r"(?:%|(?:per ?cent|[Pp]rozent(?:ig(?:e[rnms]?)?)?|procents?|prosents?|pct)\b)"
)
PLAIN = re.compile(rf"\d(?<![\w.,/@#-]\d){TAIL}(?![\w/@]|-\w)")
DASHED_AMOUNT = re.compile(rf"(?P<number>\d(?<![\w.,/@#-]\d)(?:{TAIL}))[,:][-–—](?![\w-])")
"""An amount of whole crowns or euros whose currency a dash stands for: 8 990,- and, in Swedish, 490:-."""
_DIGITS = re.compile(r"[^\d.,]")
_THOUSANDS = 3
MOST_DIGITS = 18
"""A longer run of digits is not a quantity."""


def may_have_percentage(text: str, forms: Collection[str]) -> bool:
    """Return whether a text with these words mentions a percentage."""
    return "%" in text or not _PERCENTS.isdisjoint(forms)


def values_of(number: str) -> frozenset[Decimal]:
    """Return what a written number may mean: `1.250` is 1250 to one reader and 1.25 to another."""
    plain = _DIGITS.sub("", number).strip(".,")
    whole = plain.replace(".", "").replace(",", "")
    if not whole or len(whole) > MOST_DIGITS:
        return frozenset()
    last = max(plain.rfind("."), plain.rfind(","))
    behind = len(plain) - last - 1
    readings = set()
    if last < 0 or behind == _THOUSANDS:
        readings.add(whole)
    if last >= 0:
        before = plain[:last].replace(".", "").replace(",", "")
        readings.add(f"{before}.{plain[last + 1 :]}")
    return frozenset([Decimal(each).normalize() for each in readings])
