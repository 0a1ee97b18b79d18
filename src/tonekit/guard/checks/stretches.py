"""Stretches of a text and whether another overlaps one of them, in time linear in their number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

Span = tuple[int, int]
"""Start and end, end exclusive."""


class Stretches:
    """Stretches of one text.

    Args:
        spans: in any order; they may overlap.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meets(self, span: Span) -> bool:
        """Return whether a stretch overlaps one of them."""
        first = bisect_right(self._ends, span[0])
        return first < len(self._starts) and self._starts[first] < span[1]
