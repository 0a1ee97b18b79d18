"""Which data reading depends on, as one hash."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..files.fingerprint import data_files, fingerprint
from ..languages.loading import PACKS

_RULES = Path(__file__).parent


def reading_hash(languages: Iterable[str], weights: Path) -> str:
    """Return the hash over all data that reading may look at, the languages that are read, and the weights.

    A pack that is not read counts too: its words have a vote on the language of a message.

    Raises:
        OSError: a file cannot be read.
    """
    read = " ".join(sorted(set(languages)))
    files = {**data_files(_RULES), **data_files(PACKS)}
    own = {} if weights in files.values() else {"own/weights": weights}
    return fingerprint(files | own, more=read)
