"""Raw mails become messages, from bytes and from files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tonekit import ToneKitError
from tonekit.argument_errors import ArgumentTypeError, ArgumentValueError
from tonekit.eml import MOST_BYTES, read_eml
from tonekit.errors import MessageSourceError

MAIL = (
    b"From: Kim <kim@example.com>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nDate: Mon, 30 Nov 2026 10:00:00 +0100\r\n"
    b"Auto-Submitted: auto-replied\r\n\r\nThe printer jams."
)


def test_bytes_and_files_are_one_message(tmp_path: Path) -> None:
    """Bytes, a path and the name of a file give the same message, with all that a mail says of itself."""
    (tmp_path / "mail.eml").write_bytes(MAIL)
    message = read_eml(MAIL)

    assert (message.text.strip(), message.subject, message.channel) == ("The printer jams.", "Grüße", "email")
    assert message.sent is not None
    assert message.headers == (("Auto-Submitted", "auto-replied"),)
    assert message == read_eml(bytearray(MAIL)) == read_eml(tmp_path / "mail.eml") == read_eml(f"{tmp_path}/mail.eml")


@pytest.mark.parametrize(
    ("mail", "kind", "words"),
    [
        pytest.param(b" \r\n", MessageSourceError, "mail: is empty; give a whole mail", id="empty"),
        pytest.param("nowhere.eml", MessageSourceError, "nowhere.eml: cannot be read: No such file", id="no file"),
        pytest.param("a\0b", MessageSourceError, "cannot be read", id="no path"),
        pytest.param(
            MAIL.decode(), ArgumentValueError, "mail is a text and no path; give the mail as bytes", id="text"
        ),
        pytest.param(
            None, ArgumentTypeError, "mail is the bytes of a mail or the path of its file, not None", id="none"
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
            MessageSourceError,
            r"\(\.msg\) .* save it as \.eml",
            id="msg",
        ),
        pytest.param(b"x" * (MOST_BYTES + 1), MessageSourceError, "mail: is larger than 20 MB", id="huge"),
    ],
)
def test_what_is_no_mail_is_an_error_of_ours(mail: Any, kind: type[ToneKitError], words: str) -> None:
    """Whoever hands over something else reads what to give instead."""
    with pytest.raises(kind, match=words):
        read_eml(mail)


def test_file_of_a_mailbox_is_not_read_whole(tmp_path: Path) -> None:
    """A file that is larger than any mail is refused by its name."""
    with (tmp_path / "all.eml").open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    with pytest.raises(MessageSourceError, match=r"all\.eml: is larger than 20 MB"):
        read_eml(tmp_path / "all.eml")
