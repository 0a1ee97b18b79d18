"""Write a file whole or not at all."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from ..errors import DataFileError
from .rows import guarded


def write_whole(path: Path, text: str) -> None:
    """Write a text file; whoever reads it meanwhile, or after a power cut, sees the old one or the new one.

    Raises:
        DataFileError: it cannot be written.
    """
    try:
        _replace(path, text.encode("utf-8", errors="backslashreplace"))
    except OSError as error:
        raise DataFileError(f"cannot be written: {error.strerror or error}", path=path) from error


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV; no cell of them is a formula to a spreadsheet."""
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows([guarded(str(cell)) for cell in row] for row in rows)
    return written.getvalue()


def _replace(path: Path, data: bytes) -> None:
    path = path.resolve()  # a link stays a link
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        written.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return the mask of new files; there is no way to look at it but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
