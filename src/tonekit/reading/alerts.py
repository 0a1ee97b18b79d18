"""Alerts: words that call for a person, out of the hits of their own phrases and of cues that say the same."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import cast, get_args

from ..deferred import unchecked
from ..stated_facts import Alert, AlertKind, Facts, Span
from .overlaps import in_order
from .parsing import Parsed
from .phrase_finder import ALERT_SIGN, PhraseHit

_KINDS: Mapping[str, AlertKind] = {
    **{f"{ALERT_SIGN}alert.{kind}": cast(AlertKind, kind) for kind in get_args(AlertKind)},
    "threat.legal": "legal",
    "threat.regulator": "regulator",
    "threat.leave": "leaving",
}
_HARMLESS = f"{ALERT_SIGN}alert.harmless"
_DELICATE = f"{ALERT_SIGN}alert.delicate"
_MOST_DELICATE = 10
_MOST_OF_A_KIND = 20
"""Alerts of one kind that are told: a person looks after the first, and a wall of words must not fill a result."""
_REACH = 25
"""Tokens that words may take to count together: a long clause; sentences of people who use no full stops are longer."""
TOGETHER = "&"
"""In the key of words that are an alert only together: `!alert.erasure&7/2/0`, part 0 of the 2 parts of group 7."""


def find_alerts(parsed: Parsed, locate: Callable[[int, int], Span]) -> tuple[Alert, ...]:
    """Return the alerts of a parsed text in order; of one kind the first of those that overlap, and no endless row."""
    spans = parsed.tokens.spans
    alerts: list[Alert] = []
    ends: dict[AlertKind, int] = {}
    told: Counter[AlertKind] = Counter()
    for cue, first, last in _without_harmless(parsed):
        kind = _KINDS[cue]
        if first >= ends.get(kind, 0) and told[kind] < _MOST_OF_A_KIND:
            ends[kind] = last
            told[kind] += 1
            span = locate(spans[first][0], spans[last - 1][1])
            alerts.append(unchecked(Alert, {**span.__dict__, "kind": kind}))
    return tuple(alerts)


def find_delicate(parsed: Parsed, locate: Callable[[int, int], Span]) -> tuple[Span, ...]:
    """Return the first words of a parsed text that often stand in delicate matters."""
    spans = parsed.tokens.spans
    hits = sorted((hit for hit in parsed.alerts if hit[0] == _DELICATE), key=in_order)[:_MOST_DELICATE]
    return tuple(locate(spans[first][0], spans[last - 1][1]) for _, first, last in hits)


def with_alerts(facts: Facts, more: Iterable[Alert]) -> Facts:
    """Return the facts with further alerts, in the order of the text, none of them twice."""
    found = tuple(more)
    if not found:
        return facts
    known = set(facts.alerts)
    every = known.union(found)
    if every == known:
        return facts
    ordered = sorted(every, key=lambda alert: (alert.start, alert.end, alert.kind))
    return facts.model_copy(update={"alerts": tuple(ordered)})


def _without_harmless(parsed: Parsed) -> list[PhraseHit]:
    """Return the hits that stand for an alert and share no word with a phrase that takes it back, in order."""
    complete = _complete({hit[0] for hit in parsed.alerts})
    found = [hit for hit in parsed.alerts if hit[0] in _KINDS or hit[0] in complete]
    found += [hit for hit in parsed.hits if hit[0] in _KINDS]
    if not found:
        return found
    harmless = sorted((hit for hit in parsed.alerts if hit[0] == _HARMLESS), key=in_order)
    starts = [first for _, first, _ in harmless]
    ends = list(accumulate((last for _, _, last in harmless), max))
    kept = [hit for hit in found if not (before := bisect_right(starts, hit[2] - 1)) or ends[before - 1] <= hit[1]]
    alone = [hit for hit in kept if TOGETHER not in hit[0]]
    return sorted((*alone, *_together(kept, parsed.sentences)), key=in_order)


def _complete(cues: AbstractSet[str]) -> set[str]:
    """Return those of the cues that count together and are all there; of most, one stands alone in its text."""
    there: dict[str, list[str]] = {}
    for cue in cues:
        if TOGETHER in cue:
            there.setdefault(cue.rpartition("/")[0], []).append(cue)
    return {cue for group, parts in there.items() if len(parts) == int(group.rpartition("/")[2]) for cue in parts}


def _together(hits: Iterable[PhraseHit], sentences: Sequence[tuple[int, int]]) -> Iterator[PhraseHit]:
    """Yield, from the first of its words to the last, each group that has a word of every part near in one sentence."""
    starts = [first for first, _ in sentences]
    groups: dict[tuple[int, str], dict[str, PhraseHit]] = {}
    for hit in sorted(hits, key=in_order):
        group, _, place = hit[0].rpartition("/")
        if TOGETHER not in group:
            continue
        parts = groups.setdefault((bisect_right(starts, hit[1]), group), {})
        parts[place] = hit
        if len(parts) == int(group.rpartition("/")[2]):
            first, last = min(part[1] for part in parts.values()), max(part[2] for part in parts.values())
            if last - first <= _REACH:
                yield group.partition(TOGETHER)[0], first, last
