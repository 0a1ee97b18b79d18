"""Which messages say nearly the same: forms, standard mails, one mail exported twice, the same text to two inboxes.

A message must not be asked about by weights that were fitted on its copy, and a text that stands ten times is no ten
proofs of anything.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from math import ceil
from typing import TYPE_CHECKING

from ..foreign_text.letter_runs import LETTER_RUN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts = NDArray[np.intp]

ALIKE = 0.7
"""Share of all their words that two messages have in common (Jaccard). Of 5,000 mails that people wrote one by one, one
pair in all is so alike; a form, or a standard mail between two greetings, is."""
_ONE_MORE_OF = 5
"""Looked up are as many words as tell that two texts are not alike, and one more of so many: the more, the fewer texts
have to be counted through."""

Words = tuple[int, ...]
"""The different words of a text, each as its number."""


def near_copies(texts: Iterable[str]) -> list[int]:
    """Return the number of its group for each text, 0 and up; a text that is like no other has one of its own.

    Numbers in a text do not count, for a form differs in little else. A text belongs to the first group whose first
    text it is like, so that a chain of small differences does not join what has nothing in common.
    """
    numbers: dict[str, int] = {}
    words = [_numbered(text, numbers) for text in texts]
    leaders = _Leaders(set(words))
    found: dict[Words, int] = {}
    for each in words:
        if each not in found:
            found[each] = leaders.group(each)
    return [found[each] for each in words]


def distinct(groups: Sequence[int], labels: Sequence[object]) -> list[bool]:
    """Return whether each message is the first of its group with its label; with another label it is not a copy."""
    seen: set[tuple[int, object]] = set()
    first = []
    for pair in zip(groups, labels, strict=True):
        first.append(pair not in seen)
        seen.add(pair)
    return first


def _numbered(text: str, numbers: dict[str, int]) -> Words:
    # Sets of words would take ten times the memory.
    words = set(LETTER_RUN.findall(text.lower())) or {text.strip()}
    return tuple(sorted([numbers.setdefault(word, len(numbers)) for word in words]))


class _Leaders:
    """The first text of each group, found again by its rarest words.

    A text that is alike lacks few of the words of the other. So it holds all but these few of any words of the other,
    of the rarest too, which few texts hold (after Chaudhuri, Ganti & Kaushik 2006). Only where there is such a text the
    common words are counted as well, which all texts hold.
    """

    def __init__(self, words: Collection[Words]) -> None:
        self._spread = Counter(word for each in words for word in each)
        self._sizes = array("q")
        self._having: dict[int, array[int]] = {}

    def group(self, words: Words) -> int:
        """Return the first group that the words belong to, a new one if there is none."""
        found = self._found(words)
        return self._added(words) if found is None else found

    def _found(self, words: Words) -> int | None:
        import numpy as np

        rarest = sorted(words, key=lambda word: (self._spread[word], word))
        lacking = len(words) - ceil(ALIKE * len(words))
        few = rarest[: lacking + 1 + len(words) // _ONE_MORE_OF]
        if not (self._shared(few) >= len(few) - lacking).any():
            return None
        shared = self._shared(words)
        alike = shared >= ALIKE * (len(words) + np.frombuffer(self._sizes, dtype=np.int64) - shared)
        return int(alike.argmax()) if alike.any() else None

    def _shared(self, words: Sequence[int]) -> Counts:
        """Return how many of some words each leader has."""
        import numpy as np

        having = [np.frombuffer(self._having[word], dtype=np.int64) for word in words if word in self._having]
        numbers = np.concatenate(having) if having else np.empty(0, dtype=np.int64)
        return np.bincount(numbers, minlength=len(self._sizes))

    def _added(self, words: Words) -> int:
        number = len(self._sizes)
        for word in words:
            self._having.setdefault(word, array("q")).append(number)
        self._sizes.append(len(words))
        return number
