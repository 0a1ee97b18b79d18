"""Read a raw mail, as it lies on a mail server, into a `Message`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

from ..errors import MessageSourceError
from ..message import Message
from .automatic import TELLING_HEADERS, kind_by
from .html_text import plain_text

_SURROGATE = re.compile("[\ud800-\udfff]")
_MAIL = "message/rfc822"
_FALLBACK_CHARSETS = ("utf-8", "cp1252")
_READ_ERRORS = (LookupError, ValueError, TypeError, AttributeError, AssertionError)
"""What the `email` package raises on damaged headers and unknown charsets, seen under its default policy."""


def read_eml(raw: bytes) -> Message:
    """Return the message of a raw mail (RFC 5322): its plain text, else its HTML as it stands.

    Mail that was forwarded as an attachment stands below the text, as mail programs forward it in the text. Other
    attachments are passed over; what is damaged is read as far as it can be.

    Raises:
        MessageSourceError: `raw` is empty.
    """
    if not raw.strip():
        raise MessageSourceError("it is empty; give the bytes of a whole mail with its headers", source="mail")
    mail = message_from_bytes(raw, policy=policy.default)
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
        # As they were written: `<>` is no address that could be parsed.
        if (value := _raw_header(mail, name)) is not None and kind_by(name, value):
            yield name.title(), value


def _whole(mail: EmailMessage) -> str:
    """Return the text of a mail and of the mails attached to it."""
    # A mail server that reports a failure returns what we have written ourselves.
    attached = [] if mail.get_content_type() == "multipart/report" else list(_attached(mail))
    body = _body(mail)
    if not attached:
        return body
    # What has to stand in one text is made text: lines of a header mean nothing in HTML.
    return "\n\n".join((plain_text(body).rstrip(), *map(_forwarded, attached))).strip()


def _attached(mail: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the mails inside a mail, and inside those."""
    for part in mail.walk():
        if part.get_content_type() == _MAIL and part.is_multipart():
            inner = part.get_payload(0)
            if isinstance(inner, EmailMessage) and _header(inner, "from"):
                yield inner


def _forwarded(mail: EmailMessage) -> str:
    """Return a mail as Gmail writes one that it forwards."""
    fields = ((name, _header(mail, name)) for name in ("From", "Date", "Subject"))
    lines = [f"{name}: {' '.join(value.split())}" for name, value in fields if value]
    return "\n".join(("---------- Forwarded message ---------", *lines, "", plain_text(_body(mail))))


def _body(mail: EmailMessage) -> str:
    """Return the first text that is not blank: plain, HTML, then whatever text part there is."""
    for kind in ("plain", "html"):
        part = _preferred(mail, kind)
        if part is not None and (text := _text(part)).strip():
            return text
    for part in _own_parts(mail):
        if part.get_content_maintype() == "text" and not _is_attachment(part) and (text := _text(part)).strip():
            return text
    return _text(mail) if _is_unparsed(mail) else ""


def _own_parts(part: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts of a mail, without those of mails attached to it."""
    waiting = [part]
    while waiting:
        part = waiting.pop()
        yield part
        if part.is_multipart() and part.get_content_type() != _MAIL:
            waiting += reversed([each for each in part.iter_parts() if isinstance(each, EmailMessage)])


def _preferred(mail: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        return cast("EmailMessage | None", mail.get_body(preferencelist=(kind,)))
    except _READ_ERRORS:
        return None


def _is_attachment(part: EmailMessage) -> bool:
    try:
        return part.is_attachment()
    except _READ_ERRORS:
        return False


def _is_unparsed(mail: EmailMessage) -> bool:
    """Return whether a mail says that it has parts, but none was found."""
    return mail.get_content_maintype() == "multipart" and not mail.is_multipart()


def _text(part: EmailMessage) -> str:
    try:
        content = part.get_content()
    except _READ_ERRORS:
        content = None
    # A replacement character tells that the charset was wrong: mostly the text is UTF-8 under another name.
    if isinstance(content, str) and "\ufffd" not in content:
        return _clean(content)
    return _clean(_decoded(part))


def _decoded(part: EmailMessage) -> str:
    """Decode a part whose charset is unknown or wrong."""
    try:
        payload = part.get_payload(decode=True)
    except _READ_ERRORS:
        payload = None
    if not isinstance(payload, bytes):
        return str(part.get_payload() or "")
    for charset in _FALLBACK_CHARSETS:
        try:
            return payload.decode(charset)
        except UnicodeDecodeError:
            continue
    return payload.decode("latin-1")


def _header(mail: EmailMessage, name: str) -> str | None:
    try:
        value = mail[name]
        return None if value is None else _clean(str(value)).strip() or None
    except _READ_ERRORS:
        return _raw_header(mail, name)


def _raw_header(mail: EmailMessage, name: str) -> str | None:
    """Return a header that cannot be parsed as it was written."""
    for key, value in mail.raw_items():
        if key.lower() == name.lower():
            return " ".join(_clean(str(value)).split()) or None
    return None


def _sent(mail: EmailMessage) -> datetime | None:
    try:
        moment = getattr(mail["date"], "datetime", None)
    except _READ_ERRORS:
        return None
    return moment if isinstance(moment, datetime) else None


def _clean(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)
