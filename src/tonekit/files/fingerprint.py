"""One short hash over data: same hash, same data."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from hashlib import blake2b, sha256
from pathlib import Path

_HASH_BYTES = 6
_DATA = (".yaml", ".tsv")
"""Endings of the data files that ship inside the package."""


def data_files(folder: Path) -> dict[str, Path]:
    """Return the data files of a folder of the package and of all folders in it, by name from the package on."""
    return {path.relative_to(folder.parent).as_posix(): path for path in folder.rglob("*") if path.suffix in _DATA}


def fingerprint(files: Mapping[str, Path], *, more: str = "") -> str:
    """Return a hash over names and contents of files, whatever their order and ends of lines, and over `more`.

    Args:
        files: name → file; a name says where the file belongs, and nothing of where this machine keeps it.
        more: what else counts.
    """
    # Processors have instructions for SHA-256; nine megabytes are hashed before the first message is read.
    made = sha256(more.encode(), usedforsecurity=False)
    for name, file in sorted(files.items()):
        content = _as_read(file.read_bytes())
        made.update(f"\0{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        made.update(content)
    return made.hexdigest()[: 2 * _HASH_BYTES]


def _as_read(content: bytes) -> bytes:
    """Return a file as its readers do: on Windows Git ends lines with two signs, and editors begin with a mark."""
    content = content.removeprefix(BOM_UTF8)
    return content.replace(b"\r\n", b"\n") if b"\r\n" in content else content


def digest(pieces: Iterable[str]) -> str:
    """Return a short hash over pieces of text; where one ends and the next begins counts."""
    made = blake2b(digest_size=_HASH_BYTES)
    for piece in pieces:
        raw = piece.encode("utf-8", "surrogatepass")
        made.update(len(raw).to_bytes(8))
        made.update(raw)
    return made.hexdigest()
