"""Figures that name a day or an hour, told from those that measure: "until 12.5.", but not "up to 90 °C"."""

from __future__ import annotations

import re

from .money_forms import money_forms

_DATE_OR_HOUR = re.compile(
    r"\d{1,2}:\d{2}|\d{1,2}\.[0-5]\d|\d{1,2}\.(?:\s?\d{1,2}\.?)?(?:\d{2,4})?|\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th|[ap]m|h)",
    re.IGNORECASE,
)
_HOUR_SIGN = re.compile(r"uhr|h|[ap]\.?m\.?|o'clock|\.", re.IGNORECASE)
_DIGITS_OF_AN_HOUR = 2
_MEASURED = re.compile(r"[%°]|(?:[kmg]?hz|bar|mm|cm|kg|grad|v|a|ms|gb|mb)\b", re.IGNORECASE)


def names_day_or_hour(written: str, following: str) -> bool:
    """Return whether figures behind a limiting word are a time.

    Args:
        written: the figures.
        following: the word or sign behind them; it decides about "by 5 pm", "before 2019" and "up to 3.5 bar".
    """
    if _DATE_OR_HOUR.fullmatch(written):
        return not (_MEASURED.match(following) or money_forms(None).is_currency(following.rstrip(".")))
    return bool(_HOUR_SIGN.fullmatch(following)) and written.isdecimal() and len(written) <= _DIGITS_OF_AN_HOUR
