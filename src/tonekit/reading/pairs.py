"""Two things said close together: praise beside `again` is hardly praise.

A pair is a feature like any other, named after its parts: `valence.positive + field.again`. It is there where both
stand in the same sentence or in two neighbouring ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .feature import Feature

JOINED = " + "
NEAR = 1
"""Sentences between the parts: mock praise and its reason are often two short sentences ("Lovely. Another update.")."""


def parts_of(names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the parts of those `names` that are pairs."""
    pairs = {}
    for name in names:
        one, joined, other = name.partition(JOINED)
        if joined:
            pairs[name] = (one, other)
    return pairs


def find_pairs(features: Sequence[Feature], pairs: dict[str, tuple[str, str]]) -> Iterator[Feature]:
    """Yield every pair whose parts stand close together, once, with the words from one to the other."""
    wanted = {part for parts in pairs.values() for part in parts}
    found: dict[str, list[Feature]] = {}
    for feature in features:
        if feature.cue in wanted and feature.start is not None:
            found.setdefault(feature.cue, []).append(feature)
    for name, (one, other) in pairs.items():
        if one in found and other in found and (near := _nearest(found[one], found[other])):
            yield _joined(name, *near)


def _nearest(ones: Sequence[Feature], others: Sequence[Feature]) -> tuple[Feature, Feature] | None:
    """Return the first two that stand close together and are not the same words; both come in order of the text."""
    first = 0
    for one in ones:
        while first < len(others) and others[first].sentence < one.sentence - NEAR:
            first += 1
        for other in others[first : first + 2]:
            apart = other.start != one.start or other.end != one.end
            if apart and abs(one.sentence - other.sentence) <= NEAR:
                return one, other
    return None


def _joined(name: str, one: Feature, other: Feature) -> Feature:
    start = min(one.start or 0, other.start or 0)
    end = max(one.end or 0, other.end or 0)
    return Feature(name, start=start, end=end, zone=one.zone, sentence=one.sentence)
