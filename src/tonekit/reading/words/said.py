"""What the sender said, as tables of words have it: words, their stems, and the pairs of words that follow each other.

Every message is summed up by these entries, few are asked where an entry stands: that is looked for on demand.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, pairwise
from operator import itemgetter

from ...analysis import Zone
from ..parsing import Parsed
from .word_table import ANY_ENDING, ANY_NUMBER, LETTERS, NEXT, STEMS, Place, WordTable

_SPEAKING_SIGNS = frozenset({"!", "?"})
"""Signs that say something beside a word."""
_MOST_FORMS = 2000
"""Words whose forms are kept, then they are forgotten and kept anew: the most frequent make up four words in five of
benchmarks/messages in German, six in seven in English."""

_Forms = tuple[str, tuple[str, ...]]
"""What a word is in a pair, "" where it stands in none; the word, and its stems."""
_half: Callable[[_Forms], str] = itemgetter(0)
_entries: Callable[[_Forms], tuple[str, ...]] = itemgetter(1)
_Stretch = tuple[int, bool, Sequence[str]]
"""Number of a sentence, whether the words close the mail, and the words."""
Range = tuple[int, int, int, bool]
"""Number of a sentence, first entry, last entry + 1, and whether they stand in a closing."""
_closes: Callable[[Range], bool] = itemgetter(3)


class WordForms(dict[str, _Forms]):
    """Word in lower case → its forms, for the words met last. Safe to share between threads."""

    def __missing__(self, word: str) -> _Forms:
        forms = _forms_of(word)
        if len(self) >= _MOST_FORMS:
            self.clear()
        self[word] = forms
        return forms


class Said(Mapping[str, Place]):
    """Entry → the place where it stands first. Made for one message, never shared.

    Args:
        entries: words and stems, then pairs, each kind in the order of the text.
        ranges: those that stand first in the same sentence.
        locate: returns where all that is said in some sentences stands first among them.
    """

    def __init__(
        self, entries: list[str], ranges: list[Range], locate: Callable[[Iterable[int]], Mapping[str, Place]]
    ) -> None:
        self.entries = entries
        self.ranges = ranges
        self._locate = locate
        self._places: Mapping[str, Place] | None = None
        self._sums: tuple[WordTable, list[int]] | None = None

    def __getitem__(self, entry: str) -> Place:
        if self._places is None:
            self._places = self._locate(dict.fromkeys(sentence for sentence, *_ in self.ranges))
        return self._places[entry]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def sums(self, table: WordTable) -> list[int]:
        """Return what the entries of each range say together, as `table` packs it. They are looked up once."""
        if self._sums is None or self._sums[0] is not table:
            rows = table.packed(self.entries)
            self._sums = table, [sum(filter(None, rows[first:last])) for _, first, last, _ in self.ranges]
        return self._sums[1]

    def within(self, sentence: int) -> dict[str, Place]:
        """Return the entries that stand first in a sentence, each with its place; of the others none is looked for."""
        places = self._locate([sentence])
        ranges = [(first, last) for number, first, last, _ in self.ranges if number == sentence]
        return {entry: places[entry] for first, last in ranges for entry in self.entries[first:last]}

    def before_closing(self) -> Said:
        """Return what stands first before or behind the closing: how somebody takes leave says little of the matter."""
        if not any(map(_closes, self.ranges)):
            return self
        kept: list[str] = []
        ranges: list[Range] = []
        for sentence, first, last, closes in self.ranges:
            if not closes:
                ranges.append((sentence, len(kept), len(kept) + last - first, False))
                kept += self.entries[first:last]
        left = Said(kept, ranges, self._locate)
        if self._sums:
            table, sums = self._sums
            left._sums = table, [each for each, (*_, closes) in zip(sums, self.ranges, strict=True) if not closes]
        return left


def said_words(
    parsed: Parsed, forms: WordForms | None = None, *, signatures: Iterable[Zone] = (), closings: Iterable[Zone] = ()
) -> Said:
    """Return what is said, but in signatures and in repetitions that are told gladly.

    Args:
        parsed: the text in tokens.
        forms: the forms of words met before.
        signatures, closings: the zones of those kinds.
    """
    forms = WordForms() if forms is None else forms
    left_out = parsed.tokens.inside(signatures) | parsed.gladly
    words: dict[str, None] = {}
    pairs: dict[str, None] = {}
    bounds: list[tuple[int, bool, int, int]] = []
    stretches = list(_stretches(parsed, left_out, parsed.tokens.inside(closings)))
    found = [list(map(forms.__getitem__, said)) for *_, said in stretches]
    halves = [list(filter(None, map(_half, each))) for each in found]
    for number, (sentence, closes, _) in enumerate(stretches):
        words.update(dict.fromkeys(chain.from_iterable(map(_entries, found[number]))))
        pairs.update(dict.fromkeys(map(NEXT.join, pairwise(halves[number] + _next_half(stretches, halves, number)))))
        bounds.append((sentence, closes, len(words), len(pairs)))
    return Said(
        [*words, *pairs], list(_ranges(bounds, len(words))), lambda sentences: said_places(parsed, left_out, sentences)
    )


def said_places(parsed: Parsed, left_out: Collection[int], sentences: Iterable[int]) -> dict[str, Place]:
    """Return words, their stems and pairs, each with the place where it stands first.

    Args:
        parsed: the text in tokens.
        left_out: numbers of tokens that do not count.
        sentences: numbers of the sentences that are looked at, from the first on.
    """
    words: dict[str, Place] = {}
    pairs: dict[str, Place] = {}
    lower, spans = parsed.tokens.lower, parsed.tokens.spans
    for first, last in map(parsed.sentences.__getitem__, sentences):
        before, start = "", 0
        for number in range(first, last):
            if number not in left_out:
                half, entries = _forms_of(lower[number])
                for entry in entries:
                    words.setdefault(entry, spans[number])
                if half:
                    if before:
                        pairs.setdefault(before + NEXT + half, (start, spans[number][1]))
                    before, start = half, spans[number][0]
    return words | pairs


def _forms_of(word: str) -> _Forms:
    first_sign = word[0]
    if first_sign.isalpha():
        stems = [word[:length] + ANY_ENDING for length in STEMS if len(word) > length]
        return word[:LETTERS], (word, *stems)
    half = ANY_NUMBER if first_sign.isdigit() else word if word in _SPEAKING_SIGNS else ""
    return half, (word,)


def _stretches(parsed: Parsed, left_out: Collection[int], closing: Collection[int]) -> Iterator[_Stretch]:
    """Yield what is said in each sentence, in pieces that lie in a closing or outside."""
    lower = parsed.tokens.lower
    for sentence, (first, last) in enumerate(parsed.sentences):
        if not left_out and not closing:
            yield sentence, False, lower[first:last]
            continue
        kept = [number for number in range(first, last) if number not in left_out]
        for closes, numbers in groupby(kept, closing.__contains__):
            yield sentence, closes, [lower[number] for number in numbers]


def _next_half(stretches: Sequence[_Stretch], halves: Sequence[list[str]], number: int) -> list[str]:
    """Return what the last word of a piece makes a pair with, where its sentence goes on in the next piece."""
    for later in range(number + 1, len(stretches)):
        if stretches[later][0] != stretches[number][0]:
            break
        if halves[later]:
            return halves[later][:1] if halves[number] else []
    return []


def _ranges(bounds: Sequence[tuple[int, bool, int, int]], words: int) -> Iterator[Range]:
    """Yield where the words of each piece stand among the entries, then where its pairs do behind all words."""
    word = pair = 0
    for sentence, closes, word_end, _ in bounds:
        yield sentence, word, word_end, closes
        word = word_end
    for sentence, closes, _, pair_end in bounds:
        yield sentence, words + pair, words + pair_end, closes
        pair = pair_end
