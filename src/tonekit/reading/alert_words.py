"""Alerts that no phrase has found: what words say together, learned from messages written for tonekit.

Phrases find a matter in words that somebody has thought of. Here every word, stem, pair, cue and field of two
neighbouring sentences adds its weight for each kind of alert; where the sum is above 0, the matter is likely enough
that a person should look. The base that every message has is set so that of ordinary mail one message in two
thousand gives an alert of a kind. Words that take an alert back silence their sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from operator import add
from pathlib import Path
from typing import get_args

from ..deferred import unchecked
from ..stated_facts import Alert, AlertKind
from .alerts import harmless_words
from .head_file import BIAS
from .parsing import Parsed
from .phrase_finder import ALERT_SIGN
from .word_table import NEXT, Place, WordTable

ALERT_WORDS = Path(__file__).with_name("alert_words.tsv")
ALERT = "alert"
_LEFT_TO_PHRASES = frozenset({"abuse", "person", "leaving", "second_contact", "third_contact"})
"""Kinds that are no harm when they are missed: words found few of them, and as many that were none."""
LEARNED = tuple(kind for kind in get_args(AlertKind) if kind not in _LEFT_TO_PHRASES)
"""The kinds that words tell, in the order of the columns."""
_SAID_OTHERWISE = frozenset({f"{ALERT_SIGN}alert.delicate", f"{ALERT_SIGN}alert.harmless"})
_CUE = "=" + NEXT
"""Stands before a cue or a field among the words; what holds a blank has no stem."""
BASE = _CUE + BIAS
"""The entry that every message has."""
_NAMED = 3
"""Words that an alert names at most: those that say most."""


_Weights = tuple[tuple[int, float], ...]
"""Column and weight, where there is one: most entries speak for one kind or two."""
_Said = tuple[int, Place, _Weights]
"""Number of the sentence, place there, and what is said."""


class AlertWords:
    """Finds alerts by words. Safe to share between threads.

    Args:
        table: what words say; its columns are the kinds of `LEARNED`.

    Raises:
        DataFileError: the table is not valid.
    """

    def __init__(self, table: WordTable) -> None:
        self._table = table
        # Filled as entries are met; no larger than the table.
        self._weights: dict[str, _Weights] = {}
        base = dict(table.rows_of([BASE])).get(BASE, (0.0,) * len(LEARNED))
        # What the words of two sentences have to say together, by column; never less than nothing.
        self._least = [max(0.0, -each) for each in base]

    def find(self, parsed: Parsed, words: Mapping[str, Place], text: str, *, known: Iterable[Alert]) -> Iterator[Alert]:
        """Yield an alert of each kind that two neighbouring sentences speak of together, where they say most.

        Args:
            parsed: the text in tokens.
            words: its words, stems and pairs, each with the place where it stands first.
            text: the text.
            known: alerts that phrases have found; their kinds are not looked for.
        """
        there, starts = self._table.there, _starts(parsed)
        sums = [[0.0] * len(LEARNED) for _ in starts]
        found: list[_Said] = []
        for entry, place in chain(words.items(), beside_words(parsed).items()):
            if entry in there:
                weights = self._weights.get(entry) or self._of(entry)
                number = bisect_right(starts, place[0]) - 1
                found.append((number, place, weights))
                own = sums[number]
                for column, weight in weights:
                    own[column] += weight
        for first, _ in harmless_words(parsed):
            sums[bisect_right(starts, parsed.tokens.spans[first][0]) - 1] = [0.0] * len(LEARNED)
        told = {alert.kind for alert in known}
        for column in self._passing(sums):
            if LEARNED[column] not in told:
                best = _strongest([sentence[column] for sentence in sums])
                start, end = _named([each for each in found if each[0] == best], column)
                fields = {"text": text[start:end], "start": start, "end": end, "kind": LEARNED[column]}
                yield unchecked(Alert, fields)

    def _passing(self, sums: Sequence[Sequence[float]]) -> list[int]:
        """Return the columns in which two neighbouring sentences, or the only one, say enough."""
        near = [list(map(add, one, other)) for one, other in pairwise(sums)] or sums
        highest = map(max, zip(*near, strict=True))
        return [column for column, (most, least) in enumerate(zip(highest, self._least, strict=False)) if most > least]

    def _of(self, entry: str) -> _Weights:
        row = self._table.rows_of((entry,))[0][1]
        weights = self._weights[entry] = tuple([each for each in enumerate(row) if each[1]])
        return weights


@cache
def shipped_words() -> AlertWords:
    """Return what finds alerts by the words that tonekit ships."""
    return AlertWords(WordTable(ALERT_WORDS, {ALERT: LEARNED}))


def beside_words(parsed: Parsed) -> dict[str, Place]:
    """Return the entries of cues and fields, each with the place where it stands first."""
    spans = parsed.tokens.spans
    found: dict[str, Place] = {}
    beside = (hit for hit in parsed.alerts if hit[0] in _SAID_OTHERWISE)
    for cue, first, last in chain(parsed.hits, parsed.fields, beside):
        found.setdefault(_CUE + cue, (spans[first][0], spans[last - 1][1]))
    return found


def sentences_of(parsed: Parsed, places: Iterable[Place]) -> list[int]:
    """Return the numbers of the sentences that places stand in."""
    starts = _starts(parsed)
    return [bisect_right(starts, start) - 1 for start, _ in places]


def _starts(parsed: Parsed) -> list[int]:
    spans = parsed.tokens.spans
    return [spans[first][0] for first, _ in parsed.sentences]


def _strongest(sums: Sequence[float]) -> int:
    """Return which sentence of the two neighbouring ones with the highest sum says more."""
    together = [one + other for one, other in pairwise(sums)] or [sums[0]]
    first = together.index(max(together))
    return max(range(first, min(first + 2, len(sums))), key=sums.__getitem__)


def _named(said: Sequence[_Said], column: int) -> Place:
    """Return the place of the words of a sentence that say most for a kind, from the first to the last of them."""
    speaking = [(dict(weights).get(column, 0.0), place) for _, place, weights in said]
    chosen = [place for weight, place in sorted(speaking, key=lambda each: -each[0])[:_NAMED] if weight > 0]
    return min(start for start, _ in chosen), max(end for _, end in chosen)
