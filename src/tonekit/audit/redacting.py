"""Remove personal data from an example."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..guard.redact import Redactor

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DIGITS = re.compile(r"\d{3,}")
_FEWEST_LETTERS = 3
"""Parts of a name that are shorter are words more often than names."""
_REDACTOR = Redactor()


def redact_example(text: str, names: Iterable[str]) -> str:
    """Return a text with placeholders for identifiers, and for links, long numbers and known names as well.

    A report goes round: what a prompt may keep, such as an order number, an example need not have.
    """
    known = tuple(names)
    kept = _DIGITS.sub("[NUMBER]", _LINK.sub("[LINK]", _REDACTOR.redact(text, senders=known).text))
    for part in _parts(known):
        kept = re.sub(rf"(?<!\w){re.escape(part)}(?:s|'s|’s)?(?!\w)", "[NAME]", kept, flags=re.IGNORECASE)
    return kept


def _parts(names: Iterable[str]) -> list[str]:
    """Return the parts of names and of the mail addresses that often stand for them, the longest first."""
    found = {part for name in names for part in re.split(r"[^\w'’-]+", name.partition("@")[0])}
    return sorted(
        (part for part in found if len(part) >= _FEWEST_LETTERS and not part.isdigit()), key=len, reverse=True
    )
