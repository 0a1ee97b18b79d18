"""Raw mail: which text is the message, and what happens to damaged mail."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit import ToneKit
from tonekit.errors import MessageSourceError
from tonekit.reading.mail.source import read_eml

_HEAD = (
    b"From: Eva Lind <eva@firma.example>\r\n"
    b"Subject: Faktura 7\r\n"
    b"Date: Mon, 3 Jun 2024 10:12:00 +0200\r\n"
    b"MIME-Version: 1.0\r\n"
)
_PLAIN = "Content-Type: text/plain; charset=utf-8"


def mail(*lines: str, head: bytes = _HEAD) -> bytes:
    return head + "\r\n".join(lines).encode()


_ALTERNATIVES = (
    'Content-Type: multipart/alternative; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    "<p>Hej i HTML</p>",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Hej i text",
    "--b--",
)
_ATTACHED = (
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    'Content-Disposition: attachment; filename="logg.txt"',
    "",
    "inte detta",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    "<p>Hej</p>",
    "--b--",
)


def test_headers_of_a_plain_mail() -> None:
    """Text, subject, sender and date are those of the mail, and it came by mail."""
    message = read_eml(mail(_PLAIN, "", "Hej, fel på fakturan.\r\n"))
    assert message.text.rstrip() == "Hej, fel på fakturan."
    assert message.subject == "Faktura 7"
    assert message.sender == "Eva Lind <eva@firma.example>"
    assert message.sent is not None
    assert message.sent.astimezone(UTC) == datetime(2024, 6, 3, 8, 12, tzinfo=UTC)
    assert message.channel == "email"


_BODIES = {
    "plain before html": (mail(*_ALTERNATIVES), "Hej i text"),
    "html where there is no plain text": (
        mail("Content-Type: text/html; charset=utf-8", "", "<p>Hej</p>"),
        "<p>Hej</p>",
    ),
    "html where the plain text is blank": (mail(*_ALTERNATIVES).replace(b"Hej i text", b"  "), "<p>Hej i HTML</p>"),
    "no attachment": (mail(*_ATTACHED), "<p>Hej</p>"),
    "quoted printable": (
        mail(
            "Content-Type: text/plain; charset=iso-8859-1",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "f=F6r=\r\n sent",
        ),
        "för sent",
    ),
    "base64": (mail(_PLAIN, "Content-Transfer-Encoding: base64", "", "ZsO2cg=="), "för"),
    "broken base64": (mail(_PLAIN, "Content-Transfer-Encoding: base64", "", "ZsO2cg"), "för"),
    "unknown charset": (mail("Content-Type: text/plain; charset=x-none", "", "för"), "för"),
    "utf-8 under another name": (mail("Content-Type: text/plain; charset=us-ascii", "", "för"), "för"),
    "windows bytes without charset": (_HEAD + b"Content-Type: text/plain\r\n\r\nf\xf6r \x80", "för €"),
    "bytes of no charset": (_HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\nf\xf6r \x81", "för \x81"),
    "utf-8 called latin-1": (mail("Content-Type: text/plain; charset=iso-8859-1", "", "för"), "för"),
    "one byte of another charset": (_HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\nf\xc3\xb6r \x80", "för €"),
    "windows bytes called latin-1": (
        _HEAD + b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\nf\xf6r 5 \x80 \x96",
        "för 5 € –",
    ),
    "latin-1 with a pair that could be UTF-8": (
        _HEAD + b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\n\xc3\xb6 f\xf6r",
        "Ã¶ för",
    ),
    "one word called base64": (
        mail(_PLAIN, "Content-Transfer-Encoding: base64", "", "Hejsan", "var är det?"),
        "Hejsan\r\nvar är det?",
    ),
    "greek": (_HEAD + b"Content-Type: text/plain; charset=iso-8859-7\r\n\r\n\xe1\xe2", "αβ"),
    "no charset at all": (_HEAD + b"Content-Type: text/plain; charset=rot13\r\n\r\nf\xf6r", "för"),
    "base64 cut off": (mail(_PLAIN, "Content-Transfer-Encoding: base64", "", "ZsO2ciBzZ!"), "för s"),
    "base64 above the footer of a list": (
        mail(
            _PLAIN,
            "Content-Transfer-Encoding: base64",
            "",
            "SGVqLCB2YXIgw6RyIHBha2V0ZXQgc29tIGphZyB2w6RudGFyIHDDpT8=",
            "",
            "To leave",
        ),
        "Hej, var är paketet som jag väntar på?\nTo leave",
    ),
    "called base64": (
        mail(_PLAIN, "Content-Transfer-Encoding: base64", "", "Hej, var är paketet?"),
        "Hej, var är paketet?",
    ),
    "flowed": (mail(f"{_PLAIN}; format=flowed", "", "Det här är ", "en rad"), "Det här är en rad"),
    "flowed inside words": (
        mail(f"{_PLAIN}; format=flowed; delsp=yes", "", "https://a.exam ", "ple"),
        "https://a.example",
    ),
    "invitation": (
        mail("Content-Type: text/calendar; method=REQUEST", "", "BEGIN:VCALENDAR", "SUMMARY:Besök", "END:VCALENDAR"),
        "Besök",
    ),
    "no headers": (b"\r\nHej", "Hej"),
    "nothing but text": (b"Hej, var \xc3\xa4r paketet?", "Hej, var är paketet?"),
    "boundary that never comes": (mail('Content-Type: multipart/mixed; boundary="b"', "", "Hej"), "Hej"),
    "multipart without boundary": (mail("Content-Type: multipart/mixed", "", "Hej"), "Hej"),
    "headers alone": (_HEAD, ""),
}


@pytest.mark.parametrize(("raw", "text"), _BODIES.values(), ids=_BODIES.keys())
def test_body(raw: bytes, text: str) -> None:
    """The text that the sender wrote is found, through encodings and damage."""
    assert read_eml(raw).text.strip() == text


def test_encoded_headers_are_decoded() -> None:
    """Encoded words become what they say."""
    message = read_eml(b"From: =?utf-8?q?J=C3=B6rg?= <j@x.example>\r\nSubject: =?utf-8?b?w4VybGln?=\r\n\r\nHej")
    assert (message.subject, message.sender) == ("Årlig", "Jörg <j@x.example>")


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_headers_that_nobody_encoded_are_read(charset: str) -> None:
    """Old programs write letters into headers as they stand: they are read as in a body without a charset."""
    raw = "From: Jörg <j@x.example>\r\nSubject: Årlig avgift – 5 €\r\n\r\nHej".encode(charset)
    message = read_eml(raw)
    assert (message.subject, message.sender) == ("Årlig avgift – 5 €", "Jörg <j@x.example>")


def test_headers_below_a_byte_order_mark_are_read() -> None:
    """A mail that an editor of Windows has saved keeps its headers."""
    assert read_eml(b"\xef\xbb\xbfSubject: Faktura\r\n\r\nHej") == read_eml(b"Subject: Faktura\r\n\r\nHej")


_DEEP = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(2000))
_LONG = {
    "subject": b"Subject: " + b"=?utf-8?q?a?= " * 20_000,
    "sender": b"From: " + b"<a@b.example>, " * 20_000,
    "comments": b"From: " + b"(" * 20_000 + b"a@b.example",
    "content type": b"Content-Type: text/plain" + b"; a=b" * 20_000,
}


@pytest.mark.parametrize("header", _LONG.values(), ids=_LONG.keys())
def test_a_header_without_end_is_cut(header: bytes) -> None:
    """What would take minutes to parse is read as far as a header goes."""
    message = read_eml(header + b"\r\n\r\nHej")
    assert message.text == "Hej"
    assert len(message.subject or message.sender or "") < 3_000


def test_a_mail_of_parts_without_end() -> None:
    """Parts inside parts, deeper than Python can go, are shown as they came."""
    assert read_eml(_DEEP + b"\r\n\r\nHej").text.endswith("Hej")


_DAMAGED = {
    "date": b"Date: yesterday, more or less\r\n\r\nHej",
    "year": b"Date: Mon, 3 Jun 99999999 10:12:00 +0200\r\n\r\nHej",
    "zone": b"Date: Mon, 3 Jun 2024 10:12:00 +9999999\r\n\r\nHej",
    "address": b"From: <<<@@>,;:\r\n\r\nHej",
    "encoded word": b"Subject: =?x-none?b?!!!?= =?utf-8?q?=?=\r\n\r\nHej",
    "bytes in a header": b"Subject: f\xf6r \xff\r\n\r\nHej",
    "content type": b"Content-Type: ;;=\r\n\r\nHej",
    "disposition": b"Content-Disposition: ;;=\r\n\r\nHej",
    "transfer encoding": b"Content-Type: text/plain\r\nContent-Transfer-Encoding: x-none\r\n\r\nHej",
}


@pytest.mark.parametrize("raw", _DAMAGED.values(), ids=_DAMAGED.keys())
def test_a_damaged_header_does_not_cost_the_text(raw: bytes) -> None:
    """What cannot be parsed is passed over or kept as written; the text is still read."""
    assert read_eml(raw).text.strip() == "Hej"


@pytest.mark.parametrize("raw", [b"", b" \r\n\t"], ids=["nothing", "white space"])
def test_empty_input_is_an_error(raw: bytes) -> None:
    """Bytes that hold nothing are the one thing that is refused."""
    with pytest.raises(MessageSourceError, match="empty"):
        read_eml(raw)


_FORWARDED = (
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    "<html><body><p>Kan ni titta på det här?</p></body></html>",
    "--b",
    "Content-Type: message/rfc822",
    "Content-Disposition: attachment",
    "",
    "From: =?utf-8?q?J=C3=B6rg?= <jorg@kund.example>",
    "Date: Mon, 3 Jun 2024 08:00:00 +0200",
    "Subject: Pumpen",
    _PLAIN,
    "",
    "Pumpen har stannat igen.",
    "--b--",
)
_SHOWN = """---------- Forwarded message ---------
From: Jörg <jorg@kund.example>
Date: Mon, 03 Jun 2024 08:00:00 +0200
Subject: Pumpen

Pumpen har stannat igen."""


def test_a_mail_forwarded_as_attachment_is_read() -> None:
    """A mail inside a mail stands below the text as if it had been forwarded in it, and its words count."""
    message = read_eml(mail(*_FORWARDED))

    assert message.text == f"Kan ni titta på det här?\n\n{_SHOWN}"
    analysis = ToneKit(languages=["sv"]).analyze(message)
    assert "forwarded" in {zone.kind for zone in analysis.zones}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param(mail(*_FORWARDED[:2], *_FORWARDED[6:]), _SHOWN, id="nothing-else"),
        pytest.param(
            mail(*_FORWARDED).replace(b"multipart/mixed", b"multipart/report"),
            "<html><body><p>Kan ni titta på det här?</p></body></html>",
            id="returned-by-a-server",
        ),
        pytest.param(
            mail(*_FORWARDED[:10], "inget huvud"),
            "<html><body><p>Kan ni titta på det här?</p></body></html>",
            id="damaged",
        ),
    ],
)
def test_attached_mail_by_itself(raw: bytes, text: str) -> None:
    """An attached mail is the text where there is no other; what we wrote ourselves and what is damaged is none."""
    assert read_eml(raw).text.strip() == text


_LINES = st.sampled_from(
    (
        b"From: a@b|Subject: =?utf-8?q?x?=|Date: 3 Jun|Content-Type: multipart/mixed; boundary=b|--b|--b--||x|:|\x00"
        b"|Content-Type: text/plain; charset=|Content-Type: message/rfc822|Content-Transfer-Encoding: base64|\xff\xfe"
        b"|Content-Type: text/html| folded|Content-Disposition: attachment|Content-Type: multipart/related; type="
    ).split(b"|")
)


@given(st.one_of(st.binary(min_size=1), st.lists(_LINES, min_size=1, max_size=20).map(b"\r\n".join)))
def test_any_bytes_are_read(raw: bytes) -> None:
    """No mail, however damaged, raises; its text can be encoded."""
    if raw.strip():
        read_eml(raw).text.encode()
