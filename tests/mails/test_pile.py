"""Piles of mails are read one mail at a time; what is broken is told and passed over."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tonekit.errors import MessageSourceError, ToneKitError
from tonekit.mails.mail import BrokenMail, Mail
from tonekit.mails.pile import MailPile

EML = (
    b"From: Anna Berg <anna@firma.example>\nDate: Mon, 2 Nov 2026 10:00:00 +0100\n"
    b"Content-Type: text/plain; charset=iso-8859-1\n\nkr\xe5nglar igen\n"
)
HTML = (
    b"From: x@y.example\nContent-Type: multipart/alternative; boundary=B\n\n"
    b"--B\nContent-Type: text/html; charset=utf-8\n\n<p>Gr\xc3\xbc\xc3\x9fe</p>\n--B--\n"
)


def pile(tmp_path: Path, name: str, raw: bytes, **options: object) -> list[Mail | BrokenMail]:
    """Write a file and return what is read from it."""
    path = tmp_path / name
    path.write_bytes(raw)
    return list(MailPile(path, **options))  # type: ignore[arg-type]


def texts(mails: list[Mail | BrokenMail]) -> list[str]:
    """Return the texts of the mails that could be read."""
    return [each.text for each in mails if isinstance(each, Mail)]


def problems(mails: list[Mail | BrokenMail]) -> list[str]:
    """Return what is wrong with the others."""
    return [each.problem for each in mails if isinstance(each, BrokenMail)]


def test_csv_with_everything(tmp_path: Path) -> None:
    """All columns that a helpdesk exports are taken in."""
    raw = (
        "Id;Betreff;Datum;Kunde;Segment;Nachricht;AHT;Rückfrage\n"
        '7;Abwesenheitsnotiz: Ihr Brief;02.11.2026;a@b.example;Firma;"Hallo\nWelt";0:05;ja\n'
    )

    (mail,) = pile(tmp_path, "x.csv", raw.encode())

    assert mail == Mail(
        text="Hallo\nWelt",
        id="7",
        sent=date(2026, 11, 2),
        sender="a@b.example",
        customer_type="Firma",
        handling_minutes=5,
        follow_up=True,
        automatic="reply",
    )


@pytest.mark.parametrize(
    ("header", "automatic"),
    [
        (b"Auto-Submitted: auto-replied", "reply"),
        (b"Return-Path: <>", "reply"),
        (b"Subject: Undelivered Mail Returned to Sender", "bounce"),
        (b"List-Id: <news.example>", "bulk"),
        (b"Subject: Re: Automatic reply", None),
    ],
)
def test_programs_are_told_from_people(header: bytes, automatic: str | None, tmp_path: Path) -> None:
    """Headers and the subject line of a raw mail say whether a program sent it."""
    (mail,) = pile(tmp_path, "x.eml", header + b"\n" + EML)

    assert isinstance(mail, Mail)
    assert mail.automatic == automatic


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_told(delimiter: str, tmp_path: Path) -> None:
    """Comma, semicolon, tab and bar are told from the first line."""
    raw = f"id{delimiter}text\n1{delimiter}Hello there\n"

    assert texts(pile(tmp_path, "x.csv", raw.encode())) == ["Hello there"]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("text\nkrånglar\n".encode(), id="utf-8"),
        pytest.param("text\nkrånglar\n".encode("utf-8-sig"), id="byte-order-mark"),
        pytest.param("text\nkrånglar\n".encode("cp1252"), id="windows"),
        pytest.param("text\nkrånglar\n".encode("utf-16"), id="utf-16"),
        pytest.param("text\r\nkrånglar\r\n".encode(), id="windows-line-ends"),
    ],
)
def test_encodings(raw: bytes, tmp_path: Path) -> None:
    """Usual encodings are told."""
    assert texts(pile(tmp_path, "x.csv", raw)) == ["krånglar"]


def test_mixed_encodings(tmp_path: Path) -> None:
    """Of a file that was put together from two sources, each line is read in its own encoding."""
    raw = "text\nkrånglar\n".encode() + "Grüße\n".encode("cp1252")

    assert texts(pile(tmp_path, "x.csv", raw)) == ["krånglar", "Grüße"]


def test_broken_rows_are_told(tmp_path: Path) -> None:
    """A row that cannot be read is told with its line, and the next one is read."""
    found = pile(tmp_path, "x.csv", b"id,text\n1,\n2,a,b\n3,good\n")

    assert found[:2] == [
        BrokenMail("line 2", "the text is empty"),
        BrokenMail("line 3", "more cells than the first row has columns"),
    ]
    assert texts(found) == ["good"]


def test_overlong_cell_is_told(tmp_path: Path) -> None:
    """A cell over Python's limit for CSV is damage of its row, not the end of the reading."""
    found = pile(tmp_path, "x.csv", b"id,text\n1," + b"a" * 200_000 + b"\n2,good\n")

    assert len(problems(found)) == 1
    assert texts(found) == ["good"]


def test_unreadable_cells_are_told(tmp_path: Path) -> None:
    """A cell that is filled but cannot be read is named; the mail counts."""
    (mail,) = pile(tmp_path, "x.csv", b"date,text,handling_time,follow_up\nsoon,hello there,long,perhaps\n")

    assert isinstance(mail, Mail)
    assert mail.unreadable == ("date", "handling_time", "follow_up")


def test_json_lines(tmp_path: Path) -> None:
    """Each line is an object; numbers and truth values are read like cells."""
    good = json.dumps({"message": "Hello there", "id": 5, "follow_up": True, "handling_time": 3.5, "tags": ["a"]})

    found = pile(tmp_path, "x.jsonl", f"{good}\n\nnot json\n[1]\n".encode())

    assert found[0] == Mail(text="Hello there", id="5", follow_up=True, handling_minutes=3.5)
    assert found[1:] == [BrokenMail("line 3", "not a JSON object"), BrokenMail("line 4", "not a JSON object")]


def test_nested_json_does_not_end_the_reading(tmp_path: Path) -> None:
    """A line that is nested without end is a broken mail."""
    found = pile(tmp_path, "x.jsonl", b'{"text": "hello"}\n' + b"[" * 100_000 + b"\n")

    assert texts(found) == ["hello"]
    assert problems(found) == ["not a JSON object"]


def test_mailbox(tmp_path: Path) -> None:
    """A mailbox is split at its separators alone; quoted ones are given back."""
    raw = b"From a\n" + EML + b">From here on\nFrom inside\n\nFrom b\n" + HTML + b"\nFrom c\nSubject: empty\n\n\n"

    found = pile(tmp_path, "x.mbox", raw)

    assert found[0] == Mail(
        text="krånglar igen\nFrom here on\nFrom inside\n\n",
        id="mail 1",
        sent=date(2026, 11, 2),
        sender="anna@firma.example",
    )
    assert "Grüße" in texts(found)[1]
    assert found[2] == BrokenMail("mail 3", "the mail holds no text")


def test_mailbox_behind_a_byte_order_mark(tmp_path: Path) -> None:
    """A mailbox that an editor of Windows has saved is read like any other."""
    assert texts(pile(tmp_path, "x.mbox", b"\xef\xbb\xbfFrom a\r\n" + EML)) == ["krånglar igen\n"]


def test_mails_in_utf_16(tmp_path: Path) -> None:
    """Mails that an editor has saved as UTF-16 are no mails, and are told what they are; the others are read."""
    wide = EML.decode("latin-1").encode("utf-16")
    (tmp_path / "a.eml").write_bytes(wide)
    (tmp_path / "b.eml").write_bytes(EML)

    broken, read = MailPile(tmp_path)

    assert isinstance(broken, BrokenMail)
    assert "it is UTF-16 text" in broken.problem
    assert texts([read]) == ["krånglar igen\n"]
    with pytest.raises(MessageSourceError, match="it is UTF-16 text"):
        pile(tmp_path, "x.mbox", wide)


def test_folder_of_eml(tmp_path: Path) -> None:
    """The .eml files of a folder and those inside it are read in order; other files are not."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.eml").write_bytes(EML)
    (tmp_path / "b.EML").write_bytes(b"")
    (tmp_path / "notes.txt").write_bytes(b"no mail")

    found = list(MailPile(tmp_path))

    assert found[0] == BrokenMail("b.EML", "the mail is empty")
    assert isinstance(found[1], Mail)
    assert found[1].id == "sub/a.eml"


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        pytest.param("x.xlsx", b"PK", "give a file of these kinds", id="kind"),
        pytest.param("x.csv", b"", "it is empty", id="empty-csv"),
        pytest.param("x.csv", b"\n\n", "it is empty", id="blank-csv"),
        pytest.param("x.jsonl", b"", "it holds no JSON object", id="empty-json"),
        pytest.param("x.mbox", b"Subject: x\n", "it is not a mailbox", id="no-mailbox"),
        pytest.param("x.csv", b"a,b\n1,2\n", "no column holds the text", id="no-text"),
        pytest.param("x.csv", b"id,text\r1,hello\r", "carriage return alone, as on old Macs", id="old-mac"),
    ],
)
def test_wrong_files_are_one_clear_line(name: str, raw: bytes, words: str, tmp_path: Path) -> None:
    """A file that cannot be a pile is refused with what to do."""
    with pytest.raises(MessageSourceError, match=words) as error:
        pile(tmp_path, name, raw)

    assert "\n" not in str(error.value)


def test_quote_that_is_never_closed_is_told(tmp_path: Path) -> None:
    """Rows that a lost quote swallowed are no mail: where it opens is said, and quotes inside a text do no harm."""
    raw = b'id,text\n1,"two ""quoted"" words\nhere"\n2,a 12" screen\n3,"lost\n4,swallowed\n'
    found = pile(tmp_path, "x.csv", raw)

    assert texts(found) == ['two "quoted" words\nhere', 'a 12" screen']
    assert [(each.place, each.problem) for each in found if isinstance(each, BrokenMail)] == [
        ("line 5", "a quote is never closed: all rows after it were taken for one text")
    ]


def test_inch_sign_beside_a_text_of_several_lines_is_no_lost_quote(tmp_path: Path) -> None:
    """A quote inside a cell that no quote opens belongs to its text, also in a row of several lines."""
    raw = b'id,text,note\n1,"line one\nline two",24" screen\n2,more,x\n'

    assert texts(pile(tmp_path, "x.csv", raw)) == ["line one\nline two", "more"]


def test_line_that_tells_excel_the_delimiter(tmp_path: Path) -> None:
    """`sep=;` above the names is no row."""
    assert texts(pile(tmp_path, "x.csv", b"sep=;\r\nid;text\r\n1;hello, there\r\n")) == ["hello, there"]


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    """Nothing to read is an error too."""
    with pytest.raises(MessageSourceError, match="no such file"):
        MailPile(tmp_path / "none.csv")
    with pytest.raises(MessageSourceError, match=r"no \.eml file"):
        list(MailPile(tmp_path))


def test_share_grows_to_one(tmp_path: Path) -> None:
    """Progress runs from nothing to all."""
    path = tmp_path / "x.csv"
    path.write_bytes(b"text\n" + b"hello there\n" * 50)
    mails = MailPile(path)

    shares = [mails.share for _ in mails]

    assert shares == sorted(shares)
    assert mails.share == 1.0


@pytest.mark.parametrize("name", ["x.csv", "x.jsonl", "x.mbox", "x.eml"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=400))
def test_no_bytes_break_the_reading(name: str, raw: bytes, tmp_path: Path) -> None:
    """Any bytes at all give mails, broken mails, or an error of ours."""
    heads = {"x.csv": b"text,date", "x.jsonl": b'{"text": "a"}\n', "x.mbox": b"From x\n", "x.eml": b""}
    try:
        found = pile(tmp_path, name, heads[name] + raw)
    except ToneKitError:
        return
    assert all(isinstance(each, Mail | BrokenMail) for each in found)
