"""Values that stand in the plain text of a reply exactly as they are.

In Markdown such a value is escaped, and its plain text is the value again. So it can be put where it belongs at once,
provided that it cannot change what the Markdown around it means. That takes a line of its own signs: no line break in
it, no blank at its ends, and no digits where a line begins, which might become the number of an item.
"""

from __future__ import annotations

from typing import Any

from ..contracts.values import Text
from ..figures import Fraction, Whole

_NARROW_BLANKS = str.maketrans("\u00a0\u202f", "  ")
"""Blanks that stand in amounts and numbers; they are printed as ordinary ones."""


def plain_value(value: Any, *, opens: bool) -> str | None:
    """Return the plain text of a printed value, or None if it takes a look at its Markdown.

    Args:
        value: the value.
        opens: whether nothing but digits stands before it in its line.
    """
    kind = value.__class__
    if kind is Text:
        if not value.printable:
            return None
        text: str = value
    elif kind is str or kind is Whole or kind is Fraction:
        blanks = (value if kind is str else value.written).translate(_NARROW_BLANKS)
        if not blanks.isprintable():
            return None
        text = " ".join(blanks.split())
        # A date or an amount is printed between marks, which are no digits.
        opens = opens and kind is not str
    else:
        return None
    if not text or text[0] == " " or text[-1] == " ":
        return None
    return None if opens and text[0].isdecimal() else text
