"""Files of raw mails: a folder of .eml files, a single one, and a mailbox (mbox)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import MessageSourceError
from ..mails.raw_mails import eml_bytes, eml_files, mbox_bytes
from ..reading.mail.source import read_eml
from .row_file import RowFile, reading
from .rows import Row

_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_MESSAGE_ID = re.compile(rb"^message-id:\s*<?([^<>\s]{1,998})", re.IGNORECASE | re.MULTILINE)
"""RFC 5322, 3.6.4; a line has 998 characters at most."""


class _Mails(RowFile):
    """Raw mails; one that cannot be read is a row with its error, the first one too."""

    def check(self, *, answering: bool = False) -> None:  # noqa: ARG002 - mails have no options of their own
        """Look for the first mail.

        Raises:
            MessageSourceError: there is none.
        """
        next(self._fields(), None)

    def count(self) -> int:
        """Return the number of mails."""
        return sum(1 for _ in self._fields())


class MailFiles(_Mails):
    """The .eml files of a folder and of those inside it, sorted, or one such file; the id is the name of the file."""

    def _fields(self) -> Iterator[Path]:
        if not self.path.is_dir():
            yield self.path
            return
        files = eml_files(self.path)
        if not files:
            raise MessageSourceError("holds no .eml file", source=str(self.path))
        yield from files

    def _row(self, fields: Any, number: int) -> Row:
        inside = fields.relative_to(self.path).as_posix() if fields != self.path else fields.name
        try:
            with reading(fields):
                raw = eml_bytes(fields)
        except MessageSourceError as error:
            return Row(number, inside, error)
        return _row(raw, number, inside, source=str(fields))


class Mailbox(_Mails):
    """The mails of an mbox file, in its order; the id is the Message-ID of a mail, where it has one."""

    def _fields(self) -> Iterator[bytes]:
        with reading(self.path), self.path.open("rb") as raw:
            yield from mbox_bytes(raw, source=str(self.path))

    def _row(self, fields: Any, number: int) -> Row:
        headers = _HEADERS_END.split(fields, maxsplit=1)[0]
        found = _MESSAGE_ID.search(headers)
        name = found[1].decode("ascii", errors="replace") if found else None
        return _row(fields, number, name, source=f"{self.path}: mail {number}")


def _row(raw: bytes, number: int, name: str | None, *, source: str) -> Row:
    try:
        return Row(number, name, read_eml(raw, source=source))
    except MessageSourceError as error:
        return Row(number, name, error)
    except Exception as error:  # noqa: BLE001 - Python's email gives up on damage in many ways; the next mail is read
        problem = f"is not a mail that can be read ({type(error).__name__}: {error})"
        return Row(number, name, MessageSourceError(problem, source=source))
