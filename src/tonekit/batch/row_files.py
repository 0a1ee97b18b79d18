"""Files of messages: JSON Lines, CSV and Parquet, and the choice among all kinds of files by their names."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from ..errors import MessageSourceError
from ..files.csv_lines import DELIMITERS, NEVER_CLOSED, SEPARATOR, CountedLines, lacks_quote
from ..files.json_errors import plain_json_problem
from .encoded_text import is_wide, open_text
from .row_file import RowFile, reading
from .rows import TEXT, Row

MOST_FIELD = 20_000_000
"""Characters of one field of a CSV file; Python's own limit is shorter than long mails."""
PARQUET_BATCH = 256
"""Rows that are taken from a Parquet file at once."""


class JsonLines(RowFile):
    """One JSON object a line; empty lines count as no rows."""

    def count(self) -> int:
        """Return the number of lines that are not empty."""
        return sum(1 for _ in self._fields())

    def _fields(self) -> Iterator[bytes]:
        with reading(self.path), self._opened() as lines:
            yield from (line for line in lines if not line.isspace())

    def _opened(self) -> Any:
        if is_wide(self.path):
            # As PowerShell writes what it is told to put into a file.
            return codecs.EncodedFile(self.path.open("rb"), "utf-8", "utf-16", errors="replace")
        return self.path.open("rb")

    def _row(self, fields: Any, number: int) -> Row:
        try:
            # Some programs open a file with a byte order mark.
            found = json.loads(fields.removeprefix(b"\xef\xbb\xbf"))
        except (ValueError, RecursionError) as error:
            problem = "is nested too deep" if isinstance(error, RecursionError) else _said(error)
            source = f"{self.path}: row {number}"
            return Row(number, None, MessageSourceError(f"is not valid JSON: {problem}", source=source))
        return super()._row(found, number)


def _said(error: ValueError) -> str:
    column = getattr(error, "colno", None)
    return plain_json_problem(error) + (f" (sign {column} of the line)" if column else "")


class CommaSeparated(RowFile):
    """CSV with a line of names; the delimiter is the comma, the semicolon, the tabulator or the bar."""

    def count(self) -> int:
        """Return the number of rows; a field may hold line breaks, so they are read."""
        return sum(1 for _ in self._fields())

    def _fields(self) -> Iterator[dict[str, Any] | None]:
        """Yield the cells of each row by their names; None if a quote is never closed."""
        # The limit is one of the whole process, and only ever raised.
        csv.field_size_limit(max(csv.field_size_limit(), MOST_FIELD))
        with reading(self.path), open_text(self.path) as file:
            delimiter = self._delimiter(file)
            lines = CountedLines(file)
            reader = csv.DictReader(lines, delimiter=delimiter)
            reader.fieldnames = self._names(reader.fieldnames or ())
            lines.of_row.clear()
            for fields in reader:
                yield None if len(lines.of_row) > 1 and lacks_quote(lines.of_row, delimiter) else fields
                lines.of_row.clear()

    def _names(self, written: Sequence[str]) -> list[str]:
        names = [name.strip() for name in written]
        if names.count(self.text_field) > 1:
            problem = f"has two columns '{self.text_field}', and nobody can tell which is meant; give one another name"
            raise MessageSourceError(problem, source=str(self.path))
        return names

    def _row(self, fields: Any, number: int) -> Row:
        if fields is None:
            return Row(number, None, MessageSourceError(NEVER_CLOSED, source=f"{self.path}: row {number}"))
        # A comma at the end of a line adds a cell that nobody has written into.
        if any(cell.strip() for cell in fields.pop(None, ())):
            # Which of the cells is the message, nobody can tell any more; what is in quotation marks may hold commas.
            problem = "has more cells than the first line has names; put a text with the delimiter into quotation marks"
            return Row(number, None, MessageSourceError(problem, source=f"{self.path}: row {number}"))
        return super()._row(fields, number)

    def _delimiter(self, lines: IO[str]) -> str:
        names = lines.readline()
        if told := SEPARATOR.fullmatch(names):
            return told[1]
        lines.seek(0)
        for delimiter in DELIMITERS:
            if self.text_field in map(str.strip, next(csv.reader([names], delimiter=delimiter), [])):
                return delimiter
        return max(DELIMITERS, key=names.count)


class Parquet(RowFile):
    """A Parquet file; needs pyarrow, the extra `tonekit[parquet]`."""

    def count(self) -> int:
        """Return the number of rows; the file says it."""
        with self._opened() as file:
            return int(file.metadata.num_rows)

    def _fields(self) -> Iterator[dict[str, Any]]:
        with self._opened() as file:
            for batch in file.iter_batches(batch_size=PARQUET_BATCH):
                yield from batch.to_pylist()

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        try:
            from pyarrow import ArrowException
            from pyarrow.parquet import ParquetFile
        except ImportError as error:
            problem = "needs pyarrow to be read: pip install 'tonekit[parquet]'"
            raise MessageSourceError(problem, source=str(self.path)) from error
        try:
            with reading(self.path), ParquetFile(self.path) as file:
                yield file
        except ArrowException as error:
            problem = f"is not a readable Parquet file: {str(error).splitlines()[0]}"
            raise MessageSourceError(problem, source=str(self.path)) from error


_KINDS: dict[str, type[RowFile]] = {
    ".jsonl": JsonLines,
    ".ndjson": JsonLines,
    ".csv": CommaSeparated,
    ".tsv": CommaSeparated,
    ".parquet": Parquet,
}
_MAILS = (".mbox", ".eml")


def row_file(path: Path, *, text_field: str = TEXT) -> RowFile:
    """Return a file of messages, or a folder of mails; the end of its name says what it is.

    Raises:
        MessageSourceError: it is not there, or of a kind that cannot be read.
    """
    suffix = path.suffix.lower()
    if path.is_dir() or suffix in _MAILS:
        # To parse mails takes a tenth of a second to load.
        from .mail_files import Mailbox, MailFiles

        kind: type[RowFile] | None = Mailbox if suffix == ".mbox" and not path.is_dir() else MailFiles
    else:
        kind = _KINDS.get(suffix)
    if kind is None:
        known = f"give one of {', '.join((*_KINDS, *_MAILS))}, or a folder of .eml files"
        raise MessageSourceError(f"is of a kind that cannot be read; {known}", source=str(path))
    if not path.exists():
        raise MessageSourceError("is not a file", source=str(path))
    return kind(path, text_field=text_field)
