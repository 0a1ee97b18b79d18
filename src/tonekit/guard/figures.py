"""Numbers as people write them: with blanks, points or commas, before or behind a currency."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal, InvalidOperation

TAIL = r"(?:\d{0,2}(?:[ .,'’\u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d*(?:[.,]\d{1,4})?)"
"""A number behind its first digit. Patterns begin with that digit and look back from there: so they skip to digits."""
_BEFORE = (
    r"[€£$EUGSNDCKk](?:(?<=[€£$])|(?<=\bE)UR|(?<=\bU)SD|(?<=\bG)BP|(?<=\bS)EK|(?<=\bN)OK|(?<=\bD)KK|(?<=\bC)HF"
    r"|(?<=\b[Kk])r\.?)"
)
"""A currency; the pattern begins with its first letters, so that it skips to them."""
_AFTER = (
    r"(?:[€£$]|(?:EUR|USD|GBP|SEK|NOK|DKK|CHF|[Ee]uros?|[Kk]r|[Kk]ronor(?:na)?|[Kk]roner?(?:ne)?|[Pp]ounds?|[Dd]ollars?"
    r"|[Ff]ranken|[Pp]und|[Pp]ence|[Cc]ents?|[Öö]re|[Øø]re)\b)"
)
_CURRENCIES = frozenset(
    "eur usd gbp sek nok dkk chf euro euros kr kronor kronorna kroner kronene krone pound pounds dollar dollars "
    "franken pund pence cent cents öre øre".split()
)
_PERCENTS = frozenset("percent cent prozent procent prosent pct".split())
AMOUNT_BEHIND = re.compile(rf"{_BEFORE}[ \u00a0\u202f]?(?P<number>\d{TAIL})")
AMOUNT = re.compile(rf"(?P<number>\d(?<![\d.,]\d){TAIL})(?:,-|:-)?[ \u00a0\u202f]?{_AFTER}")
PERCENT = re.compile(
    rf"(?P<number>\d(?<![\d.,]\d){TAIL})[ \u00a0\u202f]?(?:%|(?:per ?cent|[Pp]rozent|procent|prosent|pct)\b)"
)
PLAIN = re.compile(rf"\d(?<![\w.,/@#-]\d){TAIL}(?![\w/@]|-\w)")
_DIGITS = re.compile(r"[^\d.,]")
_THOUSANDS = 3
MOST_DIGITS = 18
"""A longer row of digits is no quantity."""


def may_have_amount(text: str, forms: Collection[str]) -> bool:
    """Return whether a currency is named in a text with these words."""
    return not _CURRENCIES.isdisjoint(forms) or "€" in text or "£" in text or "$" in text


def may_have_percentage(text: str, forms: Collection[str]) -> bool:
    """Return whether a text with these words speaks of a percentage."""
    return "%" in text or not _PERCENTS.isdisjoint(forms)


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
