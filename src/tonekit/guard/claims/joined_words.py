"""Which words before another are joined to it: no list, sentence or line ends between them."""

from __future__ import annotations

from ..wording.words import Words

_MARKS = frozenset(".!?…:;")
"""What parts two figures, however few words stand between them: "10.\n3. Yes", "until four. Twenty minutes"."""


def is_parted(text: str, start: int, end: int) -> bool:
    """Return whether a sentence or an item ends between two words of a text.

    A line that is broken to fit a width goes on with a small letter.

    Args:
        start, end: where the first word ends, and where the other begins.
    """
    gap = text[start:end]
    return not _MARKS.isdisjoint(gap) or ("\n" in gap and (not gap.isspace() or not text[end : end + 1].islower()))


def first_joined(text: str, words: Words, at: int, *, most: int) -> int:
    """Return the index of the first of the words that go on to the one at a place.

    Args:
        most: how many words before it are looked at.
    """
    first = at
    while first > max(0, at - most) and not is_parted(text, words.spans[first - 1][1], words.spans[first][0]):
        first -= 1
    return first
