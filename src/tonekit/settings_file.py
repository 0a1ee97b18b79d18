"""Read `tonekit.yaml`: the user's file, and behind it the shipped one for the keys that it leaves out."""

from __future__ import annotations

from pathlib import Path

from .datafile import DataFile, Place, read_data_file
from .settings import Settings


def read_settings(path: Path, *, shipped: Path) -> tuple[Settings, DataFile]:
    """Return what a `tonekit.yaml` says, and the file for errors.

    A top-level key stands in one file as a whole: who writes `brand` writes all of it, for the signature of somebody
    else under one's own name would be worse than none.

    Args:
        path: the file.
        shipped: the one that ships; its keys count where `path` leaves them out.

    Raises:
        DataFileError: the file is empty, or a key or value is wrong.
    """
    file = read_data_file(path)
    if file.data is None:
        raise file.error("is empty; write the keys that you change, or delete the file", ())
    if path != shipped:
        file = file.over(read_data_file(shipped))
    return file.into(Settings), file


def shipped_file(file: DataFile, place: Place, shipped: Path | None) -> DataFile:
    """Return the `tonekit.yaml` that ships, which another uses.

    Raises:
        DataFileError: the file that uses it ships itself.
    """
    if shipped is None or shipped == file.path:
        raise file.error("only a tonekit.yaml of your own can use the one that ships; delete this line", place)
    return read_data_file(shipped)
