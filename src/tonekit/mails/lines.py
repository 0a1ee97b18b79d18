"""The lines of a large text file, one at a time, whatever its encoding."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from ..files.byte_errors import UTF16_MARKS

LONGEST_LINE = 20_000_000
"""Bytes; a longer line is damage, not a mail, and must not fill the memory. It is cut here and goes on as the next."""


def text_lines(raw: BinaryIO) -> Iterator[str]:
    """Yield the lines of a file with their line breaks.

    UTF-16 is told by its byte order mark. Else every line is read as UTF-8, and a line that is none as Windows-1252:
    exports that were put together from several sources mix both.
    """
    start = raw.read(3)
    raw.seek(0)
    if start.startswith(UTF16_MARKS):
        yield from _wide_lines(raw)
        return
    if start == codecs.BOM_UTF8:
        raw.seek(len(codecs.BOM_UTF8))
    while line := raw.readline(LONGEST_LINE):
        yield _decoded(line)


def _wide_lines(raw: BinaryIO) -> Iterator[str]:
    wrapped = TextIOWrapper(raw, encoding="utf-16", errors="replace", newline="")
    try:
        while line := wrapped.readline(LONGEST_LINE):
            yield line
    finally:
        # The file belongs to the caller; the wrapper must not close it.
        wrapped.detach()


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
