"""Alerts: words that call for a person, out of the hits of their own phrases and of cues that say the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import cast, get_args

from ..analysis import Alert, AlertKind, Facts, Span
from .gapped import PhraseHit
from .parsing import Parsed

_KINDS: Mapping[str, AlertKind] = {
    **{f"=alert.{kind}": cast(AlertKind, kind) for kind in get_args(AlertKind)},
    "threat.legal": "legal",
    "threat.regulator": "regulator",
    "threat.leave": "leaving",
}
_HARMLESS = "=alert.harmless"


def find_alerts(parsed: Parsed, locate: Callable[[int, int], Span]) -> tuple[Alert, ...]:
    """Return the alerts of a parsed text in order; of one kind the first of those that overlap."""
    tokens = parsed.tokens
    alerts: list[Alert] = []
    ends: dict[AlertKind, int] = {}
    for hit in _without_harmless(parsed):
        kind = _KINDS[hit.cue]
        if hit.first >= ends.get(kind, 0):
            ends[kind] = hit.last
            span = locate(tokens[hit.first].start, tokens[hit.last - 1].end)
            alerts.append(Alert(text=span.text, start=span.start, end=span.end, kind=kind))
    return tuple(alerts)


def with_alerts(facts: Facts, more: Iterable[Alert]) -> Facts:
    """Return the facts with further alerts, in the order of the text, none of them twice."""
    if added := set(more) - set(facts.alerts):
        every = sorted({*facts.alerts, *added}, key=lambda alert: (alert.start, alert.end, alert.kind))
        return facts.model_copy(update={"alerts": tuple(every)})
    return facts


def _without_harmless(parsed: Parsed) -> Iterator[PhraseHit]:
    """Yield the hits that stand for an alert and share no word with a phrase that takes it back."""
    found = sorted((*parsed.words, *parsed.hits), key=lambda hit: (hit.first, -hit.last, hit.cue))
    harmless = [hit for hit in found if hit.cue == _HARMLESS]
    starts = [hit.first for hit in harmless]
    ends = list(accumulate((hit.last for hit in harmless), max))
    for hit in found:
        if hit.cue in _KINDS:
            before = bisect_right(starts, hit.last - 1)
            if not before or ends[before - 1] <= hit.first:
                yield hit
