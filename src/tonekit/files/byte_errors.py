"""Say what is wrong with a file that is not UTF-8: which byte it is, and what Windows would read there."""

from __future__ import annotations

import codecs

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Byte order marks; a file that begins with one is UTF-16."""


def not_utf8(raw: bytes, place: int) -> str:
    """Return what is wrong with a byte; what it would be in Windows-1252 tells people where they come from.

    Args:
        raw: the bytes of the file, or of a line of it.
        place: number of the first byte that is wrong, from 0 on.
    """
    if raw.startswith(UTF16_MARKS):
        return "is UTF-16, as some editors of Windows save it; save the whole file as UTF-8"
    sign = raw[place : place + 1].decode("cp1252", errors="replace")
    guess = f", in Windows-1252 it would be “{sign}”" if sign.isprintable() and sign != "\ufffd" else ""
    return f"is not UTF-8 here (byte {raw[place]:#04x}{guess}); save the whole file as UTF-8"


def place_of_byte(raw: bytes, place: int) -> tuple[int, int]:
    """Return 1-based line and column of the first byte of a file that is not UTF-8."""
    start = raw.rfind(b"\n", 0, place) + 1
    return raw.count(b"\n", 0, place) + 1, len(raw[start:place].decode("utf-8-sig", errors="replace")) + 1
