"""Data that was pasted into a text, such as an image in base64: none of it is a word, and a page of it hides some."""

from __future__ import annotations

import re

SHORTEST = 300
"""Characters without a space: no word is as long, and hardly a link between two signs such as `/?&=`."""
_SIGNS = "A-Za-z0-9+/_="
_DATA = re.compile(
    rf"\bdata:[\w.+-]{{1,60}}/[\w.+-]{{1,100}}[;,]\S{{{SHORTEST},}}+"
    rf"|(?<![{_SIGNS}-])[{_SIGNS}-]{{{SHORTEST},}}+"
    rf"|^(?:[>|\t ]{{0,8}}[{_SIGNS}]{{40,}}+[\t ]*+\r?\n){{5,}}+(?:[>|\t ]{{0,8}}[{_SIGNS}]{{1,}}+[\t ]*+$)?+",
    re.MULTILINE,
)
"""RFC 2397, one long run, and lines as mail programs (76 characters, RFC 2045) and keys (64, RFC 7468) have them."""
_OPENING = 2000
"""Characters in which pasted data is told: five lines of less than `SHORTEST`, or an address and as many."""
_LEFT_OUT = " […] "


def first_data(text: str, position: int, before: int) -> tuple[int, int] | None:
    """Return where the first pasted data stands that begins between two places; what is behind them is not searched."""
    found = _DATA.search(text, position, before + _OPENING)
    if found is None or found.start() >= before:
        return None
    # The search may have ended within it.
    whole = _DATA.match(text, found.start())
    return (whole or found).span()


def without_data(text: str) -> str:
    """Return a text with a mark in place of each piece of pasted data."""
    return _DATA.sub(_LEFT_OUT, text)
