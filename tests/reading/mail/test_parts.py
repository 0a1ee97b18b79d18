"""Which parts of a raw mail are its text."""

from __future__ import annotations

import pytest

from tonekit.reading.mail.source import read_eml

_HTML = "Content-Type: text/html; charset=utf-8"
_PLAIN = "Content-Type: text/plain; charset=utf-8"
_PICTURE = ("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "AAAA")
_LOG = (f'{_PLAIN}\r\nContent-Disposition: inline; filename="log.txt"', "not this")


def several(kind: str, *parts: tuple[str, str]) -> bytes:
    """Return a mail of parts, each a header and a text."""
    written = "".join(f"--b\r\n{header}\r\n\r\n{text}\r\n" for header, text in parts)
    return f"MIME-Version: 1.0\r\nContent-Type: multipart/{kind}; boundary=b\r\n\r\n{written}--b--\r\n".encode()


_MAILS = {
    "texts around a picture": (several("mixed", (_PLAIN, "Hi."), _PICTURE, (_PLAIN, "I cancel.")), "Hi.\n\nI cancel."),
    "HTML around a picture": (
        several("mixed", (_HTML, "<p>Hi.</p>"), _PICTURE, (_HTML, "<p>I cancel.</p>")),
        "Hi.\n\nI cancel.",
    ),
    "whole pages one after another": (
        several("mixed", (_HTML, "<html><body>Hi.</body></html>"), (_HTML, "<html><body>I cancel.</body></html>")),
        "Hi.\n\nI cancel.",
    ),
    "the same text in two kinds": (several("mixed", (_PLAIN, "Hi."), (_HTML, "<p>Hi.</p>")), "Hi."),
    "HTML with a list server's footer below": (
        several("mixed", (_HTML, "<p>I cancel.</p>"), (_PLAIN, "members@lists.example")),
        "I cancel.\n\nmembers@lists.example",
    ),
    "a text with a virus scanner's HTML below": (
        several("mixed", (_PLAIN, "I cancel."), (_HTML, "<p>Scanned.</p>")),
        "I cancel.",
    ),
    "the same text in two kinds, HTML first": (several("mixed", (_HTML, "<p>Hi.</p>"), (_PLAIN, "Hi.")), "Hi."),
    "a file shown in the text": (several("mixed", (_PLAIN, "Hi."), _LOG), "Hi."),
    "only a file": (several("mixed", _LOG), "not this"),
    "a plain text that is none": (
        several(
            "alternative",
            (_PLAIN, "Your mail program does not show HTML."),
            (_HTML, "<html><body>Ich kündige den Vertrag, und zwar zum nächsten Ersten!</body></html>"),
        ),
        "<html><body>Ich kündige den Vertrag, und zwar zum nächsten Ersten!</body></html>",
    ),
    "a long plain text": (
        several("alternative", (_PLAIN, "I cancel. " * 50), (_HTML, "<p>Nothing of it, in many other words.</p>")),
        ("I cancel. " * 50).strip(),
    ),
    "a page and what belongs to it": (several("related", (_HTML, "<p>Hi.</p>"), (_PLAIN, "a style")), "<p>Hi.</p>"),
    "a plain text that says less": (
        several("alternative", (_PLAIN, "Hi, I cancel."), (_HTML, "<p>Hi, I cancel.</p><p>Acme Ltd, London</p>")),
        "Hi, I cancel.",
    ),
    "signed": (several("signed", (_PLAIN, "Hi."), ("Content-Type: text/plain", "signature")), "Hi."),
}


@pytest.mark.parametrize(("raw", "text"), _MAILS.values(), ids=_MAILS.keys())
def test_text_of_parts(raw: bytes, text: str) -> None:
    """All that was typed is the text, once, and nothing that is attached."""
    assert read_eml(raw).text.strip() == text
