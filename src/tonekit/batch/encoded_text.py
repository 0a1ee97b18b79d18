"""Tables as Windows writes them: in UTF-8, UTF-16 or Windows-1252."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TextIO

from ..errors import MessageSourceError
from ..files.byte_errors import UTF16_MARKS

_WINDOWS = "tonekit-windows-1252"
_FIRST = 4096
"""Bytes by which a file is told that is no text."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_WINDOWS, _as_windows)


def is_wide(path: Path) -> bool:
    """Return whether a file is UTF-16, by its byte order mark."""
    with path.open("rb") as file:
        return file.read(2) in UTF16_MARKS


def open_text(path: Path) -> TextIO:
    """Return a text file that is open to be read, with its line ends as they are.

    UTF-16 is told by its byte order mark; bytes that are not UTF-8 are read as Windows-1252.

    Raises:
        MessageSourceError: it is not text.
        OSError: it cannot be opened.
    """
    if is_wide(path):
        return path.open(encoding="utf-16", errors="replace", newline="")
    with path.open("rb") as file:
        if b"\0" in file.read(_FIRST):
            raise MessageSourceError("is not text; save it as a text file in UTF-8", source=str(path))
    return path.open(encoding="utf-8-sig", errors=_WINDOWS, newline="")
