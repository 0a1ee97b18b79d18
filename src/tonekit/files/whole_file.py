"""Write files completely or not at all, and say in one line why one cannot be written."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from ..errors import DataFileError

_REMEDIES = {
    errno.ENOSPC: "make room there, or give another place",
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "give a place that you may write to"),
    **dict.fromkeys(
        (errno.ENOTDIR, errno.EEXIST), "a file is where a folder has to be; move it away, or give another name"
    ),
    errno.EISDIR: "a folder has this name; give another name",
    errno.ENOENT: "make its folder first, or give another name",
}
_REMEDY = "give another name or place"


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a text file for writing; it takes its name when the block ends, and vanishes when the block fails.

    Raises:
        DataFileError: the file cannot be written.
    """
    named, path = path, path.resolve()  # a link stays a link
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        file = part.open("x", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise unwritable(named, error) from error
    try:
        with file:
            yield file
        part.replace(path)
    except OSError as error:
        raise unwritable(named, error) from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Let a block write files at or below a path.

    Raises:
        DataFileError: one of them cannot be written; it names that one.
    """
    try:
        yield
    except OSError as error:
        raise unwritable(Path(error.filename or path), error) from error


def unwritable(path: Path, error: OSError) -> DataFileError:
    """Return the error for a file that cannot be written, with what to do."""
    remedy = _REMEDIES.get(error.errno or 0, _REMEDY)
    return DataFileError(f"cannot be written: {error.strerror or error}; {remedy}", path=path)
