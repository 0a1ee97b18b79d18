"""The heads that decide, by language: the shipped ones, and over them those that were calibrated on a user's labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .heads import Head, load_heads

OwnCues = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Language → cue id (`own.…`) → phrases."""


@dataclass(frozen=True)
class HeadSet:
    """All heads.

    Attributes:
        heads: dimension → head, in every language that has none of its own.
        calibrated: language → dimension → the head that decides instead.
        cues: the user's own cues, which only calibrated heads count.
    """

    heads: Mapping[str, Head]
    calibrated: Mapping[str, Mapping[str, Head]] = field(default_factory=dict)
    cues: OwnCues = field(default_factory=dict)

    def of(self, language: str) -> Mapping[str, Head]:
        """Return the heads that decide on messages in a language."""
        return self.calibrated.get(language, self.heads)


def load_head_set(path: Path) -> HeadSet:
    """Return the heads of a file: whole weights (`.yaml`), or what `tonekit calibrate` has written (`.toml`).

    Raises:
        DataFileError: the file is not valid, or it was made on other shipped weights.
    """
    if path.suffix.lower() != ".toml":
        return HeadSet(load_heads(path))
    from .calibrated import load_calibrated

    return load_calibrated(path)
