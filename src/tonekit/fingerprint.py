"""One short hash over data: same hash, same data."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

_HASH_BYTES = 6


def fingerprint(files: Iterable[Path], *, more: str = "") -> str:
    """Return a hash over names and contents of `files`, whatever their order, and over `more`."""
    digest = blake2b(more.encode(), digest_size=_HASH_BYTES)
    for file in sorted(set(files), key=lambda path: (path.name, path.as_posix())):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def digest(pieces: Iterable[str]) -> str:
    """Return a short hash over pieces of text; where one ends and the next begins counts."""
    made = blake2b(digest_size=_HASH_BYTES)
    for piece in pieces:
        raw = piece.encode("utf-8", "surrogatepass")
        made.update(len(raw).to_bytes(8))
        made.update(raw)
    return made.hexdigest()
