"""What calibration looks at in a message: what the heads count, and the sender's own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..analysis import Zone, ZoneKind
from .parsing import MARKS, Parsed

Run = tuple[ZoneKind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Observed:
    """One message as far as heads may look at it.

    Attributes:
        language: the language it is read in.
        counted: dimension → cue, field or measure, and how much of it.
        runs: the words in lower case, in pieces that no sign and no end of a sentence parts, each with its zone.
    """

    language: str
    counted: Mapping[str, Sequence[tuple[str, float]]]
    runs: tuple[Run, ...]


def runs_of_words(parsed: Parsed, zones: Sequence[Zone]) -> Iterator[Run]:
    """Yield the words of a text in pieces that a phrase may be found in."""
    starts = [zone.start for zone in zones]
    for first, last in parsed.sentences:
        run: list[str] = []
        kind: ZoneKind = "body"
        for token in parsed.tokens[first:last]:
            if token.word:
                if not run:
                    kind = zones[bisect_right(starts, token.start) - 1].kind
                run.append(token.text.lower())
            elif token.text not in MARKS and run:
                yield kind, tuple(run)
                run = []
        if run:
            yield kind, tuple(run)
