"""Letters that were decoded with the wrong character set: `fÃ¼r` was für, `pÃ¥` was på, `donâ€™t` was don't.

UTF-8 that a program on the way took for Windows-1252 or Latin-1. None of our languages writes such pairs of signs, so
what they were can be told sign by sign, and what was written stays what evidence points into.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_ROUNDS = 4
"""How often a text is taken to have been garbled: each time doubles its signs, and who writes more has made it up."""
_FIRST_BEHIND, _LAST_BEHIND = 0x80, 0xBF
"""Bytes that go on with a sign in UTF-8 (RFC 3629)."""


def _bytes_by_sign() -> dict[str, int]:
    """Return the byte behind each sign that a byte above ASCII becomes, in Windows-1252 and in Latin-1."""
    found = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        if sign := bytes([byte]).decode("cp1252", errors="ignore"):
            found[sign] = byte
    return found


_BYTES = _bytes_by_sign()
_BEHIND = "".join(re.escape(sign) for sign, byte in _BYTES.items() if _FIRST_BEHIND <= byte <= _LAST_BEHIND)
_SIGNS_OF = ("Ã", "â€", "â‚¬", "ðŸ")
"""What nothing but broken text has before what goes on with it: letters of ours, dashes and quotes, €, emoji."""
_TELLING = re.compile(f"Ã[{_BEHIND}]|â(?:€[{_BEHIND}]|‚¬)|ðŸ[{_BEHIND}]{{2}}")
_BROKEN = re.compile(f"[Â-Ï][{_BEHIND}]|[à-ï][{_BEHIND}]{{2}}|[ð-ô][{_BEHIND}]{{3}}")
"""Å and Ä stand before a closing quotation mark in our own languages, too: they count only in a text that is broken."""


def is_garbled(text: str) -> bool:
    """Return whether a text holds signs that only the wrong character set makes."""
    if text.isascii() or not any(map(text.__contains__, _SIGNS_OF)):
        return False
    return _TELLING.search(text) is not None


def garbled_signs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where signs of a garbled text stand, and what each of them was."""
    for match in _BROKEN.finditer(text):
        try:
            sign = bytes(_BYTES[each] for each in match[0]).decode("utf-8")
        except UnicodeDecodeError:
            continue
        yield match.start(), match.end(), sign


def ungarbled(text: str) -> str:
    """Return a text with what its garbled signs were; one that is not garbled as it is."""
    for _ in range(MOST_ROUNDS):
        if not is_garbled(text):
            break
        pieces: list[str] = []
        position = 0
        for start, end, sign in garbled_signs(text):
            pieces += [text[position:start], sign]
            position = end
        text = "".join((*pieces, text[position:]))
    return text
