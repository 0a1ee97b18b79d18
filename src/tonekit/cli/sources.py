"""Where a command gets its message: an argument, a file, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from ..errors import MessageSourceError
from ..files.byte_errors import UTF16_MARKS
from ..message import Message
from .command_line import CommandLineError

MOST_BYTES = 20_000_000
"""A message of more bytes is refused: it is a mailbox or a mistake."""


def read_message(text: str | None, file: Path | None) -> Message:
    """Return the message of the command line.

    Raises:
        CommandLineError: there is none, or there are two.
        MessageSourceError: the file cannot be read or holds no text.
    """
    if text is not None and file is not None:
        raise CommandLineError("give the message as an argument or with --file, not both")
    if file is not None:
        return _from_file(file)
    if text is not None and text != "-":
        return Message(text=text)
    if sys.stdin.isatty():
        raise CommandLineError('give a message: tonekit analyze "…", --file mail.eml, or a pipe')
    return Message(text=_decoded(sys.stdin.buffer.read(MOST_BYTES), source="standard input"))


def _from_file(file: Path) -> Message:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise MessageSourceError(f"is larger than {MOST_BYTES // 1_000_000} MB", source=str(file))
        raw = file.read_bytes()
    except OSError as error:
        raise MessageSourceError(f"cannot be read: {error.strerror}", source=str(file)) from error
    if file.suffix.lower() == ".eml":
        from ..reading.mail.source import read_eml

        return read_eml(raw, source=str(file))
    return Message(text=_decoded(raw, source=str(file)))


def _decoded(raw: bytes, *, source: str) -> str:
    """Return the text of a file: UTF-16 is told by its byte order mark.

    What is not UTF-8 is read as Windows-1252, which never fails to give letters.

    Raises:
        MessageSourceError: it holds NUL, as programs and pictures do, and no text.
    """
    if raw.startswith(UTF16_MARKS):
        text = raw.decode("utf-16", errors="replace")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", errors="replace")
    if "\0" in text:
        raise MessageSourceError("is not text; give a text file in UTF-8, or a mail as .eml", source=source)
    return text
