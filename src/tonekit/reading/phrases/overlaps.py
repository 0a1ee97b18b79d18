"""Which of the phrases found in a text count where they overlap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate

from .finder import PhraseHit

_NEAR = 20
"""Hits of one cue that a further one is held against: enough to see an overlap, and no more work in a long text."""


def in_order(hit: PhraseHit) -> tuple[int, int, str]:
    """Return the key that sorts hits by place, of hits that begin together the longest first."""
    return hit[1], -hit[2], hit[0]


def longest(hits: Iterable[PhraseHit]) -> list[PhraseHit]:
    """Return the hits, which are in order, that do not lie inside a longer one; of equal ones all stay."""
    kept: list[PhraseHit] = []
    reach_first = reach = -1
    for hit in hits:
        _, first, last = hit
        if last > reach or (first == reach_first and last == reach):
            reach_first, reach = first, last
            kept.append(hit)
    return kept


def longest_of_each(hits: Iterable[PhraseHit]) -> list[PhraseHit]:
    """Return the hits, which are in order, that do not lie inside a longer one of the same name."""
    kept: list[PhraseHit] = []
    ends: dict[str, int] = {}
    for hit in hits:
        name, _, last = hit
        if last > ends.get(name, -1):
            ends[name] = last
            kept.append(hit)
    return kept


def not_taken_back(hits: list[PhraseHit], taking_back: Mapping[str, Collection[str]]) -> list[PhraseHit]:
    """Return the hits without those that share words with a cue that takes them back: "do not cancel"."""
    denials = [hit for hit in hits if hit[0] in taking_back]
    if not denials:
        return hits
    spans: dict[str, list[tuple[int, int]]] = {}
    for denial, first, last in denials[:_NEAR]:
        for cue in taking_back[denial]:
            spans.setdefault(cue, []).append((first, last))
    return [hit for hit in hits if not any(hit[1] < last and first < hit[2] for first, last in spans.get(hit[0], ()))]


def with_gapped(whole: list[PhraseHit], gapped: Collection[PhraseHit]) -> list[PhraseHit]:
    """Return the whole phrases, and phrases with gaps where their cue is not said there anyhow; all in order."""
    if not gapped:
        return whole
    said: dict[str, list[PhraseHit]] = {}
    for hit in whole:
        said.setdefault(hit[0], []).append(hit)
    added: list[PhraseHit] = []
    for hit in sorted(gapped, key=in_order):
        cue, first, last = hit
        others = said.setdefault(cue, [])
        if not any(other[1] < last and first < other[2] for other in others[-_NEAR:]):
            others.append(hit)
            added.append(hit)
    return sorted((*whole, *added), key=in_order) if added else whole


def outside(hits: list[PhraseHit], covers: Sequence[PhraseHit]) -> list[PhraseHit]:
    """Return the hits that lie in none of the `covers`; both in order."""
    if not covers:
        return hits
    ends = list(accumulate((last for _, _, last in covers), max))
    starts = [first for _, first, _ in covers]
    return [hit for hit in hits if not (before := bisect_right(starts, hit[1])) or ends[before - 1] < hit[2]]
