"""Phrases with gaps: `can ~ not log in` finds "can since yesterday not log in".

Their pieces are phrases of the one matcher like all others; here the pieces that were found are put together. The
cost grows with the pieces found in the text, not with the phrases that a pack lists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

PIECE = "~"
GAP = f" {PIECE} "
REACH = 4
"""Tokens that a gap may stand for, none at the least: room for an adverb and an object, not for another clause."""


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A phrase of a cue, as a range of token indexes, end exclusive."""

    cue: str
    first: int
    last: int


@dataclass(slots=True)
class _Node:
    """Where a sequence of pieces has got to: the cues that end here, and the pieces that may follow."""

    cues: list[str] = field(default_factory=list)
    following: dict[str, _Node] = field(default_factory=dict)


class GappedPhrases:
    """The phrases with gaps of one language.

    Args:
        cues: cue id → phrases; those without gap are left to the matcher.
    """

    def __init__(self, cues: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        self._pieces: dict[str, None] = {}
        for cue, phrases in cues.items():
            for phrase in phrases:
                if GAP in phrase:
                    self._add(cue, phrase.split(GAP))

    def pieces(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield key and phrase of every piece, for the matcher."""
        yield from ((PIECE + piece, (piece,)) for piece in self._pieces)

    def join(self, pieces: Iterable[PhraseHit], sentences: Sequence[tuple[int, int]]) -> Iterator[PhraseHit]:
        """Yield the phrases that the pieces found make up; a phrase stays inside its sentence."""
        found: dict[int, list[PhraseHit]] = {}
        for piece in pieces:
            found.setdefault(piece.first, []).append(piece)
        starts = [first for first, _ in sentences]
        for first in sorted(found):
            for piece in found[first]:
                if node := self._root.following.get(piece.cue):
                    end = sentences[bisect_right(starts, first) - 1][1]
                    yield from (PhraseHit(cue, first, last) for cue, last in _ends(node, piece.last, end, found))

    def _add(self, cue: str, pieces: Iterable[str]) -> None:
        node = self._root
        for piece in pieces:
            self._pieces[piece] = None
            node = node.following.setdefault(PIECE + piece, _Node())
        node.cues.append(cue)


def without_gaps(cues: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield every cue with those of its phrases that have no gap."""
    yield from ((cue, [phrase for phrase in phrases if GAP not in phrase]) for cue, phrases in cues.items())


def _ends(node: _Node, last: int, end: int, found: Mapping[int, Sequence[PhraseHit]]) -> Iterator[tuple[str, int]]:
    """Yield cue and end of every phrase that goes on from `node` behind token `last`, the nearest of each first."""
    yield from ((cue, last) for cue in node.cues)
    if not node.following:
        return
    for first in range(last, min(last + REACH + 1, end)):
        for piece in found.get(first, ()):
            if (following := node.following.get(piece.cue)) and piece.last <= end:
                yield from _ends(following, piece.last, end, found)
