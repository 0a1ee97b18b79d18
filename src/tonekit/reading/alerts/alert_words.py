"""Alerts that no phrase has found: what words say together, learned from messages written for tonekit.

Phrases find a matter in words that somebody has thought of. Here every word, stem, pair, cue and field of two
neighbouring sentences adds its weight for each kind of alert; where the sum is above 0, the matter is likely enough
that a person should look. The base that every message has is set so that of ordinary mail about one message in a
thousand gives an alert of a kind. Words that take a kind of alert back silence their sentence about it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from ...models.deferred import unchecked
from ...stated_facts import Alert, AlertKind
from ..heads.head_file import BIAS
from ..parsing import Parsed
from ..phrases.finder import ALERT_SIGN, PhraseHit
from ..words.said import Said
from ..words.shipped_table import ALERT, LEARNED, shipped_table
from ..words.word_table import NEXT, Place, WordTable
from .taken_back import Kinds, harmless_words

_DELICATE = f"{ALERT_SIGN}alert.delicate"
_CUE = "=" + NEXT
"""Stands before a cue or a field among the words; what holds a blank has no stem."""
BASE = _CUE + BIAS
"""The entry that every message has …"""
FEW = _CUE + "few"
"""… and that of two neighbouring sentences of at most `FEW_WORDS`: among so few, one word of alarm says little yet."""
FEW_WORDS = 15
"""Words, numbers and marks."""
_RIGHTS = frozenset[AlertKind]({"access", "rectification", "erasure", "portability", "objection"})
"""Rights to one's data share most of their words …"""
_BESIDE = 0.6
"""… so that two sentences speak of one beside another only where they say so much of what they say for the other."""
_THREATS = frozenset[AlertKind]({"legal", "regulator", "press"})
"""Who threatens with these has said what there is to say; that they would leave besides is told by phrases alone."""
_GRAVEST: Kinds = frozenset({"safety", "self_harm", "stopped", "breach"})
"""Kinds of which words that take an alert back silence themselves alone, not their sentence: "nobody was hurt, but the
charger went up in flames"."""
_NAMED = 3
"""Words that an alert names at most: those that say most."""


class AlertWords:
    """Finds alerts by words. Safe to share between threads.

    Args:
        table: what words say; its first columns are the kinds of `LEARNED`.

    Raises:
        DataFileError: the table is not valid.
    """

    def __init__(self, table: WordTable) -> None:
        self._table = table
        # Filled as cues are met, of which there are few.
        self._cues: dict[str, int] = {}
        base = table.sums([BASE])[table.columns[ALERT]]
        # What the words of two sentences have to say together, by column; never less than nothing.
        self._speaking = table.packing.above([max(0.0, -each) for each in base])
        self._few = table.packed([FEW])[0]

    def find(self, parsed: Parsed, words: Said, text: str, *, known: Iterable[Alert]) -> Iterator[Alert]:
        """Yield an alert of each kind that two neighbouring sentences speak of together, where they say most.

        Args:
            parsed: the text in tokens.
            words: its words, stems and pairs.
            text: the text.
            known: alerts that phrases have found; their kinds, and what these leave no room for, are not looked for.
        """
        sums = self._sums(parsed, words)
        told = _answered(alert.kind for alert in known)
        speaking = {column for near in self._near(parsed, sums) for column in self._kinds_of(near)}
        speaking = {column for column in speaking if LEARNED[column] not in told}
        if not speaking:
            return
        beside, starts = beside_words(parsed), _starts(parsed)
        for column in sorted(speaking):
            sentence = _strongest([self._of(each, column) for each in sums])
            here = {entry: place for entry, place in beside.items() if _sentence_of(place, starts) == sentence}
            start, end = self._named([words.within(sentence), here], column)
            fields = {"text": text[start:end], "start": start, "end": end, "place": "text", "kind": LEARNED[column]}
            yield unchecked(Alert, fields)

    def _near(self, parsed: Parsed, sums: Sequence[int]) -> Iterator[int]:
        """Yield what each two neighbouring sentences say together."""
        near = [one + other for one, other in pairwise(sums)] or sums
        for said, few in zip(near, are_few(parsed), strict=True):
            yield said + self._few if few else said

    def _kinds_of(self, said: int) -> list[int]:
        """Return the columns of the kinds that two sentences speak of, of the rights to one's data those that lead."""
        columns = list(self._speaking.columns(said))
        rights = {column: self._of(said, column) for column in columns if LEARNED[column] in _RIGHTS}
        enough = _BESIDE * max(rights.values(), default=0.0)
        return [column for column in columns if rights.get(column, enough) >= enough]

    def _sums(self, parsed: Parsed, words: Said) -> list[int]:
        """Return what the words of each sentence say together."""
        sums = [0] * len(parsed.sentences)
        for (sentence, *_), said in zip(words.ranges, words.sums(self._table), strict=True):
            sums[sentence] += said
        firsts = [first for first, _ in parsed.sentences]
        seen: set[str] = set()
        for cue, first, _ in _hits_beside(parsed):
            if cue not in seen:
                seen.add(cue)
                sums[bisect_right(firsts, first) - 1] += self._row_of(cue)
        own: defaultdict[int, list[tuple[Kinds, Place]]] = defaultdict(list)
        for kinds, first, last in harmless_words(parsed):
            sentence = bisect_right(firsts, first) - 1
            sums[sentence] -= self._said_of(kinds - _GRAVEST, sums[sentence])
            if grave := kinds & _GRAVEST:
                own[sentence].append((grave, (parsed.tokens.spans[first][0], parsed.tokens.spans[last - 1][1])))
        for sentence, ranges in own.items():
            sums[sentence] -= self._said_in(ranges, words.within(sentence))
        return sums

    def _row_of(self, cue: str) -> int:
        """Return what a cue or field says, 0 where the table does not have it."""
        row = self._cues.get(cue)
        if row is None:
            row = self._cues[cue] = self._table.packed([_CUE + cue])[0]
        return row

    def _said_in(self, ranges: Sequence[tuple[Kinds, Place]], words: Mapping[str, Place]) -> int:
        """Return what words that stand in ranges say of the kinds that are taken back there, as a row."""
        said = 0
        for row, (start, end) in zip(self._table.packed(words), words.values(), strict=True):
            kinds = frozenset[AlertKind]().union(
                *[each for each, (first, last) in ranges if start < last and first < end]
            )
            if row and kinds:
                said += self._said_of(kinds, row)
        return said

    def _said_of(self, kinds: Kinds, row: int) -> int:
        """Return what of a row is said of some kinds, as a row."""
        packing = self._table.packing
        said = zip(LEARNED, packing.numbers(row)[self._table.columns[ALERT]], strict=True)
        return packing.packed(round(number * packing.unit) if kind in kinds else 0 for kind, number in said)

    def _of(self, row: int, column: int) -> float:
        return self._table.packing.number(row, column)

    def _named(self, said: Iterable[Mapping[str, Place]], column: int) -> Place:
        """Return the place of what says most for a kind in a sentence, from the first to the last of it."""
        speaking = [
            (self._of(row, column), place)
            for words in said
            for row, place in zip(self._table.packed(words), words.values(), strict=True)
            if row
        ]
        chosen = [place for weight, place in sorted(speaking, key=lambda each: -each[0])[:_NAMED] if weight > 0]
        return min(start for start, _ in chosen), max(end for _, end in chosen)


def _answered(kinds: Iterable[AlertKind]) -> Kinds:
    """Return the kinds that phrases have found, and those that words add nothing about beside them."""
    told = frozenset(kinds)
    return told | {"leaving"} if told & _THREATS else told


@cache
def shipped_words() -> AlertWords:
    """Return what finds alerts by the words that tonekit ships."""
    return AlertWords(shipped_table())


def beside_words(parsed: Parsed) -> dict[str, Place]:
    """Return the entries of cues and fields, each with the place where it stands first."""
    spans = parsed.tokens.spans
    found: dict[str, Place] = {}
    for cue, first, last in _hits_beside(parsed):
        found.setdefault(_CUE + cue, (spans[first][0], spans[last - 1][1]))
    return found


def _hits_beside(parsed: Parsed) -> list[PhraseHit]:
    return [*parsed.hits, *parsed.fields, *[hit for hit in parsed.alerts if hit[0] == _DELICATE]]


def are_few(parsed: Parsed) -> list[bool]:
    """Return whether each two neighbouring sentences, or the only one, hold no more than `FEW_WORDS`."""
    lengths = [last - first for first, last in parsed.sentences]
    near = [one + other for one, other in pairwise(lengths)] or lengths
    return [length <= FEW_WORDS for length in near]


def sentences_of(parsed: Parsed, places: Iterable[Place]) -> list[int]:
    """Return the numbers of the sentences that places stand in."""
    starts = _starts(parsed)
    return [_sentence_of(place, starts) for place in places]


def _sentence_of(place: Place, starts: Sequence[int]) -> int:
    return bisect_right(starts, place[0]) - 1


def _starts(parsed: Parsed) -> list[int]:
    spans = parsed.tokens.spans
    return [spans[first][0] for first, _ in parsed.sentences]


def _strongest(sums: Sequence[float]) -> int:
    """Return which sentence of the two neighbouring ones with the highest sum says more."""
    together = [one + other for one, other in pairwise(sums)] or [sums[0]]
    first = together.index(max(together))
    return max(range(first, min(first + 2, len(sums))), key=sums.__getitem__)
