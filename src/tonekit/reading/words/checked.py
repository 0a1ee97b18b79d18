"""Tables of which every row has been checked: what ships needs no second look at each start.

Beside such a table stands the hash of what was checked, `words.sha256` beside `words.tsv`, as `sha256sum` writes it. A
table that is anything else is checked row by row, which takes ten times as long: 70 ms of a first result.
"""

from __future__ import annotations

from hashlib import file_digest
from pathlib import Path

_HASH = ".sha256"


def is_checked(table: Path) -> bool:
    """Return whether a table is the one whose hash stands beside it."""
    try:
        noted = table.with_suffix(_HASH).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return False
    return noted == _noted(table)


def note_checked(table: Path) -> None:
    """Write the hash of a table beside it; whoever calls has read it, and so had every row of it checked."""
    table.with_suffix(_HASH).write_text(_noted(table), encoding="ascii")


def _noted(table: Path) -> str:
    with table.open("rb") as file:
        return f"{file_digest(file, 'sha256').hexdigest()}  {table.name}\n"
