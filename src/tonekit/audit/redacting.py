"""Take out of an example what identifies a person."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.])\+?\d(?:[ ()/.-]{0,2}\d){6,14}(?![\w])")
_DIGITS = re.compile(r"\d{3,}")
_FEWEST_LETTERS = 3
"""Parts of a name that are shorter are words more often than names."""


def redact_example(text: str, names: Iterable[str]) -> str:
    """Return a text with mail addresses, links, phone numbers, long numbers and known names replaced by their kind."""
    text = _LINK.sub("[LINK]", _MAIL.sub("[EMAIL]", text))
    text = _DIGITS.sub("[NUMBER]", _PHONE.sub("[PHONE]", text))
    for part in _parts(names):
        text = re.sub(rf"(?<!\w){re.escape(part)}(?:s|'s|’s)?(?!\w)", "[NAME]", text, flags=re.IGNORECASE)
    return text


def _parts(names: Iterable[str]) -> list[str]:
    """Return the parts of names and of the mail addresses that often stand for them, the longest first."""
    found = {part for name in names for part in re.split(r"[^\w'’-]+", name.partition("@")[0])}
    return sorted(
        (part for part in found if len(part) >= _FEWEST_LETTERS and not part.isdigit()), key=len, reverse=True
    )
