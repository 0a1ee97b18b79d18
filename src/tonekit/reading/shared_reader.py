"""One reader for all toolkits of a process that read with the same languages and weights."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..loading.garbage_collection import uncollected
from ..loading.sharing import Shared
from .heads.head_file import WEIGHTS
from .reader import Reader
from .ruleset import reading_hash

_READERS = Shared[Reader]()


def shared_reader(languages: Iterable[str], *, weights: Path = WEIGHTS) -> Reader:
    """Return the reader for these languages and these weights, as both say now; packs loaded by one user serve all.

    Args:
        languages: codes of the packs to use.
        weights: the file of the weights, or one that `tonekit calibrate` has written.

    Raises:
        UnknownNameError: a language without pack.
        DataFileError: a data file is not valid.
    """
    codes = tuple(languages)
    try:
        contents = reading_hash(codes, weights)
    except OSError:
        # The reader says which file or language there is none of.
        return Reader(codes, weights=weights)
    # Threads that each build a toolkit when a server starts wait for one reader; else each would build one of its own.
    with uncollected():
        return _READERS.once((codes, contents), lambda: Reader(codes, weights=weights, ruleset=contents))
