"""What a calibration is asked to do, and who is told about its progress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ...reading.heads.head_set import OwnCues

MOST_WORDS = 100
"""Words that are proposed for a dimension; a person should be able to look through them."""


@dataclass(frozen=True)
class AcceptedWords:
    """Cues that a user has accepted.

    Attributes:
        cues: language → cue id → phrases.
        dimensions: cue id → the dimensions that it may count for; all of them where none is named.
    """

    cues: OwnCues = field(default_factory=dict)
    dimensions: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def counts(self, cue: str, dimension: str) -> bool:
        """Return whether a cue may count for a dimension."""
        dimensions = self.dimensions.get(cue)
        return not dimensions or dimension in dimensions


@dataclass(frozen=True)
class Options:
    """What is asked of a calibration.

    Attributes:
        precision: the share of answers other than the neutral label that has to be right, 0 to 1; without it the
            shipped thresholds stay.
        accepted: cues of the user that may be counted.
        accept_all: whether all proposed words may be counted, instead of `accepted`.
        most_words: how many words are proposed for a dimension.
    """

    precision: float | None = None
    accepted: AcceptedWords = field(default_factory=AcceptedWords)
    accept_all: bool = False
    most_words: int = MOST_WORDS


class Watcher(Protocol):
    """Is told how far a calibration has come."""

    def begin(self, what: str, steps: int) -> None:
        """Take notice that a part of so many steps begins."""

    def advance(self) -> None:
        """Take notice that a step is done."""


class Unwatched:
    """Nobody looks."""

    def begin(self, what: str, steps: int) -> None:
        """Do nothing."""

    def advance(self) -> None:
        """Do nothing."""
