"""Phrases with gaps: `can ~ not log in` finds "can since yesterday not log in".

Their pieces are phrases of the one finder like all others; here the pieces that were found are put together. The
cost grows with the pieces found in the text, not with the phrases that a pack lists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import repeat
from operator import or_

from ...languages.phrases import LONGEST_GAP
from .finder import PIECE_SIGN, PhraseHit

GAP = f" {PIECE_SIGN} "


@dataclass(slots=True)
class _Node:
    """Where a sequence of pieces has got to: the cues that end here, and the pieces that may follow."""

    cues: list[str] = field(default_factory=list)
    following: dict[str, _Node] = field(default_factory=dict)


_Form = tuple[tuple[str, ...], frozenset[tuple[str, int]]]
"""Cues of a node, and what follows it by which nodes."""


class GappedPhrases:
    """The phrases with gaps of one language.

    Args:
        cues: cue id → phrases; those without gap are left to the finder.
    """

    def __init__(self, cues: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        # For each piece that is not the first of a phrase a bit; for each first one the bits of what may follow it.
        self._later: dict[str, int] = {}
        gapped = list(_gapped(cues))
        self._keys = _keys_of(gapped)
        for cue, pieces in dict.fromkeys((cue, tuple(map(self._keys.__getitem__, pieces))) for cue, pieces in gapped):
            self._add(cue, pieces)
        _shared(self._root, {})
        self._behind = {
            key: reduce(or_, map(self._later.__getitem__, node.following), 0)
            for key, node in self._root.following.items()
        }

    def pieces(self) -> Iterator[tuple[str, str]]:
        """Yield key and phrase of every piece, for the finder; once, for they are not kept."""
        pieces, self._keys = self._keys, {}
        yield from ((key, piece) for piece, key in pieces.items())

    def join(self, pieces: Collection[PhraseHit], sentences: Sequence[tuple[int, int]]) -> set[PhraseHit]:
        """Return the phrases that the pieces found make up; a phrase stays inside its sentence."""
        present = {piece[0] for piece in pieces}
        roots, behind = self._root.following, self._behind
        bits = reduce(or_, map(self._later.get, present, repeat(0)), 0)
        # Of most pieces nothing that may follow is anywhere in the text.
        promising = {key for key in present & roots.keys() if behind[key] & bits}
        if not promising:
            return set()
        later: dict[int, list[PhraseHit]] = {}
        for piece in pieces:
            if piece[0] in self._later:
                later.setdefault(piece[1], []).append(piece)
        starts = [first for first, _ in sentences]
        found: set[PhraseHit] = set()
        for key, first, last in pieces:
            if key in promising:
                end = sentences[bisect_right(starts, first) - 1][1]
                found.update((cue, first, until) for cue, until in _ends(roots[key], last, end, later))
        return found

    def _add(self, cue: str, pieces: Iterable[str]) -> None:
        node = self._root
        for piece in pieces:
            if node is not self._root:
                self._later.setdefault(piece, 1 << len(self._later))
            node = node.following.setdefault(piece, _Node())
        node.cues.append(cue)


def _shared(node: _Node, known: dict[_Form, _Node]) -> _Node:
    """Return the node, or the one that says the same: most phrases end in one of few ways."""
    for key, behind in node.following.items():
        node.following[key] = _shared(behind, known)
    form = tuple(node.cues), frozenset((key, id(behind)) for key, behind in node.following.items())
    return known.setdefault(form, node)


def _gapped(cues: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield cue and pieces of all phrases that have a gap; equal pieces, of which there are many, are one string."""
    one: dict[str, str] = {}
    for cue, phrases in cues.items():
        for phrase in phrases:
            if GAP in phrase:
                pieces = phrase.split(GAP)
                yield cue, tuple(map(one.setdefault, pieces, pieces))


def _keys_of(gapped: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Return piece → key. Pieces that stand in the same places of the same phrases need no more than one.

    `(can|could) ~ not (log|sign) in` is four phrases, but two keys: who goes from the first to the second finds all.
    """
    places: dict[str, list[tuple[str, tuple[str, ...], tuple[str, ...]]]] = {}
    for cue, pieces in gapped:
        for place, piece in enumerate(pieces):
            places.setdefault(piece, []).append((cue, pieces[:place], pieces[place + 1 :]))
    keys: dict[tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...], str] = {}
    return {piece: keys.setdefault(tuple(sorted(each)), f"{PIECE_SIGN}{len(keys)}") for piece, each in places.items()}


def without_gaps(cues: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Yield cue and phrase of all phrases that have no gap."""
    yield from ((cue, phrase) for cue, phrases in cues.items() for phrase in phrases if GAP not in phrase)


def _ends(node: _Node, last: int, end: int, later: Mapping[int, Sequence[PhraseHit]]) -> list[tuple[str, int]]:
    """Return cue and end of every phrase that goes on from `node` behind token `last`, up to `end`."""
    ends: list[tuple[str, int]] = []
    open_ends = [(node, last)]
    while open_ends:
        node, last = open_ends.pop()
        ends += [(cue, last) for cue in node.cues]
        following = node.following
        for first in range(last, min(last + LONGEST_GAP + 1, end)) if following else ():
            for key, _, behind in later.get(first, ()):
                if key in following and behind <= end:
                    open_ends.append((following[key], behind))
    return ends
