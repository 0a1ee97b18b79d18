"""Words as they are written: whether a text contains them, not as part of something longer, and their parts."""

from __future__ import annotations

import re

_HYPHEN = re.compile(r"-(?=\w{3})")
_COUNTED = re.compile(r"\d+(?=-?[^\W\d_])")
_VERSION = re.compile(r"\W{0,3}v(?=\d)", re.IGNORECASE)
_JOINS = tuple(".,:/@#+-_")
"""Characters that join what is on either side of them into one thing."""
_APART = re.compile(rf"[^\w{re.escape(''.join(_JOINS))}]")


def stands_in(words: str, text: str) -> bool:
    """Return whether a text contains words literally, and not as part of something longer."""
    start = text.find(words)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(words) : start + len(words) + 2]
        joined = before.isalnum() or before in _JOINS
        if not joined and not after[:1].isalnum() and not (after[:1] in _JOINS and after[1:].isalnum()):
            return True
        # Skip to where a word can begin: a long run of one character would be compared in full at every position.
        apart = _APART.search(text, start)
        start = text.find(words, apart.end()) if apart else -1
    return False


def compound_parts(piece: str) -> list[str]:
    """Return the parts of a compound from each hyphen on, and its number.

    SHA-256 of HMAC-SHA-256, 16 of 16-bit, 3.2 of v3.2.
    """
    behind = [piece[match.end() :] for match in _HYPHEN.finditer(piece)]
    if version := _VERSION.match(piece):
        return [*behind, piece[version.end() :]]
    return [*behind, counted[0]] if (counted := _COUNTED.match(piece)) else behind
