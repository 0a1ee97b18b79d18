"""All mails of a file or folder, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from ..errors import MessageSourceError
from .columns import Column
from .csv_rows import csv_mails
from .jsonl_rows import jsonl_mails
from .mail import BrokenMail, Mail
from .raw_mails import eml_files, eml_mail, mbox_mails

_TABLES = {".csv": csv_mails, ".tsv": csv_mails, ".jsonl": jsonl_mails, ".ndjson": jsonl_mails}
KINDS = (*_TABLES, ".mbox", ".eml")


class MailPile:
    """The mails of a file or folder, read one at a time. Iterating again begins anew.

    Args:
        path: a file (.csv, .tsv, .jsonl, .ndjson, .mbox, .eml), or a folder with .eml files.
        columns: which column of a table holds what; what is not given is guessed from the names.
        date_format: how dates of a table are written, in the signs of `strptime`.

    Attributes:
        share: how much of the pile has been read, 0 to 1.

    Raises:
        MessageSourceError: there is no such file, or it is of another kind.
    """

    def __init__(
        self, path: Path, *, columns: Mapping[Column, str] | None = None, date_format: str | None = None
    ) -> None:
        self.path = path
        self.share = 0.0
        self._columns = columns or {}
        self._date_format = date_format
        self._kind = path.suffix.lower()
        if not path.exists():
            raise MessageSourceError("there is no such file or folder", source=str(path))
        if path.is_file() and self._kind not in KINDS:
            known = ", ".join(KINDS)
            raise MessageSourceError(
                f"give a file of these kinds ({known}), or a folder of .eml files", source=str(path)
            )

    def __iter__(self) -> Iterator[Mail | BrokenMail]:
        """Yield the mails in order, and in their place those that cannot be read.

        Raises:
            UnknownNameError: the file has no column that was given.
            MessageSourceError: the file is empty, cannot be opened, or no column holds the text.
        """
        self.share = 0.0
        if self.path.is_dir():
            return self._folder()
        return iter([eml_mail(self.path, place=self.path.name)]) if self._kind == ".eml" else self._file()

    def _folder(self) -> Iterator[Mail | BrokenMail]:
        files = eml_files(self.path)
        if not files:
            raise MessageSourceError("the folder holds no .eml file", source=str(self.path))
        for number, file in enumerate(files, start=1):
            yield eml_mail(file, place=file.relative_to(self.path).as_posix())
            self.share = number / len(files)

    def _file(self) -> Iterator[Mail | BrokenMail]:
        try:
            size = max(1, self.path.stat().st_size)
            with self.path.open("rb") as raw:
                for mail in self._mails(raw):
                    self.share = min(1.0, raw.tell() / size)
                    yield mail
        except OSError as error:
            raise MessageSourceError(f"cannot be read: {error.strerror}", source=str(self.path)) from error

    def _mails(self, raw: BinaryIO) -> Iterator[Mail | BrokenMail]:
        source = str(self.path)
        if self._kind == ".mbox":
            return mbox_mails(raw, source=source)
        return _TABLES[self._kind](raw, source=source, columns=self._columns, date_format=self._date_format)
