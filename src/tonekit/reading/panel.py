"""All heads at once: one row of weights a feature, one sum a label.

What a cue says in a zone to the labels of all dimensions is one row of numbers. The rows of a message are added up
column by column; the terms are told apart again only where somebody asks for the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import get_args

from ..analysis import Verdict, ZoneKind
from .feature import Features
from .head_file import POSTED
from .heads import Head, Locate, faded
from .judging import judged
from .seats import Seat, seated

_ANYWHERE = "whole message"
_Row = tuple[list[float], int]
"""Weight by column, and the heads that count it as bits."""


@dataclass(slots=True)
class _Shared:
    """The one object that stands for all equal ones, among weights and among rows."""

    weights: dict[float, float] = field(default_factory=dict)
    rows: dict[tuple[tuple[float, ...], int], _Row] = field(default_factory=dict)

    def row(self, row: _Row) -> _Row:
        """Return the row that is equal to `row`."""
        alike = [self.weights.setdefault(weight, weight) for weight in row[0]]
        return self.rows.setdefault((tuple(alike), row[1]), (alike, row[1]))


class Panel:
    """Decides all dimensions. Safe to share between threads.

    Args:
        heads: the heads by dimension.
    """

    def __init__(self, heads: Mapping[str, Head]) -> None:
        self._heads = tuple(heads.values())
        self._seats = seated(self._heads)
        self._words = next((head.words for head in self._heads if head.words), None)
        self._bias = [seat.head.file.bias.get(label, 0.0) for seat in self._seats.every for label in seat.labels]
        # Most weights are 0 or one of a few numbers, and most zones are read alike: what is one and the same object
        # stays in the cache of the processor from one row to the next.
        shared = _Shared()
        read: dict[tuple[Seat, ...], dict[str, _Row]] = {}
        zones = {zone: self._seats.reading(zone) for zone in get_args(ZoneKind)} | {_ANYWHERE: self._seats.every}
        for seats in zones.values():
            if seats not in read:
                read[seats] = self._rows_of(seats, shared)
        self._rows = {zone: read[seats] for zone, seats in zones.items()}
        self._measures = self._rows[_ANYWHERE]
        # Filled as cues are met again; no larger than cues × zones × repeats.
        self._faded: dict[tuple[str, str, int], _Row] = {}

    def decide(self, features: Features, locate: Locate) -> dict[str, Verdict]:
        """Return the verdicts on what was found; `locate` turns offsets into a span of the original text."""
        rows = [(self._bias, 0), *self._found(features), *self._weighed(features)]
        weights, heads = zip(*rows, strict=True)
        totals: list[float] = list(map(sum, zip(*weights, strict=True)))
        counted = reduce(or_, heads)
        said, share = self._said(features), self._seats.posted(totals)
        return {
            seat.head.dimension: judged(
                seat,
                seat.scores(totals, said, share),
                features,
                locate,
                grounded=bool(counted & seat.bit or (seat.words and any(said[seat.words]))),
            )
            for seat in self._seats.verdicts
        }

    def _said(self, features: Features) -> list[float]:
        """Return the sums of the table of words by column."""
        return self._words.sums(features.words) if self._words else []

    def _found(self, features: Features) -> list[_Row]:
        rows, in_zone = [], self._rows
        seen: dict[str, dict[str, int]] = {}
        for (_, _, cue, _), zone in zip(features.found, features.found_in, strict=True):
            row = in_zone[zone].get(cue)
            if row is None:
                continue
            if cue in seen:
                row = self._once_more(cue, zone, seen[cue])
            else:
                seen[cue] = {zone: 1}
            rows.append(row)
        return rows

    def _weighed(self, features: Features) -> Iterator[_Row]:
        """Yield the rows of what there is more or less of: valence and measures."""
        valence: dict[tuple[str, str], float] = {}
        for (_, _, cue, value), zone in zip(features.valence, features.valence_in, strict=True):
            valence[zone, cue] = valence.get((zone, cue), 0.0) + value
        amounts = [
            *((self._rows[zone].get(cue), value) for (zone, cue), value in valence.items()),
            *((self._measures.get(name), value) for name, value in features.measures.items()),
        ]
        for row, value in amounts:
            if row is not None:
                # Most measures are all or nothing.
                yield row if value == 1 else ([weight * value for weight in row[0]], row[1])

    def _once_more(self, cue: str, zone: str, times: dict[str, int]) -> _Row:
        """Return the row of a cue that was there before, and count it in `times`."""
        before = times.get(zone, 0)
        times[zone] = before + 1
        if len(times) > 1:
            return self._in_other_zones(cue, zone, times)
        key = cue, zone, before
        if key not in self._faded:
            if not (rate := faded(self._heads[0].repeat, before)):
                return [0.0] * len(self._bias), 0
            row, heads = self._rows[zone][cue]
            self._faded[key] = [weight * rate for weight in row], heads
        return self._faded[key]

    def _in_other_zones(self, cue: str, zone: str, times: Mapping[str, int]) -> _Row:
        """Return the row of a cue that stood in other zones as well, which some heads do not read."""

        def rate(head: Head) -> float:
            before = sum(count for where, count in times.items() if where in head.file.zones)
            return faded(head.repeat, before - 1) if zone in head.file.zones else 0.0

        return self._row(cue, rate)

    def _rows_of(self, seats: Sequence[Seat], shared: _Shared) -> dict[str, _Row]:
        """Return the rows of what the heads of some seats count."""
        cues = {cue for seat in seats for cue in seat.head.file.weights if not cue.startswith(POSTED)}
        heads = {seat.head for seat in seats}
        rows = {cue: self._row(cue, lambda head: float(head in heads)) for cue in cues}
        return {cue: shared.row(row) for cue, row in rows.items() if any(row[0]) or row[1]}

    def _row(self, cue: str, rate: Callable[[Head], float]) -> _Row:
        row: list[float] = []
        heads = 0
        for seat in self._seats.every:
            weights = seat.head.file.weights.get(cue)
            share = rate(seat.head) if weights is not None else 0.0
            row += [(weights or {}).get(label, 0.0) * share for label in seat.labels]
            heads |= seat.bit if share else 0
        return row, heads
