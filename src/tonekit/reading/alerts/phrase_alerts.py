"""Alerts: words that call for a person, out of the hits of their own phrases and of cues that say the same."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import cast, get_args

from ...deferred import unchecked
from ...stated_facts import Alert, AlertKind, Facts, Placed, Span
from ..parsing import Parsed
from ..phrases.families import FamilyHit, Meeting
from ..phrases.finder import ALERT_SIGN, PhraseHit
from ..phrases.overlaps import in_order
from ..sentences import Range
from .overruled import without_overruled

_KINDS: Mapping[str, AlertKind] = {
    **{f"{ALERT_SIGN}alert.{kind}": cast(AlertKind, kind) for kind in get_args(AlertKind)},
    "threat.legal": "legal",
    "threat.regulator": "regulator",
    "threat.leave": "leaving",
}
_NAMED: frozenset[AlertKind] = frozenset({"legal", "regulator"})
"""Kinds whose phrases name who is turned to; words that met around them only add where a sentence begins or ends."""
_SHORT = 4
"""Tokens that say of a matter what is done: "going to the ombudsman"."""
_HARMLESS = f"{ALERT_SIGN}alert.harmless"
_DELICATE = f"{ALERT_SIGN}alert.delicate"
MOST_DELICATE = 10
"""Delicate words that are told; one is enough to hold a message back."""
_MOST_OF_A_KIND = 20
"""Alerts of one kind that are told: a person looks after the first, and a wall of words must not fill a result."""
_REACH = 25
"""Tokens that words may take to count together: a long clause; sentences of people who use no full stops are longer."""


def find_alerts(parsed: Parsed, locate: Callable[[int, int], Span]) -> tuple[Alert, ...]:
    """Return the alerts of a parsed text in order; of one kind the first of those that overlap, and no endless row."""
    whole, met = _without_harmless(parsed)
    if not whole and not met:
        return ()
    spans = parsed.tokens.spans
    alerts: list[Alert] = []
    ends: dict[AlertKind, int] = {}
    told: Counter[AlertKind] = Counter()
    for cue, first, last in sorted((*whole, *met), key=in_order):
        kind = _KINDS[cue]
        if first >= ends.get(kind, 0) and told[kind] < _MOST_OF_A_KIND:
            ends[kind] = last
            told[kind] += 1
            begin, end = _named(whole, kind, first, last) if kind in _NAMED else (first, last)
            span = locate(spans[begin][0], spans[end - 1][1])
            alerts.append(unchecked(Alert, {**span.__dict__, "place": "text", "kind": kind}))
    return without_overruled(alerts)


def find_delicate(parsed: Parsed, locate: Callable[[int, int], Span]) -> tuple[Placed, ...]:
    """Return the first words of a parsed text that often stand in delicate matters."""
    if not parsed.alerts and not parsed.families:
        return ()
    spans = parsed.tokens.spans
    hits = [hit for hit in parsed.alerts if hit[0] == _DELICATE]
    hits += [_as_hit(cue, words) for cue, words in _meetings(parsed, _words_of(parsed, {_DELICATE}))]
    hits = sorted(hits, key=in_order)[:MOST_DELICATE]
    words = [locate(spans[first][0], spans[last - 1][1]) for _, first, last in hits]
    return tuple([unchecked(Placed, {**span.__dict__, "place": "text"}) for span in words])


def with_alerts(facts: Facts, more: Iterable[Alert]) -> Facts:
    """Return the facts with further alerts, none twice: those of the subject first, in the order of the text."""
    found = tuple(more)
    if not found:
        return facts
    known = set(facts.alerts)
    every = known.union(found)
    if every == known:
        return facts
    ordered = sorted(every, key=lambda alert: (alert.place == "text", alert.start, alert.end, alert.kind))
    return facts.model_copy(update={"alerts": without_overruled(ordered)})


def _named(whole: Iterable[PhraseHit], kind: AlertKind, first: int, last: int) -> Range:
    """Return the longest phrase of a kind inside a range, or the range where that is short and ends with the phrase."""
    inside = [hit for hit in whole if _KINDS[hit[0]] == kind and first <= hit[1] and hit[2] <= last]
    _, begin, end = max(inside, key=lambda hit: hit[2] - hit[1], default=("", first, last))
    return (first, last) if end == last and last - first <= _SHORT else (begin, end)


def _without_harmless(parsed: Parsed) -> tuple[list[PhraseHit], list[PhraseHit]]:
    """Return the phrases, and the words that meet, that stand for an alert and share none with what takes it back."""
    found = [hit for hit in parsed.alerts if hit[0] in _KINDS]
    found += [hit for hit in parsed.hits if hit[0] in _KINDS]
    words = _words_of(parsed, _KINDS)
    if not found and not words:
        return found, []
    counts = _beside_harmless(parsed)
    kept = [hit for hit in found if counts(hit[1], hit[2])]
    met = _meetings(parsed, [word for word in words if counts(word[2], word[3])])
    return kept, [_as_hit(*each) for each in met]


def without_harmless_threats(parsed: Parsed) -> list[PhraseHit]:
    """Return the cues without the threats that are none: a lawyer who buys carpets speaks for no anger either."""
    if _KINDS.keys().isdisjoint([hit[0] for hit in parsed.hits]):
        return parsed.hits
    counts = _beside_harmless(parsed)
    return [hit for hit in parsed.hits if hit[0] not in _KINDS or counts(hit[1], hit[2])]


def _beside_harmless(parsed: Parsed) -> Callable[[int, int], bool]:
    """Return what tells whether a range shares no word with those that take an alert back."""
    harmless = sorted(harmless_words(parsed))
    starts = [first for first, _ in harmless]
    ends = list(accumulate((last for _, last in harmless), max))

    def counts(first: int, last: int) -> bool:
        before = bisect_right(starts, last - 1)
        return not before or ends[before - 1] <= first

    return counts


def harmless_words(parsed: Parsed) -> Iterator[Range]:
    """Yield the words that take an alert back; of families that do so together, the words themselves."""
    yield from ((first, last) for cue, first, last in parsed.alerts if cue == _HARMLESS)
    for _, words in _meetings(parsed, _words_of(parsed, {_HARMLESS})):
        yield from words


def _words_of(parsed: Parsed, cues: Container[str]) -> list[FamilyHit]:
    """Return the words of families that are hits of `cues` together."""
    return [hit for hit in parsed.families if hit[0].cue in cues]


def _as_hit(cue: str, words: Sequence[Range]) -> PhraseHit:
    return cue, min(first for first, _ in words), max(last for _, last in words)


def _meetings(parsed: Parsed, hits: Iterable[FamilyHit]) -> Iterator[tuple[str, list[Range]]]:
    """Yield cue and words of each group that has a word of every family near the others in one sentence.

    A group that may do so in two neighbouring sentences of a paragraph is looked at from the first of the two.
    """
    ordered = sorted(hits, key=lambda hit: (hit[2], -hit[3], hit[1]))
    if not ordered:
        return
    starts = [first for first, _ in parsed.sentences]
    met: dict[tuple[int, Meeting], dict[int, Range]] = {}
    silent = _silenced(ordered, starts)
    for group, place, first, last in ordered:
        sentence = bisect_right(starts, first) - 1
        if (sentence, group) in silent:
            continue
        behind_another = group.neighbours and starts[sentence] not in parsed.openings
        for seen_from in (sentence - 1, sentence) if behind_another else (sentence,):
            words = met.setdefault((seen_from, group), {})
            words[place] = (first, last)
            if len(words) == group.families:
                _, begin, end = _as_hit(group.cue, every := list(words.values()))
                if end - begin <= _REACH:
                    yield group.cue, every


def _silenced(hits: Iterable[FamilyHit], starts: Sequence[int]) -> set[tuple[int, Meeting]]:
    """Return in which sentences groups mean nothing: those with a word that takes them back, and those beside it."""
    places = [(bisect_right(starts, first) - 1, group) for group, place, first, _ in hits if place == group.families]
    return {(sentence + step, group) for sentence, group in places for step in (-1, 0, 1)}
