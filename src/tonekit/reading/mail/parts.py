"""Which parts of a raw mail are its text: what its sender typed, not what is attached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from typing import NamedTuple

from ...foreign_text.letter_runs import LETTER_RUN
from .html_text import plain_text
from .part import READ_ERRORS, part_text

ATTACHED_MAIL = "message/rfc822"
_PLAIN, _HTML = "text/plain", "text/html"
_STUB = 400
"""Characters: a plain text that only says to look at the HTML is no longer."""
_SHARED = 0.5
"""The share of its words that the plain text of a mail has in common with its HTML, at least; programs make one of
the other, and what they add are addresses of links."""


class _Texts(NamedTuple):
    """Texts, and of what kind the first of them is, plain or HTML."""

    kind: str
    texts: list[str]


_NONE = _Texts("", [])


def body_of(mail: EmailMessage) -> str:
    """Return the text of a mail: plain, HTML, then whatever text part there is.

    Where a mail has several texts of a kind one after another, with pictures between them, they all are its text.
    """
    texts = _texts(mail).texts
    if not texts:
        others = (part_text(part) for part in own_parts(mail) if _is_text(part) and not _is_attachment(part))
        texts = [next((text for text in others if text.strip()), "")]
    if len(texts) > 1:
        return "\n\n".join(plain_text(text).strip() for text in texts)
    return texts[0] or (part_text(mail) if _is_unparsed(mail) else "")


def own_parts(part: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts of a mail, without those of mails attached to it."""
    waiting = [part]
    while waiting:
        part = waiting.pop()
        yield part
        if part.get_content_type() != ATTACHED_MAIL:
            waiting += reversed(_children(part))


def _texts(part: EmailMessage) -> _Texts:
    """Return the texts of a part and of those inside it, in order; none that is blank."""
    kind = part.get_content_type()
    if part.get_content_maintype() == "multipart":
        inside = [texts for child in _children(part) if (texts := _texts(child)).texts]
        return (_chosen(inside) if kind == "multipart/alternative" else _joined(inside, kind)) if inside else _NONE
    if kind not in (_PLAIN, _HTML) or _is_attachment(part) or _is_named(part):
        return _NONE
    text = part_text(part)
    return _Texts(kind, [text]) if text.strip() else _NONE


def _joined(inside: Sequence[_Texts], kind: str) -> _Texts:
    """Return the texts of a multipart, where several stand one after another."""
    if kind in ("multipart/related", "multipart/signed", "multipart/report"):
        return inside[0]
    # Bad programs send what is plain text and HTML of the same words as if it were two texts.
    plain, rich = ([text for each in inside if each.kind == kind for text in each.texts] for kind in (_PLAIN, _HTML))
    if inside[0].kind == _HTML and plain and not _says_the_same("\n".join(plain), rich):
        # A list server has written its footer below.
        return _Texts(_HTML, [text for each in inside for text in each.texts])
    return _Texts(_PLAIN, plain) if plain else _Texts(_HTML, rich)


def _chosen(forms: Sequence[_Texts]) -> _Texts:
    """Return the plain text of several forms of one text, or its HTML where the plain text says something else."""
    plain = next((each for each in forms if each.kind == _PLAIN), None)
    rich = next((each for each in forms if each.kind == _HTML), None)
    if plain is None or rich is None:
        return forms[0]
    return rich if _is_stub("\n".join(plain.texts), rich.texts) else plain


def _is_stub(plain: str, rich: Sequence[str]) -> bool:
    """Return whether a plain text only says that the mail has to be read as HTML."""
    if len(plain) > _STUB:
        return False
    return len(_words("\n".join(map(plain_text, rich)))) > len(_words(plain)) and not _says_the_same(plain, rich)


def _says_the_same(plain: str, rich: Sequence[str]) -> bool:
    words = _words(plain)
    return len(words & _words("\n".join(map(plain_text, rich)))) >= _SHARED * len(words)


def _words(text: str) -> set[str]:
    return set(LETTER_RUN.findall(text.lower()))


def _children(part: EmailMessage) -> list[EmailMessage]:
    if not part.is_multipart():
        return []
    return [each for each in part.iter_parts() if isinstance(each, EmailMessage)]


def _is_text(part: EmailMessage) -> bool:
    return part.get_content_maintype() == "text"


def _is_attachment(part: EmailMessage) -> bool:
    try:
        return part.is_attachment()
    except READ_ERRORS:
        return False


def _is_named(part: EmailMessage) -> bool:
    """Return whether a part has the name of a file: that is attached, unless there is no other text."""
    try:
        return bool(part.get_filename())
    except READ_ERRORS:
        return False


def _is_unparsed(mail: EmailMessage) -> bool:
    """Return whether a mail says that it has parts, but none was found."""
    return mail.get_content_maintype() == "multipart" and not mail.is_multipart()
