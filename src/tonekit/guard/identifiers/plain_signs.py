"""Plain characters for those that only look different, one for one, so that offsets stay the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_BLANKS = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2212"
_STROKES = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}
"""Letters that are no other letter with an accent, and yet are written as one where a keyboard lacks them."""
_LATIN = range(0xC0, 0x250)
"""Latin-1 Supplement and Latin Extended-A and -B: the letters of Europe (Unicode, Blocks.txt)."""
_WIDE = range(0xFF01, 0xFF5F)
"""Fullwidth forms, in the order of ASCII from `!` on (Unicode, Halfwidth and Fullwidth Forms)."""
_OTHERWISE = re.compile(f"[{_BLANKS}{_DASHES}\u00c0-\u024f\uff01-\uff5e]")


def plain(text: str) -> str:
    """Return a text of the same length with plain blanks, hyphens, digits and letters.

    Letters lose their accents; those that stand for two, such as `ß` and `æ`, and accents that are signs of their own
    stay.
    """
    return text if text.isascii() or not _OTHERWISE.search(text) else text.translate(_table())


@cache
def _table() -> dict[int, str]:
    letters = {code: unicodedata.normalize("NFD", chr(code))[0] for code in _LATIN}
    return {
        **{code: letter for code, letter in letters.items() if letter.isascii()},
        **{ord(letter): base for letter, base in _STROKES.items()},
        **{ord(blank): " " for blank in _BLANKS},
        **{ord(dash): "-" for dash in _DASHES},
        **{code: chr(code - _WIDE[0] + ord("!")) for code in _WIDE},
    }
