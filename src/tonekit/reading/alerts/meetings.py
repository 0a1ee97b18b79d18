"""Words that stand together: those of one group, one of every family, near each other in a sentence or two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

from ..parsing import Parsed
from ..phrases.families import FamilyHit, Meeting
from ..phrases.finder import PhraseHit
from ..sentences import Range

_REACH = 25
"""Tokens that words may take to count together: a long clause; sentences of people who use no full stops are longer."""


def words_of(parsed: Parsed, cues: Container[str]) -> list[FamilyHit]:
    """Return the words of those families that are hits of `cues` together."""
    return [hit for hit in parsed.families if hit[0].cue in cues]


def as_hit(cue: str, words: Sequence[Range]) -> PhraseHit:
    """Return the hit of words that meet, from the first of them to the last."""
    return cue, min(first for first, _ in words), max(last for _, last in words)


def meetings(parsed: Parsed, hits: Iterable[FamilyHit]) -> Iterator[tuple[str, list[Range]]]:
    """Yield cue and words of every group that has a word of every family near the others in one sentence.

    A group that may do so in two neighbouring sentences of a paragraph is looked at from the first of the two.
    """
    ordered = sorted(hits, key=lambda hit: (hit[2], -hit[3], hit[1]))
    if not ordered:
        return
    starts = [first for first, _ in parsed.sentences]
    met: dict[tuple[int, Meeting], dict[int, Range]] = {}
    silent = _silenced(ordered, starts)
    for group, place, first, last in ordered:
        sentence = bisect_right(starts, first) - 1
        if (sentence, group) in silent:
            continue
        behind_another = group.neighbours and starts[sentence] not in parsed.openings
        for seen_from in (sentence - 1, sentence) if behind_another else (sentence,):
            words = met.setdefault((seen_from, group), {})
            words[place] = (first, last)
            if len(words) == group.families:
                _, begin, end = as_hit(group.cue, every := list(words.values()))
                if end - begin <= _REACH:
                    yield group.cue, every


def _silenced(hits: Iterable[FamilyHit], starts: Sequence[int]) -> set[tuple[int, Meeting]]:
    """Return in which sentences groups mean nothing: those with a word that takes them back, and those beside it."""
    places = [(bisect_right(starts, first) - 1, group) for group, place, first, _ in hits if place == group.families]
    return {(sentence + step, group) for sentence, group in places for step in (-1, 0, 1)}
