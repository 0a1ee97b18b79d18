"""Raw mails as messages: the bytes that a mail server or a helpdesk hands over, or an .eml file."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path

from .argument_errors import ArgumentTypeError, ArgumentValueError
from .errors import MessageSourceError
from .message import Message

MOST_BYTES = 20_000_000
"""A mail of more bytes is refused: it is a mailbox or a mistake."""


def read_eml(mail: bytes | bytearray | str | PathLike[str]) -> Message:
    """Return the message of a raw mail (RFC 5322): text, subject, sender, time, and the headers of programs.

    Of a mail in plain text and HTML the plain text is taken; mail that was forwarded as an attachment stands below it,
    other attachments are passed over. What is damaged is read as far as it can be.

    Args:
        mail: the bytes of the whole mail, or the path of its file, 20 MB at most.

    Raises:
        ArgumentTypeError: it is neither.
        ArgumentValueError: it is a mail that has been decoded, which is no path.
        MessageSourceError: the file cannot be read, is too large, empty, or a file of Outlook (.msg).
    """
    # Parsing mail takes a tenth of a second to load; messages made of texts have no need of it.
    from .reading.mail.source import read_eml as read

    raw, source = (bytes(mail), "mail") if isinstance(mail, bytes | bytearray) else _file(mail)
    if len(raw) > MOST_BYTES:
        raise MessageSourceError(f"is larger than {MOST_BYTES // 1_000_000} MB; give a single mail", source=source)
    if not raw.strip():
        raise MessageSourceError("is empty; give a whole mail with its headers", source=source)
    return read(raw, source=source)


def _file(mail: object) -> tuple[bytes, str]:
    """Return the bytes of a file, one more than are read at most, and its path."""
    if not isinstance(mail, str | PathLike) or isinstance(path := fspath(mail), bytes):
        raise ArgumentTypeError("mail", "the bytes of a mail or the path of its file", mail)
    if "\n" in path or "\r" in path:
        raise ArgumentValueError("mail", "is a text and no path; give the mail as bytes, as it came")
    try:
        with Path(path).open("rb") as file:
            return file.read(MOST_BYTES + 1), path
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise MessageSourceError(f"cannot be read: {problem}", source=path or "mail") from error
