"""What calibration looks at in a message: what the heads count, and the sender's own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..analysis import Zone, ZoneKind
from .feature import Features
from .heads.additive_heads import Head
from .parsing import MARKS, Parsed
from .tokens import is_word

Run = tuple[ZoneKind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ObservedMessage:
    """One message, reduced to what heads may look at.

    Attributes:
        language: the language it is read in.
        counted: dimension → cue, field or measure, and how much of it.
        runs: its words in lower case, cut at punctuation and at the ends of sentences; each run with its zone.
    """

    language: str
    counted: Mapping[str, Sequence[tuple[str, float]]]
    runs: tuple[Run, ...]


def counted_by(heads: Mapping[str, Head], features: Features) -> dict[str, list[tuple[str, float]]]:
    """Return what each head counts: cue, field or measure, and how much of it."""
    return {
        name: [(each if isinstance(each, str) else each[2], value) for each, value in head.counted(features)]
        for name, head in heads.items()
    }


def runs_of_words(parsed: Parsed, zones: Sequence[Zone]) -> Iterator[Run]:
    """Yield the runs of words in which a phrase may be found."""
    starts = [zone.start for zone in zones]
    lower, spans = parsed.tokens.lower, parsed.tokens.spans
    for first, last in parsed.sentences:
        run: list[int] = []
        for token in range(first, last):
            if is_word(lower[token]):
                run.append(token)
            elif lower[token] not in MARKS and run:
                yield _run(run, lower, zones[bisect_right(starts, spans[run[0]][0]) - 1])
                run = []
        if run:
            yield _run(run, lower, zones[bisect_right(starts, spans[run[0]][0]) - 1])


def _run(tokens: Sequence[int], lower: Sequence[str], zone: Zone) -> Run:
    return zone.kind, tuple(lower[token] for token in tokens)
