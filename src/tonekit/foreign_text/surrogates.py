"""Lone surrogates: halves of a UTF-16 pair that a `str` can hold and that no encoding, and so no file, can."""

from __future__ import annotations

import re

SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """Return `text` with U+FFFD in place of each lone surrogate; character offsets stay the same."""
    try:
        # Nearly every text is whole, and encoding it is quicker than searching it.
        text.encode()
    except UnicodeEncodeError:
        return SURROGATE.sub("\ufffd", text)
    return text
