"""Which templates the user's own files have a part in: what ships as it is has been linted before."""

from __future__ import annotations

from ..contracts.contract import Contract
from .sources import TemplateFolders


class Touched:
    """Says whether a file of the user's has a part in a template. Of a folder behind which none ships, all have.

    Args:
        folders: where the files are; a copy that is still as shipped is none of the user's.
    """

    def __init__(self, folders: TemplateFolders) -> None:
        self._changed = folders.changed()

    def __call__(self, contract: Contract, language: str = "") -> bool:
        """Return whether one has, in a language, or in any where none is given."""
        folder, phrases = f"{contract.folder}/", f"phrases/{language}." if language else "phrases/"
        return self._changed is None or any(each.startswith((folder, "parts/", phrases)) for each in self._changed)
