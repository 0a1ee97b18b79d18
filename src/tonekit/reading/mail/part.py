"""The text of one part of a raw mail: transfer encoding, charset and mechanical line breaks undone."""

from __future__ import annotations

import binascii
import codecs
import re
from email.message import EmailMessage

from ...foreign_text.surrogates import SURROGATE, without_surrogates
from .calendar_text import calendar_text
from .flowed_text import unflowed

READ_ERRORS = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
"""What the `email` package raises on damaged headers and unknown charsets, seen under its default policy."""
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_WORDS = re.compile(rb"[^\s=][ \t]+[^\s=]")
"""Two words in a line: no part that was sent as base64 has them."""
_ONE_WORD = 40
"""Signs; text in which no word is apart from the next is longer only where it is base64."""
_QUAD = 4
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
"""What `surrogateescape` makes of a byte that is not UTF-8."""
_CONTROL = re.compile("[\x80-\x9f]")
_BYTE = 0xFF
_WESTERN = frozenset({"ascii", "iso8859-1"})
"""Charsets that programs name for Windows-1252: the WHATWG Encoding Standard reads all three as that one."""
_ONE_BYTE = re.compile(r"ascii|iso8859|cp(?:125\d|437|8\d\d)$|koi8|mac-")
_MANY_BYTES = re.compile(r"utf-(?:7|16|32)|gb|big5|hz|iso2022|shift_jis|euc_|johab|cp9\d\d$")
"""No other codec of Python's is a charset of mail; some of them take a time that grows with the square of a text."""


def part_text(part: EmailMessage) -> str:
    """Return the text of a part; one that says nothing of its charset, or the wrong one, is read all the same."""
    payload = _payload(part)
    text = without_surrogates(decoded(payload, _charset(part)) if isinstance(payload, bytes) else payload)
    if part.get_content_type() == "text/calendar":
        return calendar_text(text)
    flowed, delete_space = (_parameter(part, name) for name in ("format", "delsp"))
    return unflowed(text, delete_space=delete_space == "yes") if flowed == "flowed" else text


def decoded(payload: bytes, charset: str | None) -> str:
    """Return the letters of a text.

    UTF-8 comes first, whatever was declared, where the declared charset has a sign for any byte: a text of other
    letters than ASCII that is valid UTF-8 is nothing else. What a text in UTF-8 has beside it is Windows-1252.

    Args:
        payload: the text.
        charset: what the mail says that it is, or None.
    """
    name = _codec(charset)
    if name and _MANY_BYTES.match(name) and "\ufffd" not in (text := payload.decode(name, errors="replace")):
        return text
    try:
        return payload.decode()
    except UnicodeDecodeError:
        pass
    if name and _ONE_BYTE.match(name) and name not in _WESTERN:
        return payload.decode(name, errors="replace")
    if name in _WESTERN:
        return _CONTROL.sub(_western, payload.decode("latin-1"))
    return _ESCAPED_BYTE.sub(_western, payload.decode(errors="surrogateescape"))


def _western(found: re.Match[str]) -> str:
    """Return what a byte that is no UTF-8 is in Windows-1252; it has no sign for five of them."""
    byte = bytes([ord(found[0]) & _BYTE])
    return byte.decode("cp1252", errors="ignore") or byte.decode("latin-1")


def _codec(charset: str | None) -> str | None:
    try:
        # A name with a NUL in it is a ValueError.
        return codecs.lookup(charset).name if charset else None
    except (LookupError, ValueError):
        return None


def _charset(part: EmailMessage) -> str | None:
    try:
        return part.get_content_charset()
    except READ_ERRORS:
        return None


def _parameter(part: EmailMessage, name: str) -> str:
    try:
        return str(part.get_param(name, "")).lower()
    except READ_ERRORS:
        return ""


def _payload(part: EmailMessage) -> bytes | str:
    """Return what a part holds, its transfer encoding undone as far as that was meant."""
    try:
        payload, sent = part.get_payload(decode=True), part.get_payload()
    except READ_ERRORS:
        return str(part.get_payload() or "")
    if not isinstance(payload, bytes) or not isinstance(sent, str):
        return str(sent or "")
    if str(part.get("content-transfer-encoding", "")).strip().lower() != "base64":
        return payload
    raw = sent.encode("ascii", errors="surrogateescape") if sent.isascii() or SURROGATE.search(sent) else sent.encode()
    if words := _WORDS.search(raw):
        # A list server may have written its footer below.
        line = raw.rfind(b"\n", 0, words.start()) + 1
        return _base64_decoded(raw[:line]) + b"\n" + raw[line:] if len(raw[:line].strip()) > _ONE_WORD else raw
    # What it cannot decode the `email` package gives back, without its line breaks.
    return _base64_decoded(raw) if payload.split() == raw.split() or payload == b"".join(raw.split()) else payload


def _base64_decoded(raw: bytes) -> bytes:
    """Return what damaged base64 holds: other characters are skipped, and an end that was cut off is padded."""
    digits = _NO_BASE64.sub(b"", raw)
    over = len(digits) % _QUAD
    # One digit of a group of four is less than a byte.
    return binascii.a2b_base64(digits[:-1] if over == 1 else digits + b"=" * (-len(digits) % _QUAD))
