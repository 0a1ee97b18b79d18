"""Find the smallest part of a change that still has its effect: delta debugging (Zeller & Hildebrandt 2002)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

MOST_TRIES = 120
"""Readings that one violation may cost; a change of very many parts is then as small as it has got."""


def shrink(parts: int, still: Callable[[Sequence[int]], bool], *, most_tries: int = MOST_TRIES) -> tuple[int, ...]:
    """Return the numbers of a smallest set of parts for which `still` holds; of all parts it holds.

    No part of the result can be left out alone, unless the tries were used up.
    """
    kept = list(range(parts))
    pieces, tries = 2, 0
    while len(kept) > 1:
        for some, pieces_then in _choices(kept, pieces):
            if tries == most_tries:
                return tuple(kept)
            tries += 1
            if still(some):
                kept, pieces = some, pieces_then
                break
        else:
            if pieces >= len(kept):
                break
            pieces = min(len(kept), pieces * 2)
    return tuple(kept)


def _choices(kept: list[int], pieces: int) -> Iterator[tuple[list[int], int]]:
    """Yield each of so many pieces alone, then all but each; and in how many pieces to go on where it is enough."""
    cuts = list(pairwise(len(kept) * number // pieces for number in range(pieces + 1)))
    yield from ((kept[start:end], 2) for start, end in cuts)
    if pieces > 2:  # noqa: PLR2004 - of two pieces, each is all but the other
        yield from ((kept[:start] + kept[end:], pieces - 1) for start, end in cuts)
