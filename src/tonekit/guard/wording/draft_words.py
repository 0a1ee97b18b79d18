"""What the words of a sentence say together of a draft, where no phrase of the wording stands in it.

Lists find what somebody has thought of: "as an AI language model". Here every word, stem and pair of a sentence adds
its weight for each manner; where the sum is above 0, the sentence is likely blame, cheer and so on. The base that every
sentence has is set so that hardly a plain sentence gets there. Learned from sentences written for tonekit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from ...loading.once import once
from ...reading.heads.packed_rows import Above
from ...reading.words.word_table import ANY_ENDING, ANY_NUMBER, LETTERS, NEXT, STEMS, WordTable
from .counter_signs import Cues, speaks_against
from .words import Words, words_of

DRAFT_WORDS = Path(__file__).with_name("draft_words.tsv")
MANNER = "manner"
MANNERS = ("model_talk", "blame", "cheer", "acknowledgement", "hand_holding", "casual", "stiff", "aside")
"""What a sentence may be, in the order of the columns; the names are those of the wording."""
BASE = NEXT + "base"
"""The entry that every sentence has; no word holds a blank."""
CODE = NEXT + "code"
"""The entry of a sentence with a word such as `pageSize`, `HMAC` or `0x1E`: who names those explains a matter."""
LONG = {count: f"{NEXT}{count}" for count in (10, 14, 18, 23, 30)}
"""Words from which a sentence has an entry for its length: in a long one, words of any manner meet by chance."""
_SHORTEST_LONG = min(LONG)
ACKNOWLEDGEMENT = MANNERS.index("acknowledgement")
ASIDE = "aside"
"""A sentence whose figures and days promise nothing: "what a lovely mail for a Monday"."""
_IN_PASSING = MANNERS.index(ASIDE)
_BESIDES = frozenset({ACKNOWLEDGEMENT, _IN_PASSING})
"""What a sentence may be beside its manner."""
SIGNS = ("!", "?")
FEWEST = 3
"""Words of a sentence; fewer are a greeting, a closing or a name."""

_CODE = re.compile(r"[^\W\d_][\dA-ZÄÖÜÅÆØ_]|\d[^\W\d_]|[{}<>=\\]")
_ENDS = re.compile(r"[.!?…]++(?=\s|$)|:?\n")


class DraftWords:
    """Finds sentences of a manner by their words. Safe to share between threads.

    Raises:
        DataFileError: the table is not valid; said when a draft is first looked at.
    """

    def __init__(self, table: WordTable) -> None:
        self._table = table

    def find(
        self, text: str, words: Words, *, body: tuple[int, int], signs: Mapping[str, Cues]
    ) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield the manner that a sentence has most of, with the place of the sentence, from the first sentence on.

        That something is acknowledged, or said in passing, is yielded besides: it may stand in a sentence that blames.

        Args:
            body: where its matter stands; greeting and closing are formulas.
        """
        spans, forms, packed, columns_of = words.spans, words.forms, self._table.packed, self._above.columns
        for start, end in sentences_of(text, words):
            first, last = spans[start][0], spans[end - 1][1]
            if end - start < FEWEST or first < body[0] or last > body[1]:
                continue
            sentence = text[first:last]
            said = sum(packed(entries_of(forms[start:end], sentence, text[last : last + 1])))
            if columns := columns_of(said):
                sums = self._table.packing.numbers(said)
                left = [each for each in columns if not speaks_against(signs, MANNERS[each], sentence)]
                most = max((each for each in left if each != _IN_PASSING), key=sums.__getitem__, default=None)
                yield from ((MANNERS[each], (first, last)) for each in left if each == most or each in _BESIDES)

    def reads_as(self, part: str, manner: str, sign: str = "") -> bool:
        """Return whether a part of a sentence is of a manner by its own words.

        Args:
            sign: what stands behind it.
        """
        said = sum(self._table.packed(entries_of(words_of(part).forms, part, sign)))
        return MANNERS.index(manner) in self._above.columns(said)

    @once
    def _above(self) -> Above:
        """What tells the manners whose sum is above 0."""
        packing = self._table.packing
        return packing.above([0.0] * packing.width)


@cache
def shipped_draft_words() -> DraftWords:
    """Return what finds sentences by the words that tonekit ships."""
    return DraftWords(WordTable(DRAFT_WORDS, {MANNER: MANNERS}))


def sentences_of(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text, each as the number of its first word and of the first behind it."""
    starts = [start for start, _ in words.spans]
    first = 0
    for match in _ENDS.finditer(text):
        after = bisect_left(starts, match.start())
        if after > first:
            yield first, after
            first = after
    if first < len(starts):
        yield first, len(starts)


def entries_of(forms: Sequence[str], sentence: str, sign: str) -> set[str]:
    """Return the entries of a sentence: its words, stems and pairs, its length, what it holds, and the sign behind it.

    Args:
        sign: what stands behind it.
    """
    halves = [ANY_NUMBER if form[0].isdigit() else form[:LETTERS] for form in forms]
    named = [form for form, half in zip(forms, halves, strict=True) if half != ANY_NUMBER]
    entries = {BASE, *named, *map(NEXT.join, pairwise(halves))}
    for length in STEMS:
        entries.update([form[:length] + ANY_ENDING for form in named if len(form) > length])
    if len(named) < len(forms):
        entries.add(ANY_NUMBER)
    if len(forms) >= _SHORTEST_LONG:
        entries.update([entry for count, entry in LONG.items() if len(forms) >= count])
    if is_code(sentence):
        entries.add(CODE)
    if sign in SIGNS:
        entries.add(sign)
    return entries


def is_code(sentence: str) -> bool:
    """Return whether a sentence holds a word such as `pageSize`, `HMAC` or `0x1E`."""
    return _CODE.search(sentence) is not None
