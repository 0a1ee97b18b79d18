"""From what was found to what the heads count: cues, shapes, facts, valence and measures as features."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from ..analysis import Facts, Span, Zone
from .feature import Feature
from .scan import Scan

NORMALISING = 15
"""VADER's alpha: turns an open sum of valences into 0 to 1 (Hutto & Gilbert 2014)."""
MOST_VALENCES = 200
"""Words of one side that count: their sum is as good as full by then, and a wall of emoji must not fill a result."""
CODE_BLOCK = "tech.code_block"
_WAITED, _DEADLINE, _CONTACT = "wait.long", "deadline.stated", "contact.repeated"

_SPAN_OF_TIME, _NUMBER, _UNIT = "time.span", "=number:", "=unit:"


def collect_features(scans: Sequence[Scan], zones: Sequence[Zone]) -> list[Feature]:
    """Return the features of one message, in the order of the text; scans of twin languages are united."""
    richest = max(scans, key=lambda scan: len(scan.parsed.hits))
    located = {feature for scan in scans for feature in _located(scan)}
    return [
        *_in_zones(sorted(located, key=_place), zones),
        *_in_zones(_valence(richest), zones),
        *_code_blocks(zones),
        *(Feature(name, value) for name, value in richest.measures.items()),
    ]


def _located(scan: Scan) -> Iterator[Feature]:
    tokens = scan.parsed.tokens
    for word in scan.parsed.fields:
        yield Feature(word.cue, start=tokens[word.first].start, end=tokens[word.last - 1].end)
    said: dict[str, list[tuple[int, int]]] = {}
    for hit in scan.parsed.hits:
        yield Feature(hit.cue, start=tokens[hit.first].start, end=tokens[hit.last - 1].end)
        said.setdefault(hit.cue, []).append((tokens[hit.first].start, tokens[hit.last - 1].end))
    yield from _spans_of_time(scan)
    for shape in scan.shapes:
        yield Feature(shape.cue, start=shape.start, end=shape.end)
    for fact in _facts(scan.facts):
        # "third time" is a cue and a fact; it counts once.
        if not any(start < (fact.end or 0) and (fact.start or 0) < end for start, end in said.get(fact.cue, ())):
            yield fact


def _facts(facts: Facts) -> Iterator[Feature]:
    """Yield the facts that speak for a label, as hits of the cue that they spell out."""
    counted: tuple[tuple[str, Span | None], ...] = (
        (_WAITED, facts.waited),
        (_DEADLINE, facts.deadline),
        (_CONTACT, facts.contact),
        *(("amount.stated", amount) for amount in facts.amounts),
        *(("order.number", number) for number in facts.order_numbers),
    )
    yield from (Feature(cue, start=span.start, end=span.end) for cue, span in counted if span)


def _spans_of_time(scan: Scan) -> Iterator[Feature]:
    """Yield "two weeks", "40 minutes": a number right before a unit of time."""
    tokens = scan.parsed.tokens
    numbers = {hit.last: hit.first for hit in scan.parsed.words if hit.cue.startswith(_NUMBER)}
    for hit in scan.parsed.words:
        if hit.cue.startswith(_UNIT):
            before = hit.first - 1
            first = numbers.get(hit.first, before if before >= 0 and tokens[before].text[0].isdigit() else None)
            if first is not None:
                yield Feature(_SPAN_OF_TIME, start=tokens[first].start, end=tokens[hit.last - 1].end)


def _in_zones(features: Iterable[Feature], zones: Sequence[Zone]) -> Iterator[Feature]:
    """Yield the features with the zone that they stand in."""
    starts = [zone.start for zone in zones]
    for feature in features:
        kind = zones[bisect_right(starts, feature.start or 0) - 1].kind
        yield Feature(feature.cue, feature.value, feature.start, feature.end, kind)


def _code_blocks(zones: Iterable[Zone]) -> Iterator[Feature]:
    yield from (
        Feature(CODE_BLOCK, start=each.start, end=each.end, zone="code") for each in zones if each.kind == "code"
    )


def _valence(scan: Scan) -> Iterator[Feature]:
    """Yield words with a valence so that their values sum to the text's valence, 0 to 1 on each side."""
    for name, sign in (("valence.positive", 1), ("valence.negative", -1)):
        hits = [hit for hit in scan.valence if hit.valence * sign > 0][:MOST_VALENCES]
        total = sum(abs(hit.valence) for hit in hits)
        scale = sqrt(total * total + NORMALISING)
        for hit in hits:
            yield Feature(name, abs(hit.valence) / scale, hit.start, hit.end)


def _place(feature: Feature) -> tuple[int, int, str]:
    return feature.start or 0, feature.end or 0, feature.cue
