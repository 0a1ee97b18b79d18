"""Alerts: words that call for a person, out of the hits of their own phrases and of cues that say the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from typing import cast, get_args

from ..analysis import Alert, AlertKind, Facts, Span
from .overlaps import in_order
from .parsing import Parsed
from .phrase_finder import PhraseHit

_KINDS: Mapping[str, AlertKind] = {
    **{f"=alert.{kind}": cast(AlertKind, kind) for kind in get_args(AlertKind)},
    "threat.legal": "legal",
    "threat.regulator": "regulator",
    "threat.leave": "leaving",
}
_HARMLESS = "=alert.harmless"


def find_alerts(parsed: Parsed, locate: Callable[[int, int], Span]) -> tuple[Alert, ...]:
    """Return the alerts of a parsed text in order; of one kind the first of those that overlap."""
    spans = parsed.tokens.spans
    alerts: list[Alert] = []
    ends: dict[AlertKind, int] = {}
    for cue, first, last in _without_harmless(parsed):
        kind = _KINDS[cue]
        if first >= ends.get(kind, 0):
            ends[kind] = last
            span = locate(spans[first][0], spans[last - 1][1])
            alerts.append(Alert(text=span.text, start=span.start, end=span.end, kind=kind))
    return tuple(alerts)


def with_alerts(facts: Facts, more: Iterable[Alert]) -> Facts:
    """Return the facts with further alerts, in the order of the text, none of them twice."""
    added = [each for each in more if each not in facts.alerts]
    if not added:
        return facts
    every = sorted({*facts.alerts, *added}, key=lambda alert: (alert.start, alert.end, alert.kind))
    return facts.model_copy(update={"alerts": tuple(every)})


def _without_harmless(parsed: Parsed) -> list[PhraseHit]:
    """Return the hits that stand for an alert and share no word with a phrase that takes it back, in order."""
    found = [hit for hit in (*parsed.words, *parsed.hits) if hit[0] in _KINDS]
    if not found:
        return found
    harmless = sorted((hit for hit in (*parsed.words, *parsed.hits) if hit[0] == _HARMLESS), key=in_order)
    starts = [first for _, first, _ in harmless]
    ends = list(accumulate((last for _, _, last in harmless), max))
    return sorted(
        (hit for hit in found if not (before := bisect_right(starts, hit[2] - 1)) or ends[before - 1] <= hit[1]),
        key=in_order,
    )
