"""All heads at once: one row of weights a feature, one sum a label.

What a cue says in a zone to the labels of all dimensions is one row of numbers. The rows of a message are added up
column by column; the terms are told apart again only where somebody asks for the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from math import exp
from operator import or_
from typing import Any, get_args

from ..analysis import SentimentVerdict, Verdict, ZoneKind
from .feature import Features
from .heads import BIAS, POST, Caution, Head, Locate, cautious, faded, softmax

_Row = tuple[list[float], int]
"""Weight by column, and the heads that count it as bits."""
_ANYWHERE = "whole message"


@dataclass(frozen=True, slots=True)
class _Seat:
    """A head, the columns of its labels, and its bit; what its file says is at hand here, for it is asked often.

    A head with weights for posts has a second seat for them, `in_posts`, with the same bit.
    """

    head: Head
    start: int
    end: int
    bit: int
    in_posts: _Seat | None
    labels: tuple[str, ...]
    neutral: str
    unsure_below: float
    cautions: tuple[Caution, ...]


class Panel:
    """Decides all dimensions. Safe to share between threads.

    Args:
        heads: the heads by dimension.
    """

    def __init__(self, heads: Mapping[str, Head]) -> None:
        self._heads = tuple(heads.values())
        self._verdicts = tuple(_seated(self._heads))
        posts = [seat.in_posts for seat in self._verdicts if seat.in_posts]
        self._setting = _setting_seat(self._heads, behind=[*self._verdicts, *posts]) if posts else None
        self._seats = (*self._verdicts, *posts, *([self._setting] if self._setting else []))
        self._bias = [seat.head.file.bias.get(label, 0.0) for seat in self._seats for label in seat.labels]
        self._rows: dict[str, dict[str, _Row]] = {zone: self._rows_in(zone) for zone in get_args(ZoneKind)}
        self._measures = self._rows_in(_ANYWHERE)
        # Filled as cues are met again; no larger than cues × zones × repeats.
        self._faded: dict[tuple[str, str, int], _Row] = {}

    def decide(self, features: Features, locate: Locate) -> dict[str, Verdict]:
        """Return the verdicts on what was found; `locate` turns offsets into a span of the original text."""
        rows = [(self._bias, 0), *self._found(features), *self._weighed(features)]
        weights, heads = zip(*rows, strict=True)
        totals: list[float] = list(map(sum, zip(*weights, strict=True)))
        counted = reduce(or_, heads)
        share = _posted(self._setting, totals)
        return {
            seat.head.dimension: _verdict(seat, _scores(seat, totals, share), features, locate, counted)
            for seat in self._verdicts
        }

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
                yield [weight * value for weight in row[0]], row[1]

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

    def _rows_in(self, zone: str) -> dict[str, _Row]:
        cues = {cue for seat in self._seats for cue in seat.head.file.weights}
        read = {cue: self._row(cue, lambda head: float(zone in head.file.zones or zone == _ANYWHERE)) for cue in cues}
        return {cue: row for cue, row in read.items() if any(row[0]) or row[1]}

    def _row(self, cue: str, rate: Callable[[Head], float]) -> _Row:
        row: list[float] = []
        heads = 0
        for seat in self._seats:
            weights = seat.head.file.weights.get(cue)
            share = rate(seat.head) if weights is not None else 0.0
            row += [(weights or {}).get(label, 0.0) * share for label in seat.labels]
            heads |= seat.bit if share else 0
        return row, heads


def _seated(heads: Sequence[Head]) -> Iterator[_Seat]:
    start, behind = 0, sum(len(head.file.labels) for head in heads)
    for place, head in enumerate(heads):
        in_posts = _seat(_for_posts(head), behind, 1 << place) if head.in_posts else None
        seat = _seat(head, start, 1 << place, in_posts)
        start, behind = seat.end, in_posts.end if in_posts else behind
        yield seat


def _seat(head: Head, start: int, bit: int, in_posts: _Seat | None = None) -> _Seat:
    file = head.file
    end = start + len(file.labels)
    return _Seat(head, start, end, bit, in_posts, file.labels, file.neutral, file.unsure_below, file.cautions)


def _for_posts(head: Head) -> Head:
    weights = dict(head.in_posts)
    file = head.file.model_copy(update={"bias": weights.pop(BIAS, {}), "weights": weights})
    return Head(head.dimension, file, repeat=head.repeat)


def _setting_seat(heads: Iterable[Head], *, behind: Iterable[_Seat]) -> _Seat | None:
    setting = next((head.setting for head in heads if head.setting and head.in_posts), None)
    # It has no bit: that a text is a post says nothing yet on any dimension.
    return _seat(setting, max(seat.end for seat in behind), 0) if setting else None


def _posted(setting: _Seat | None, totals: Sequence[float]) -> float:
    """Return how far the text is a post, 0 to 1."""
    if setting is None:
        return 0.0
    scores = dict(zip(setting.labels, totals[setting.start : setting.end], strict=True))
    return softmax(scores)[POST]


def _scores(seat: _Seat, totals: list[float], share: float) -> list[float]:
    scores, posts = totals[seat.start : seat.end], seat.in_posts
    if posts is None:
        return scores
    return [score + share * more for score, more in zip(scores, totals[posts.start : posts.end], strict=True)]


def _verdict(seat: _Seat, scores: list[float], features: Features, locate: Locate, counted: int) -> Verdict:
    highest = max(scores)
    raised = [exp(score - highest) for score in scores]
    total = sum(raised)
    probabilities = dict(zip(seat.labels, [value / total for value in raised], strict=True))
    leaning = label = seat.labels[scores.index(highest)]
    if not counted & seat.bit or probabilities[leaning] < seat.unsure_below:
        label = seat.neutral
    elif seat.cautions:
        label = cautious(leaning, probabilities, seat.cautions)
    fields: dict[str, Any] = {
        "label": label,
        "confidence": probabilities[label],
        "probabilities": probabilities,
        "scores": dict(zip(seat.labels, scores, strict=True)),
        "leaning": leaning,
        "unsure": label != leaning,
    }
    makers = {"evidence": partial(seat.head.evidence, features, leaning, locate)}
    if seat.head.dimension != "sentiment":
        return Verdict.made(makers, fields)
    fields["score"] = max(-1.0, min(1.0, probabilities["positive"] - probabilities["negative"]))
    return SentimentVerdict.made(makers, fields)
