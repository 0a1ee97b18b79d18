"""All heads at once: one row of weights a feature, one sum a label.

What a cue says in a zone to the labels of all dimensions is one row of numbers, packed into one integer. The rows of a
message are added up; the terms are told apart again only where somebody asks for the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import get_args

from ...analysis import Verdict, ZoneKind
from ..feature import Features
from ..words.said import Said
from .additive_heads import Head, Locate, faded
from .head_file import POSTED
from .judging import judged
from .packed_rows import FINE_UNIT, Packing
from .seats import Seat, seated

_ANYWHERE = "whole message"
_Row = tuple[int, int]
"""Weights by column as one integer, and the heads that count it as bits."""
_Graded = tuple[tuple[tuple[int, float], ...], int]
"""The columns of a row that are not 0, each with its weight, and the heads that count it as bits."""
_NEARLY = 1e-9
"""Scores that differ by less are the same but for how they were added up."""


class Panel:
    """Decides all dimensions. Safe to share between threads.

    Args:
        heads: the heads by dimension.
    """

    def __init__(self, heads: Mapping[str, Head]) -> None:
        self._heads = tuple(heads.values())
        self._seats = seated(self._heads)
        self._words = next((head.words for head in self._heads if head.words), None)
        bias = [seat.head.file.bias.get(label, 0.0) for seat in self._seats.every for label in seat.labels]
        self._packing = Packing(len(bias), unit=FINE_UNIT, bits=64)
        self._bias = self._packed(bias)
        read: dict[tuple[Seat, ...], dict[str, _Row]] = {}
        zones: dict[str, tuple[Seat, ...]] = {each: self._seats.reading(each) for each in get_args(ZoneKind)}
        zones[_ANYWHERE] = self._seats.every
        for seats in zones.values():
            if seats not in read:
                read[seats] = self._rows_of(seats)
        self._rows = {zone: read[seats] for zone, seats in zones.items()}
        # Filled as cues are met again; no larger than cues × zones × repeats.
        self._faded: dict[tuple[str, str, int], _Row] = {}
        # Filled as measures and valences are met, of which there are few.
        self._graded: dict[tuple[str, str], _Graded] = {}

    def decide(self, features: Features, locate: Locate) -> dict[str, Verdict]:
        """Return the verdicts on what was found; `locate` turns offsets into a span of the original text."""
        rows, amounts = self._found(features), list(self._amounts(features))
        weights, heads = zip((self._bias, 0), *rows, strict=True)
        totals = self._packing.numbers(sum(weights))
        counted = reduce(or_, heads)
        for (columns, bits), value in amounts:
            counted |= bits
            for column, weight in columns:
                totals[column] += weight * value
        said = self._said(features)
        scores = self._scores(totals, said)
        if any(map(_nearly_ties, scores)):
            scores = self._scores(self._one_by_one(weights, amounts), said)
        return {
            seat.head.dimension: judged(
                seat,
                each,
                features,
                locate,
                grounded=bool(counted & seat.bit or (seat.words and any(said[seat.words]))),
            )
            for seat, each in zip(self._seats.verdicts, scores, strict=True)
        }

    def _scores(self, totals: Sequence[float], said: Sequence[float]) -> list[list[float]]:
        """Return the scores of the labels of each verdict."""
        share = self._seats.posted(totals)
        return [seat.scores(totals, said, share) for seat in self._seats.verdicts]

    def _one_by_one(self, weights: Sequence[int], amounts: Sequence[tuple[_Graded, float]]) -> list[float]:
        """Return the sums of rows that are added as what they are, decimals in the order of the text.

        Where two labels have the same score, the last digit of such sums says which is given, as it always has.
        """
        added = [self._packing.numbers(row) for row in weights]
        for (columns, _), value in amounts:
            row = [0.0] * self._packing.width
            for column, weight in columns:
                row[column] = weight * value
            added.append(row)
        return list(map(sum, zip(*added, strict=True)))

    def _said(self, features: Features) -> list[float]:
        """Return the sums of the table of words by column."""
        if self._words is None:
            return []
        words = features.words
        if type(words) is Said:
            return self._words.packing.numbers(sum(words.sums(self._words)))
        return self._words.sums(words)

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

    def _amounts(self, features: Features) -> Iterator[tuple[_Graded, float]]:
        """Yield what there is more or less of, valence and measures, and how much."""
        valence: dict[tuple[str, str], float] = {}
        for (_, _, cue, value), zone in zip(features.valence, features.valence_in, strict=True):
            valence[zone, cue] = valence.get((zone, cue), 0.0) + value
        measures = (((_ANYWHERE, name), value) for name, value in features.measures.items())
        for key, value in (*valence.items(), *measures):
            yield self._graded.get(key) or self._graded_row(*key), value

    def _once_more(self, cue: str, zone: str, times: dict[str, int]) -> _Row:
        """Return the row of a cue that was there before, and count it in `times`."""
        before = times.get(zone, 0)
        times[zone] = before + 1
        if len(times) > 1:
            return self._in_other_zones(cue, zone, times)
        key = cue, zone, before
        if key not in self._faded:
            if not (rate := faded(self._heads[0].repeat, before)):
                return 0, 0
            row, heads = self._rows[zone][cue]
            self._faded[key] = self._packed([weight * rate for weight in self._packing.numbers(row)]), heads
        return self._faded[key]

    def _in_other_zones(self, cue: str, zone: str, times: Mapping[str, int]) -> _Row:
        """Return the row of a cue that stood in other zones as well, which some heads do not read."""

        def rate(head: Head) -> float:
            before = sum(count for where, count in times.items() if where in head.file.zones)
            return faded(head.repeat, before - 1) if zone in head.file.zones else 0.0

        return self._row(cue, rate)

    def _rows_of(self, seats: Sequence[Seat]) -> dict[str, _Row]:
        """Return the rows of what the heads of some seats count."""
        cues = {cue for seat in seats for cue in seat.head.file.weights if not cue.startswith(POSTED)}
        heads = {seat.head for seat in seats}
        rows = {cue: self._row(cue, lambda head: float(head in heads)) for cue in cues}
        return {cue: row for cue, row in rows.items() if any(row)}

    def _row(self, cue: str, rate: Callable[[Head], float]) -> _Row:
        row: list[float] = []
        heads = 0
        for seat in self._seats.every:
            weights = seat.head.file.weights.get(cue)
            share = rate(seat.head) if weights is not None else 0.0
            row += [(weights or {}).get(label, 0.0) * share for label in seat.labels]
            heads |= seat.bit if share else 0
        return self._packed(row), heads

    def _packed(self, weights: Sequence[float]) -> int:
        return self._packing.packed([round(weight * FINE_UNIT) for weight in weights])

    def _graded_row(self, zone: str, name: str) -> _Graded:
        """Return the columns of a row that are not 0 and its heads, and keep them: a measure speaks for few labels."""
        row, heads = self._rows[zone].get(name, (0, 0))
        columns = tuple([each for each in enumerate(self._packing.numbers(row)) if each[1]])
        return self._graded.setdefault((zone, name), (columns, heads))


def _nearly_ties(scores: list[float]) -> bool:
    second, highest = sorted(scores)[-2:]
    return highest - second < _NEARLY
