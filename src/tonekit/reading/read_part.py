"""The part of a long message that is read: its first characters, not counting data that was pasted in."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from ..foreign_text.pasted_data import first_data
from .normalising import NormalText, normalise
from .notes import MOST_CHARACTERS


def read_part(plain: str) -> NormalText:
    """Return the part of a text that is read, normalised; its offsets lead back to the original text."""
    if len(plain) <= MOST_CHARACTERS:
        return normalise(plain)
    pieces = list(_pieces(plain))
    if pieces == [(0, MOST_CHARACTERS)]:
        return normalise(plain[:MOST_CHARACTERS])
    # If only pasted data is left over, the text was read to its end.
    whole = sum(last - first for first, last in pieces) < MOST_CHARACTERS
    end = len(plain) if whole else pieces[-1][1]
    places = array("q", (place for piece in pieces for place in range(*piece)))
    normal = normalise("".join([plain[first:last] for first, last in pieces]))
    spans = [normal.original_span(place, place + 1) for place in range(len(normal.text))]
    starts = array("q", (places[first] for first, _ in spans))
    ends = array("q", (places[last - 1] + 1 for _, last in spans))
    return NormalText(normal.text, plain[:end], normal.invisible, normal.garbled, starts, ends)


def _pieces(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the first characters that are not data, as many as are read."""
    position, left = 0, MOST_CHARACTERS
    while left and position < len(plain):
        if (data := first_data(plain, position, position + left)) is None:
            yield position, min(len(plain), position + left)
            return
        if data[0] > position:
            yield position, data[0]
        left -= data[0] - position
        position = data[1]
