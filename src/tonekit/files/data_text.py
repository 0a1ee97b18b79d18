"""Read the text of a data file; errors name the file and, where they can, the place."""

from __future__ import annotations

from math import inf
from pathlib import Path

from ..errors import DataFileError
from .byte_errors import not_utf8, place_of_byte


def data_text(path: Path, *, rule: str = "yaml-syntax", largest: float = inf) -> str:
    """Return the text of the data file at `path`.

    Args:
        path: the file.
        rule: the lint rule that a file breaks which is not UTF-8.
        largest: bytes that it may have.

    Raises:
        DataFileError: the file is missing, too large or not UTF-8.
    """
    try:
        if largest < inf and path.stat().st_size > largest:
            raise DataFileError("is far too large for what is written in such a file", path=path)
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise DataFileError("this file is needed and does not exist", path=path, rule="missing-file") from error
    except OSError as error:
        raise DataFileError(f"cannot be read: {error.strerror}", path=path) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = place_of_byte(raw, error.start)
        problem = not_utf8(raw, error.start)
        raise DataFileError(problem, path=path, line=line, column=column, rule=rule) from error
