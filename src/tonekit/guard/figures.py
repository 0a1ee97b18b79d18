"""Numbers as people write them: with blanks, points or commas, before or behind a currency."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

NUMBER = r"\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,4})?"
_CURRENCY_BEFORE = r"(?:[€£$]|\b(?:EUR|USD|GBP|SEK|NOK|DKK|CHF)|\b[Kk]r\.?)"
_CURRENCY_AFTER = (
    r"(?:[€£$]|(?:EUR|USD|GBP|SEK|NOK|DKK|CHF|[Ee]uros?|[Kk]r|[Kk]ronor(?:na)?|[Kk]roner?(?:ne)?|[Pp]ounds?|[Dd]ollars?"
    r"|[Ff]ranken|[Pp]und|[Pp]ence|[Cc]ents?|[Öö]re|[Øø]re)\b)"
)
AMOUNT = re.compile(rf"{_CURRENCY_BEFORE}\s?(?P<first>{NUMBER})|(?<![\d.,])(?P<last>{NUMBER})(?:,-|:-)?\s?{_CURRENCY_AFTER}")
PERCENT = re.compile(rf"(?<![\d.,])(?P<number>{NUMBER})\s?(?:%|(?:per ?cent|[Pp]rozent|procent|prosent|pct)\b)")
_DIGITS = re.compile(r"[^\d.,]")
_THOUSANDS = 3
MOST_DIGITS = 18
"""A longer row of digits is no quantity."""


def values_of(number: str) -> frozenset[Decimal]:
    """Return what a written number may mean: `1.250` is 1250 to one reader and 1.25 to another."""
    plain = _DIGITS.sub("", number).strip(".,")
    if not plain or len(plain) > MOST_DIGITS:
        return frozenset()
    whole = plain.replace(".", "").replace(",", "")
    last = max(plain.rfind("."), plain.rfind(","))
    behind = len(plain) - last - 1
    readings = set()
    if last < 0 or behind == _THOUSANDS:
        readings.add(whole)
    if last >= 0:
        before = plain[:last].replace(".", "").replace(",", "")
        readings.add(f"{before}.{plain[last + 1 :]}")
    return frozenset(Decimal(each).normalize() for each in readings if _is_number(each))


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
