"""What holds a reply back though it may not be the sender's: in another language, in quotes, code and footers.

Most of what stands there was answered long ago, or was never meant, so that nothing is escalated for it. But answers
stand between quoted lines and below their header, prose between fences, a wish below a rule: the form does not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...analysis import LanguageVerdict, ZoneKind
from ...stated_facts import Alert, AlertKind, Facts, Placed
from ..facts.typed_facts import relocate
from ..language_reading import LanguageReading
from ..seen import Seen
from ..zones.blanking import only_spans, only_zones
from .beside import as_delicate, calls_in
from .phrase_alerts import MOST_DELICATE

_BESIDE: tuple[ZoneKind, ...] = ("quote", "code", "footer")
GRAVEST: frozenset[AlertKind] = frozenset({"self_harm", "safety", "legal", "erasure"})
"""Kinds that are heard beside the sender's own words. Long quotes are ordinary: of 15,777 messages of
benchmarks/messages, each taken for a quoted mail, 441 hold one of these and would be held, of our replies none; with
stopped work, which is mostly mended when it is quoted, it were 1,397."""


def with_calls_held(
    facts: Facts,
    seen: Seen,
    readings: Callable[[str, LanguageVerdict], list[LanguageReading]],
    of: Callable[[str], LanguageReading],
) -> Facts:
    """Return the facts of a message with further delicate words: what would call for a person if it were the sender's.

    Args:
        facts: what was found so far.
        seen: what was found in the message.
        readings: returns the tools of the languages that a text beside a message may be in.
        of: returns the tools of a language.
    """
    found = dict.fromkeys([*facts.delicate, *_in_switches(seen, of), *_in_zones(seen, readings)])
    if len(found) == len(facts.delicate):
        return facts
    return facts.model_copy(update={"delicate": tuple(found)[:MOST_DELICATE]})


def _in_switches(seen: Seen, of: Callable[[str], LanguageReading]) -> Iterator[Placed]:
    """Yield what calls for a person where the sender switches to another language; few words are but a guess at it."""
    for code in dict.fromkeys(switch.code for switch in seen.switches):
        spans = [(switch.start, switch.end) for switch in seen.switches if switch.code == code]
        for alert in _alerts(seen, only_spans(seen.normal.text, spans), [of(code)]):
            yield as_delicate(alert)


def _in_zones(seen: Seen, readings: Callable[[str, LanguageVerdict], list[LanguageReading]]) -> Iterator[Placed]:
    """Yield what is gravest in quoted mail, code and footers, which may be told wrongly by their form."""
    kinds = {zone.kind for zone in seen.zones}
    for kind in _BESIDE:
        if kind in kinds:
            text = only_zones(seen.normal.text, seen.zones, frozenset({kind}))
            for alert in _alerts(seen, text, readings(text, seen.language)):
                if alert.kind in GRAVEST:
                    yield as_delicate(alert)


def _alerts(seen: Seen, text: str, readings: Iterable[LanguageReading]) -> tuple[Alert, ...]:
    return relocate(calls_in(text, readings), seen.span).alerts
