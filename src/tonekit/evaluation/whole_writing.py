"""Write a file as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import MessageSourceError


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path`; a reader finds the earlier file or the new one, never half of it.

    Raises:
        MessageSourceError: it cannot be written there.
    """
    # In the same folder: only there is renaming one step.
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise MessageSourceError(f"cannot be written: {error.strerror}", source=str(path)) from error
    finally:
        part.unlink(missing_ok=True)
