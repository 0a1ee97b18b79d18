"""The lines of a file of labelled messages, one at a time, or an error that names line and column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import DataFileError
from ..mails.lines import text_lines

LARGEST_FILE = 256_000_000
"""Bytes. A quarter of a million mails are smaller; what is larger is a mailbox, a database dump or a mistake."""
LONGEST_LINE = 4_000_000
"""Characters. A message has a million at most, in JSON with every sign escaped a few; a longer line is no message."""
_SIGNATURES = {
    b"PK\x03\x04": "an Excel or zip file; save it as CSV in UTF-8",
    b"\x1f\x8b": "a gzip file; unpack it first",
    b"PAR1": "a Parquet file; export it as CSV or JSON Lines",
}
_LONGEST_SIGNATURE = max(map(len, _SIGNATURES))


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file with their line ends, in the encodings of `text_lines`; only one of them is in memory.

    Raises:
        DataFileError: the file cannot be read, is too large or no text.
    """
    try:
        _check_file(path)
        with path.open("rb") as file:
            _check_signature(file.read(_LONGEST_SIGNATURE), path)
            file.seek(0)
            # Only line feeds end a line: a message may hold the other line separators of Unicode.
            for number, line in enumerate(text_lines(file), 1):
                _check_line(line, path, number)
                yield line
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


def _check_signature(start: bytes, path: Path) -> None:
    for signature, kind in _SIGNATURES.items():
        if start.startswith(signature):
            raise DataFileError(f"is {kind}", path=path)


def _check_line(line: str, path: Path, number: int) -> None:
    if len(line) > LONGEST_LINE:
        problem = f"the line has more than {LONGEST_LINE:,} characters; each message is one line"
        raise DataFileError(problem, path=path, line=number)
    if "\0" in line:
        column = line.index("\0") + 1
        raise DataFileError("holds a zero byte; this is not a text file", path=path, line=number, column=column)
