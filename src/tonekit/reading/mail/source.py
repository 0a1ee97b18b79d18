"""Read a raw mail, as a mail server stores it, into a `Message`."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy, Policy
from typing import cast

from ...errors import MessageSourceError
from ...files.byte_errors import UTF16_MARKS
from ...foreign_text.surrogates import SURROGATE, without_surrogates
from ...message import Message
from .automatic import TELLING_HEADERS, kind_by
from .html_text import plain_text
from .part import READ_ERRORS, decoded
from .parts import ATTACHED_MAIL, body_of

_OUTLOOK = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a compound file of Microsoft begins ([MS-CFB] 2.2), such as a mail that Outlook has saved as .msg."""
_LONGEST_HEADER = 2_000
"""Characters of a header that are read: the `email` package takes a time that grows with the square of its length."""


class _ShortHeaders(EmailPolicy):
    """The default policy, of which no header is too long to be parsed in time, and none is without its letters."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return name and value of a header, its end cut off where it is too long."""
        name, value = super().header_source_parse(sourcelines)
        value = value[:_LONGEST_HEADER]
        if SURROGATE.search(value):
            # Nobody has encoded it, so it is read as a body that says nothing of its charset.
            value = decoded(value.encode(errors="surrogateescape"), None)
        return name, value


_POLICY = cast("Policy[EmailMessage]", _ShortHeaders())


def read_eml(raw: bytes, *, source: str = "mail") -> Message:
    """Return the message of a raw mail (RFC 5322): its plain text, else its HTML as it stands.

    Mail that was forwarded as an attachment stands below the text, as mail programs forward it in the text. Other
    attachments are passed over; what is damaged is read as far as it can be.

    Args:
        raw: the mail.
        source: what an error calls it.

    Raises:
        MessageSourceError: `raw` is empty, UTF-16, or a file of Outlook.
    """
    # As editors of Windows save it; the headers below it would be none.
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if not raw.strip():
        raise MessageSourceError("it is empty; give the bytes of a whole mail with its headers", source=source)
    if raw.startswith(UTF16_MARKS):
        problem = "it is UTF-16 text, as some programs of Windows save it, and no mail as it was sent; save it as UTF-8"
        raise MessageSourceError(problem, source=source)
    if raw.startswith(_OUTLOOK):
        problem = "it is a file of Outlook (.msg) and no mail as it was sent; save it as .eml, or give its text"
        raise MessageSourceError(problem, source=source)
    try:
        return _message(message_from_bytes(raw, policy=_POLICY))
    except RecursionError:
        # Mails inside mails, hundreds deep: what stands below the headers is shown as it came.
        return _message(BytesParser(policy=_POLICY).parsebytes(raw, headersonly=True))


def _message(mail: EmailMessage) -> Message:
    return Message(
        text=_whole(mail),
        subject=_header(mail, "subject"),
        sender=_header(mail, "from"),
        sent=_sent(mail),
        channel="email",
        headers=tuple(_telling_headers(mail)),
    )


def _telling_headers(mail: EmailMessage) -> Iterator[tuple[str, str]]:
    """Yield the headers that say that a program sent a mail, those that tell most exactly first."""
    for name in TELLING_HEADERS:
        # As they were written: `<>` is not an address that could be parsed.
        if (value := _raw_header(mail, name)) is not None and kind_by(name, value):
            yield name.title(), value


def _whole(mail: EmailMessage) -> str:
    """Return the text of a mail and of the mails attached to it."""
    # A mail server that reports a failure returns what we have written ourselves.
    attached = [] if mail.get_content_type() == "multipart/report" else list(_attached(mail))
    body = body_of(mail)
    if not attached:
        return body
    # What has to stand in one text is made text: lines of a header mean nothing in HTML.
    return "\n\n".join((plain_text(body).rstrip(), *map(_forwarded, attached))).strip()


def _attached(mail: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the mails inside a mail, and inside those."""
    for part in mail.walk():
        if part.get_content_type() == ATTACHED_MAIL and part.is_multipart():
            inner = part.get_payload(0)
            if isinstance(inner, EmailMessage) and _header(inner, "from"):
                yield inner


def _forwarded(mail: EmailMessage) -> str:
    """Return a mail as Gmail writes one that it forwards."""
    fields = ((name, _header(mail, name)) for name in ("From", "Date", "Subject"))
    lines = [f"{name}: {' '.join(value.split())}" for name, value in fields if value]
    return "\n".join(("---------- Forwarded message ---------", *lines, "", plain_text(body_of(mail))))


def _header(mail: EmailMessage, name: str) -> str | None:
    try:
        value = mail[name]
        return None if value is None else without_surrogates(str(value)).strip() or None
    except READ_ERRORS:
        return _raw_header(mail, name)


def _raw_header(mail: EmailMessage, name: str) -> str | None:
    """Return a header that cannot be parsed as it was written."""
    for key, value in mail.raw_items():
        if key.lower() == name.lower():
            return " ".join(without_surrogates(str(value)).split()) or None
    return None


def _sent(mail: EmailMessage) -> datetime | None:
    try:
        moment = getattr(mail["date"], "datetime", None)
    except READ_ERRORS:
        return None
    return moment if isinstance(moment, datetime) else None
