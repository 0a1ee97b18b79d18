"""Alerts that no phrase has found: what words say together, learned from messages written for tonekit.

Phrases find a matter in words that somebody has thought of. Here every word, stem, pair, cue and field of two
neighbouring sentences adds its weight for each kind of alert; where the sum is above 0, the matter is likely enough
that a person should look. The base that every message has is set so that of ordinary mail one message in a
thousand gives an alert of a kind. Words that take an alert back silence their sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

from ..deferred import unchecked
from ..stated_facts import Alert, AlertKind
from .alerts import harmless_words
from .head_file import BIAS
from .parsing import Parsed
from .phrase_finder import ALERT_SIGN
from .word_table import NEXT, Place, Row, WordTable

ALERT_WORDS = Path(__file__).with_name("alert_words.tsv")
ALERT = "alert"
LEARNED = tuple(kind for kind in get_args(AlertKind) if not kind.endswith("_contact"))
"""The kinds that words tell, in the order of the columns; contacts are counted, not read off words."""
_SAID_OTHERWISE = frozenset({f"{ALERT_SIGN}alert.delicate", f"{ALERT_SIGN}alert.harmless"})
_CUE = "=" + NEXT
"""Stands before a cue or a field among the words; what holds a blank has no stem."""
BASE = _CUE + BIAS
"""The entry that every message has."""
_NAMED = 3
"""Words that an alert names at most: those that say most."""


_Said = tuple[Place, Row]
"""Where an entry stands, and what it says."""


@cache
def shipped_table() -> WordTable:
    """Return the table that tonekit ships; it is read when a message first needs it."""
    return WordTable(ALERT_WORDS, {ALERT: LEARNED})


def spoken(parsed: Parsed, words: Mapping[str, Place]) -> dict[str, Place]:
    """Return words and pairs, and the cues and fields beside them, each with the place where it stands first."""
    spans = parsed.tokens.spans
    found = dict(words)
    beside = (hit for hit in parsed.alerts if hit[0] in _SAID_OTHERWISE)
    for cue, first, last in (*parsed.hits, *parsed.fields, *beside):
        found.setdefault(_CUE + cue, (spans[first][0], spans[last - 1][1]))
    return found


def sentence_of(parsed: Parsed, place: Place) -> int:
    """Return the number of the sentence that a place stands in."""
    spans = parsed.tokens.spans
    return bisect_right(parsed.sentences, place[0], key=lambda sentence: spans[sentence[0]][0]) - 1


def find_learned(
    parsed: Parsed, words: Mapping[str, Place], text: str, *, known: Iterable[Alert], table: WordTable | None = None
) -> Iterator[Alert]:
    """Yield an alert of each kind that two neighbouring sentences speak of together, where they say most.

    Args:
        parsed: the text in tokens.
        words: its words and pairs, each with the place where it stands first.
        text: the text.
        known: alerts that phrases have found; their kinds are not looked for.
        table: what words say; else the shipped one.
    """
    table = table or shipped_table()
    places = spoken(parsed, words)
    said: list[list[_Said]] = [[] for _ in parsed.sentences]
    for word, row in table.rows_of(places):
        said[sentence_of(parsed, places[word])].append((places[word], row))
    for first, _ in harmless_words(parsed):
        said[sentence_of(parsed, parsed.tokens.spans[first])].clear()
    sums = [_summed(sentence, table.width) for sentence in said]
    base = _summed([((0, 0), row) for _, row in table.rows_of([BASE])], table.width)
    found = {alert.kind for alert in known}
    for column, kind in enumerate(LEARNED):
        best, score = _strongest([each[column] for each in sums])
        if score > 0 and score + base[column] > 0 and kind not in found:
            start, end = _named(said[best], column)
            yield unchecked(Alert, {"text": text[start:end], "start": start, "end": end, "kind": kind})


def _summed(said: Sequence[_Said], width: int) -> list[float]:
    return list(map(sum, zip(*(row for _, row in said), strict=True))) if said else [0.0] * width


def _strongest(sums: Sequence[float]) -> tuple[int, float]:
    """Return the highest sum of two neighbouring sentences, and which of the two says more."""
    if not sums[1:]:
        return 0, sum(sums)
    score, first = max((one + other, -place) for place, (one, other) in enumerate(pairwise(sums)))
    place = -first
    return (place if sums[place] >= sums[place + 1] else place + 1), score


def _named(said: Sequence[_Said], column: int) -> Place:
    """Return the place of the words of a sentence that say most for a kind, from the first to the last of them."""
    ranked = sorted(said, key=lambda each: -each[1][column])[:_NAMED]
    chosen = [place for place, row in ranked if row[column] > 0] or [place for place, _ in ranked]
    return min(start for start, _ in chosen), max(end for _, end in chosen)
