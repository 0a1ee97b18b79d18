"""The part of a long message that is read: its beginning and its end, not counting data that was pasted in."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator

from ..foreign_text.both_ends import END_SHARE, last_break, next_break
from ..foreign_text.pasted_data import first_data
from .normalising import NormalText, normalise
from .notes import MOST_CHARACTERS

_BLANK = re.compile(r"\s")
_END = MOST_CHARACTERS // END_SHARE
_OF_QUOTED = 1_000
"""Characters of a quoted mail at the end: enough for its header, by which it is told."""
_SEAM = "\n\n"
"""Stands for what is left out, so that no word or sentence goes on behind it."""


def _nothing_quoted(plain: str, _start: int) -> int:
    return len(plain)


def read_part(plain: str, quoted_from: Callable[[str, int], int] = _nothing_quoted) -> NormalText:
    """Return the part of a text that is read, normalised; its offsets lead back to the original text.

    Args:
        plain: the text.
        quoted_from: returns where the quoted mail begins that ends a text, at a place or behind it, or its end; people
            write above what they answer, so of the end of a long text that is what is read.
    """
    if len(plain) <= MOST_CHARACTERS:
        return normalise(plain)
    pieces = list(_pieces(plain, 0, MOST_CHARACTERS))
    # If only pasted data is left over, the text was read to its end.
    if sum(last - first for first, last in pieces) < MOST_CHARACTERS:
        return _joined(plain, pieces, data=True)
    head = list(_pieces(plain, 0, MOST_CHARACTERS - _END))
    begins, ends = head[-1]
    head[-1] = begins, max(begins, last_break(plain, ends, most=MOST_CHARACTERS))
    end = min(len(plain), quoted_from(plain, ends) + _OF_QUOTED)
    start = _outside_data(plain, next_break(plain, max(ends, end - _END), most=MOST_CHARACTERS))
    tail = list(_pieces(plain, start, end - start))
    kept = sum(last - first for first, last in (*head, *tail))
    data = kept + start - head[-1][1] + len(plain) - end < len(plain)
    return _joined(plain, [*head, *tail], data=data, cut=True, seam=len(head) if tail else 0)


def _outside_data(plain: str, start: int) -> int:
    """Return `start`, or where the word ends that it is in: data is only told where it begins."""
    if plain[start - 1].isspace():
        return start
    blank = _BLANK.search(plain, start)
    return blank.end() if blank else len(plain)


def _joined(plain: str, pieces: list[tuple[int, int]], *, data: bool, cut: bool = False, seam: int = 0) -> NormalText:
    """Return the pieces as one text; `seam` is the number of the first behind what is left out."""
    texts = [plain[first:last] for first, last in pieces]
    ranges = [array("q", range(*piece)) for piece in pieces]
    if seam:
        texts.insert(seam, _SEAM)
        ranges.insert(seam, array("q", [pieces[seam][0] - 1] * len(_SEAM)))
    places = array("q", (place for each in ranges for place in each))
    normal = normalise("".join(texts))
    if normal.in_place:
        starts, ends = places, array("q", (place + 1 for place in places))
    else:
        spans = [normal.original_span(place, place + 1) for place in range(len(normal.text))]
        starts = array("q", (places[first] for first, _ in spans))
        ends = array("q", (places[last - 1] + 1 for _, last in spans))
    return NormalText(normal.text, plain, normal.invisible, normal.garbled, starts, ends, data=data, cut=cut)


def _pieces(plain: str, position: int, left: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the first characters behind `position` that are not data, `left` of them."""
    while left and position < len(plain):
        if (data := first_data(plain, position, position + left)) is None:
            yield position, min(len(plain), position + left)
            return
        if data[0] > position:
            yield position, data[0]
        left -= data[0] - position
        position = data[1]
