"""The heads that decide, by language: the shipped ones, overridden by those calibrated on a user's labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .additive_heads import Head

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
