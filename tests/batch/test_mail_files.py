"""Folders of mails and mailboxes as files of messages: a mail is a row, and a broken one a row that says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tonekit.batch.row_files import row_file
from tonekit.batch.rows import Row
from tonekit.errors import MessageSourceError
from tonekit.reading.mail.source import read_eml

FIRST = b"From: Ada Holm <ada@example.com>\nSubject: Printer\nMessage-ID: <1@example.com>\n\nIt prints nothing.\n"
SECOND = (
    b"From: bo@example.com\nSubject: Away\nAuto-Submitted: auto-replied\nmessage-id:\n <2@example.com>\n\nI am away.\n"
)
NO_ID = b"From: cy@example.com\n\n>From here on it fails.\nMessage-ID: <3@example.com>\n"
OUTLOOK = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 100


def folder(path: Path) -> Path:
    """Write a folder of mails, one of them inside another folder, the first one broken."""
    (path / "b").mkdir()
    for name, raw in {"0.eml": OUTLOOK, "a.EML": FIRST, "b/c.eml": SECOND, "d.eml": b"", "notes.txt": b"x"}.items():
        (path / name).write_bytes(raw)
    return path


def mailbox(path: Path) -> Path:
    """Write a mailbox."""
    mails = [b"From ada Mon Jan  1 00:00:00 2024\n" + mail for mail in (FIRST, SECOND, NO_ID.replace(b">F", b">>F"))]
    (path / "mails.mbox").write_bytes(b"\n".join(mails))
    return path / "mails.mbox"


def outline(rows: list[Row]) -> list[tuple[int, str | None, str]]:
    """Return number, id and text or problem of each row."""
    return [
        (row.number, row.id, f"! {row.message}" if isinstance(row.message, MessageSourceError) else row.message.text)
        for row in rows
    ]


def test_folder(tmp_path: Path) -> None:
    """Mails come in the order of their names, which are their ids; what is no mail says so in its row."""
    file = row_file(folder(tmp_path))
    file.check()
    rows = list(file.rows())

    assert file.count() == 4
    assert [(number, name) for number, name, _ in outline(rows)] == [
        (1, "0.eml"),
        (2, "a.EML"),
        (3, "b/c.eml"),
        (4, "d.eml"),
    ]
    assert [text.strip() for _, _, text in outline(rows)[1:3]] == ["It prints nothing.", "I am away."]
    assert "file of Outlook" in str(rows[0].message)
    assert "d.eml: it is empty" in str(rows[3].message)
    assert list(map(str, file.rows(after=2))) == list(map(str, rows[2:]))


def test_one_mail(tmp_path: Path) -> None:
    """A single .eml file is a file of one message."""
    (tmp_path / "a.eml").write_bytes(FIRST)
    rows = list(row_file(tmp_path / "a.eml").rows())

    assert outline(rows) == [(1, "a.eml", "It prints nothing.\n")]


def test_mailbox(tmp_path: Path) -> None:
    """Mails come in their order; the Message-ID of their headers is their id, and no line of their text."""
    file = row_file(mailbox(tmp_path))
    file.check()
    rows = list(file.rows())

    assert file.count() == 3
    assert [(number, name) for number, name, _ in outline(rows)] == [
        (1, "1@example.com"),
        (2, "2@example.com"),
        (3, None),
    ]
    assert rows[2].readable().text.startswith(">From here on")


@pytest.mark.parametrize(
    ("line", "mails"),
    [
        pytest.param(b"From Monday on I want my money back.\n", 1, id="a sentence"),
        pytest.param(b"From Monday 8:30 on I waited.\n", 1, id="a sentence with a time"),
        pytest.param(b"From - Mon Jan 01 00:00:00 2024\n", 2, id="dated"),
        pytest.param(b"From 1755@xxx Thu Jan 01 00:00:00 +0000 2026\n", 2, id="as Google writes it"),
        pytest.param(b"From ada\nSubject: more\n", 2, id="headers behind it"),
    ],
)
def test_a_sentence_ends_no_mail(tmp_path: Path, line: bytes, mails: int) -> None:
    """What a customer writes behind "From" is read, and answered once; separators end a mail."""
    file = tmp_path / "all.mbox"
    file.write_bytes(b"From ada Mon Jan  1 00:00:00 2024\nSubject: one\n\nHello.\n\n" + line + b"\nBye.\n")

    rows = list(row_file(file).rows())

    assert len(rows) == mails
    assert ("From Monday" in rows[0].readable().text) == line.startswith(b"From Monday")


def test_headers_are_kept(tmp_path: Path) -> None:
    """What tells that a program sent a mail, who sent it and what it is about reach the reading."""
    first, second, _ = (row.readable() for row in row_file(mailbox(tmp_path)).rows())

    assert (first.subject, first.sender, first.channel) == ("Printer", "Ada Holm <ada@example.com>", "email")
    assert second.headers == (("Auto-Submitted", "auto-replied"),)


def nothing(path: Path) -> Path:
    """Return a folder without mails."""
    return path


def no_mailbox(path: Path) -> Path:
    """Return a file that is called a mailbox and is none."""
    (path / "mails.mbox").write_bytes(FIRST)
    return path / "mails.mbox"


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        pytest.param(nothing, "holds no .eml file", id="empty-folder"),
        pytest.param(no_mailbox, "has to begin with 'From '", id="no-mailbox"),
        pytest.param(lambda path: path / "none.mbox", "is not a file", id="missing"),
    ],
)
def test_what_holds_no_mails_is_refused(tmp_path: Path, made: Callable[[Path], Path], problem: str) -> None:
    """A folder or file without any mail is one error before anything is written."""
    with pytest.raises(MessageSourceError, match=problem):
        row_file(made(tmp_path)).check()


def test_damage_that_nobody_foresaw_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python's own parser gives up, the row says so and the next mail is read."""

    def refuse(raw: bytes, *, source: str) -> object:
        if b"Printer" in raw:
            raise AttributeError("no defects")
        return read_eml(raw, source=source)

    monkeypatch.setattr("tonekit.batch.mail_files.read_eml", refuse)
    first, second, _ = row_file(mailbox(tmp_path)).rows()

    assert "is not a mail that can be read (AttributeError: no defects)" in str(first.message)
    assert second.readable().subject == "Away"
