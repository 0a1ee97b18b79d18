"""Alerts: words that call for a person, out of the hits of their own phrases and of cues that say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import cast, get_args

from ...models.deferred import unchecked
from ...stated_facts import Alert, AlertKind, Facts, Placed, Span
from ..parsing import Parsed
from ..phrases.finder import ALERT_SIGN, PhraseHit
from ..phrases.overlaps import in_order
from ..sentences import Range
from .meetings import as_hit, meetings, words_of
from .overruled import without_overruled
from .taken_back import not_taken_back

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
_DELICATE = f"{ALERT_SIGN}alert.delicate"
MOST_DELICATE = 10
"""Delicate words that are told; one is enough to hold a message back."""
_MOST_OF_A_KIND = 20
"""Alerts of one kind that are told: a person looks after the first, and a wall of words must not fill a result."""


def find_alerts(parsed: Parsed, locate: Callable[[int, int], Span]) -> tuple[Alert, ...]:
    """Return the alerts of a parsed text in order; of one kind the first of those that overlap, and no endless row."""
    whole, met = _calling(parsed)
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
    hits += [as_hit(cue, words) for cue, words in meetings(parsed, words_of(parsed, {_DELICATE}))]
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


def _calling(parsed: Parsed) -> tuple[list[PhraseHit], list[PhraseHit]]:
    """Return the phrases, and the words that meet, that stand for an alert and share none with what takes it back."""
    found = [hit for hit in parsed.alerts if hit[0] in _KINDS]
    found += [hit for hit in parsed.hits if hit[0] in _KINDS]
    words = words_of(parsed, _KINDS)
    if not found and not words:
        return found, []
    counts = not_taken_back(parsed)
    kept = [hit for hit in found if counts(_KINDS[hit[0]], hit[1], hit[2])]
    met = meetings(parsed, [word for word in words if counts(_KINDS[word[0].cue], word[2], word[3])])
    return kept, [as_hit(*each) for each in met]


def without_harmless_threats(parsed: Parsed) -> list[PhraseHit]:
    """Return the cues without the threats that are none: a lawyer who buys carpets speaks for no anger either."""
    if _KINDS.keys().isdisjoint([hit[0] for hit in parsed.hits]):
        return parsed.hits
    counts = not_taken_back(parsed)
    return [hit for hit in parsed.hits if hit[0] not in _KINDS or counts(_KINDS[hit[0]], hit[1], hit[2])]
