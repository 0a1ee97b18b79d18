"""The lines of a text file, one at a time: UTF-8, or an error that names line and column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import DataFileError
from ..files.byte_errors import not_utf8

LARGEST_FILE = 256_000_000
"""Bytes. A quarter of a million mails are smaller; what is larger is a mailbox, a database dump or a mistake."""
LONGEST_LINE = 4_000_000
"""Bytes. A message has a megabyte at most, in JSON with every sign escaped a few; a longer line is no message."""
_SIGNATURES = {
    b"PK\x03\x04": "an Excel or zip file; save it as CSV in UTF-8",
    b"\x1f\x8b": "a gzip file; unpack it first",
    b"\xff\xfe": "UTF-16 text; save it as UTF-8",
    b"\xfe\xff": "UTF-16 text; save it as UTF-8",
    b"PAR1": "a Parquet file; export it as CSV or JSON Lines",
}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file with their line ends; only one of them is in memory.

    Raises:
        DataFileError: the file cannot be read, is too large or no text, or a line is not UTF-8.
    """
    try:
        _check_file(path)
        with path.open("rb") as file:
            number = 0
            # Only line feeds end a line: a message may hold the other line separators of Unicode.
            while raw := file.readline(LONGEST_LINE + 1):
                number += 1
                if number == 1:
                    raw = _without_signature(raw, path)
                yield _decoded(raw, path, number)
    except OSError as error:
        raise DataFileError(f"cannot be read: {error.strerror or error}", path=path) from error


def _check_file(path: Path) -> None:
    size = path.stat().st_size
    if path.is_dir():
        raise DataFileError("is a folder; give a .jsonl or .csv file", path=path)
    if not path.is_file():
        raise DataFileError("is not an ordinary file; it is read twice, so save a pipe into a file first", path=path)
    if size > LARGEST_FILE:
        raise DataFileError(
            f"has {size / 1e6:,.0f} MB; labelled messages have {LARGEST_FILE / 1e6:,.0f} MB at most. "
            "Is this the right file? Else take a part of it",
            path=path,
        )


def _without_signature(raw: bytes, path: Path) -> bytes:
    for start, kind in _SIGNATURES.items():
        if raw.startswith(start):
            raise DataFileError(f"is {kind}", path=path)
    return raw.removeprefix(_BYTE_ORDER_MARK)


def _decoded(raw: bytes, path: Path, number: int) -> str:
    if len(raw) > LONGEST_LINE:
        raise DataFileError(
            f"the line has more than {LONGEST_LINE / 1e6:,.0f} MB; each message is one line",
            path=path,
            line=number,
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        column = len(raw[: error.start].decode("utf-8")) + 1
        raise DataFileError(not_utf8(raw, error.start), path=path, line=number, column=column) from error
    if "\0" in text:
        raise DataFileError(
            "holds a zero byte; this is not a text file", path=path, line=number, column=text.index("\0") + 1
        )
    return text
