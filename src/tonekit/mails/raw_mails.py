"""Mails as a mail server stores them: a mailbox file (mbox), or a folder of .eml files."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email.utils import parseaddr
from pathlib import Path
from typing import BinaryIO

from ..errors import MessageSourceError
from ..files.byte_errors import UTF16_MARKS
from ..reading.mail.automatic import automatic_in
from ..reading.mail.source import read_eml
from .mail import BrokenMail, Mail

MOST_BYTES = 20_000_000
"""Bytes of a mail that are read. The text stands before the attachments; what is larger than this is one of those."""
_SEPARATOR = b"From "
_DATED = re.compile(rb"From \S+ .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*\d:\d\d")
_HEADER = re.compile(rb"[!-9;-~]+:")
"""RFC 4155: a separator ends with a date; where a program writes another, the headers of a mail stand behind it."""
_QUOTED_SEPARATOR = re.compile(rb"^>(>*From )", re.MULTILINE)


def mbox_mails(raw: BinaryIO, *, source: str) -> Iterator[Mail | BrokenMail]:
    """Yield the mails of a mailbox file, in its order.

    Raises:
        MessageSourceError: it is not a mailbox: the first line does not begin with `From `.
    """
    for number, mail in enumerate(mbox_bytes(raw, source=source), start=1):
        yield _mail(mail, f"mail {number}")


def mbox_bytes(raw: BinaryIO, *, source: str) -> Iterator[bytes]:
    """Yield the bytes of each mail of a mailbox file, 20 MB at most; a mail ends at a blank line before `From `.

    "From Monday on …" in a text ends none: what ends one is dated, or has headers behind it.

    Raises:
        MessageSourceError: it is not a mailbox: the first line does not begin with `From `.
    """
    for mail in _split(raw, source=source):
        yield _QUOTED_SEPARATOR.sub(rb"\1", mail)


def _split(raw: BinaryIO, *, source: str) -> Iterator[bytes]:
    # As editors of Windows save it.
    first = raw.readline(MOST_BYTES).removeprefix(codecs.BOM_UTF8)
    if first.startswith(UTF16_MARKS):
        raise MessageSourceError("it is UTF-16 text, and a mailbox is not; save it as UTF-8", source=source)
    if not first.startswith(_SEPARATOR):
        raise MessageSourceError("it is not a mailbox: its first line has to begin with 'From '", source=source)
    lines: list[bytes] = []
    size, after_blank, behind = 0, False, raw.readline(MOST_BYTES)
    while line := behind:
        behind = raw.readline(MOST_BYTES)
        if after_blank and line.startswith(_SEPARATOR) and (_DATED.match(line) or _HEADER.match(behind)):
            yield b"".join(lines)
            lines, size = [], 0
        elif size < MOST_BYTES:
            lines.append(line)
            size += len(line)
        after_blank = not line.strip()
    yield b"".join(lines)


def eml_files(folder: Path) -> list[Path]:
    """Return the .eml files of a folder and of those inside it, sorted."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".eml" and path.is_file())


def eml_mail(path: Path, *, place: str) -> Mail | BrokenMail:
    """Return the mail of an .eml file."""
    try:
        return _mail(eml_bytes(path), place)
    except OSError as error:
        return BrokenMail(place, f"cannot be read: {error.strerror}")


def eml_bytes(path: Path) -> bytes:
    """Return the bytes of an .eml file, 20 MB at most.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(MOST_BYTES)


def _mail(raw: bytes, place: str) -> Mail | BrokenMail:
    try:
        message = read_eml(raw)
    except MessageSourceError as error:
        return BrokenMail(place, error.problem if raw.strip() else "the mail is empty")
    if not message.text.strip():
        return BrokenMail(place, "the mail holds no text")
    automatic = automatic_in(message)
    return Mail(
        text=message.text,
        id=place,
        sent=message.sent.date() if message.sent else None,
        sender=parseaddr(message.sender or "")[1] or message.sender,
        automatic=automatic.kind if automatic else None,
    )
