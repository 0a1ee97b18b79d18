"""The outline of a text: every digit as 0, capitals as A, small letters as a, each sign in its place.

In the outline one plain search finds what would take an expression with sets of signs in the text: "0.0" is a digit,
a full stop and a digit. Sets are tried sign by sign, plain signs are found many times as fast.
"""

from __future__ import annotations

import re
from string import ascii_lowercase, ascii_uppercase, digits

_CLASSES = bytes.maketrans(
    (digits + ascii_uppercase + ascii_lowercase).encode(), b"0" * len(digits) + b"A" * 26 + b"a" * 26
)
_LATIN = "latin-1"
_WIDE = re.compile("[^\x00-\xff]")


def outline(text: str) -> str:
    """Return the outline of `text`: letters beyond A to Z stay, what Latin-1 does not have is a question mark."""
    try:
        narrow = text.encode(_LATIN)
    except UnicodeEncodeError:
        narrow = _WIDE.sub(_narrowed, text).encode(_LATIN)
    return narrow.translate(_CLASSES).decode(_LATIN)


def _narrowed(match: re.Match[str]) -> str:
    return "0" if match[0].isdecimal() else "?"
