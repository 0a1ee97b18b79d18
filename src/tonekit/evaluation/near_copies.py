"""Which messages say nearly the same: forms, standard mails, one mail exported twice, the same text to two inboxes.

A message must not be asked about by weights that were fitted on its copy, and a text that stands ten times is no ten
proofs of anything.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from math import ceil

ALIKE = 0.7
"""Share of all their words that two messages have in common (Jaccard). Of 5,000 mails that people wrote one by one, one
pair in all is so alike; a form, or a standard mail between two greetings, is."""
_WORD = re.compile(r"[^\W\d_]+")

Words = frozenset[str]


def near_copies(texts: Sequence[str]) -> list[int]:
    """Return the number of its group for each text, 0 and up; a text that is like no other has one of its own.

    Numbers in a text do not count, for a form differs in little else. A text belongs to the first group whose first
    text it is like, so that a chain of small differences does not join what has nothing in common.
    """
    words = [_words(text) for text in texts]
    leaders = _Leaders(words)
    found: dict[Words, int] = {}
    for each in words:
        if each not in found:
            found[each] = leaders.group(each)
    return [found[each] for each in words]


def distinct(groups: Sequence[int], labels: Sequence[object]) -> list[bool]:
    """Return whether each message is the first of its group with its label; with another label it is no copy."""
    seen: set[tuple[int, object]] = set()
    first = []
    for pair in zip(groups, labels, strict=True):
        first.append(pair not in seen)
        seen.add(pair)
    return first


def _words(text: str) -> Words:
    return frozenset(_WORD.findall(text.lower())) or frozenset({text.strip()})


class _Leaders:
    """The first text of each group, found again by its rarest words.

    Of two texts that have the share `ALIKE` in common, the rarest few words of the one hold one of the other: enough of
    them that the rest alone would not make up that share (prefix filtering; Chaudhuri, Ganti & Kaushik 2006).
    """

    def __init__(self, words: Collection[Words]) -> None:
        self._spread = Counter(word for each in set(words) for word in each)
        self._leaders: list[Words] = []
        self._having: dict[str, list[int]] = defaultdict(list)

    def group(self, words: Words) -> int:
        """Return the first group that the words belong to, a new one where there is none."""
        rare = self._rarest(words)
        near = sorted({number for word in rare for number in self._having[word]})
        found = next((number for number in near if _alike(words, self._leaders[number])), None)
        return self._added(words, rare) if found is None else found

    def _added(self, words: Words, rare: Collection[str]) -> int:
        for word in rare:
            self._having[word].append(len(self._leaders))
        self._leaders.append(words)
        return len(self._leaders) - 1

    def _rarest(self, words: Words) -> list[str]:
        ordered = sorted(words, key=lambda word: (self._spread[word], word))
        return ordered[: len(ordered) - ceil(ALIKE * len(ordered)) + 1]


def _alike(one: Words, other: Words) -> bool:
    return len(one & other) >= ALIKE * len(one | other)
