"""What stands beside the sender's own text is looked through for what calls for a person, and read for nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ...analysis import LanguageVerdict, ZoneKind
from ...models.deferred import unchecked
from ...stated_facts import Alert, Facts, Placed, Span
from ...subject_line import answers
from ..facts.typed_facts import relocate
from ..language_reading import LanguageReading
from ..normalising import normalise
from ..notes import MOST_CHARACTERS
from ..seen import Seen
from ..words.said import said_words
from ..zones.blanking import only_zones
from ..zones.furniture import words_of
from ..zones.lines import lowered
from .alert_words import shipped_words
from .injection import InjectionFinder
from .phrase_alerts import MOST_DELICATE, find_alerts, find_delicate, with_alerts

FORWARDED = frozenset[ZoneKind]({"forwarded"})


def with_calls_beside(
    seen: Seen,
    subject: str,
    readings: Callable[[str, LanguageVerdict], list[LanguageReading]],
    injection: InjectionFinder,
) -> Facts:
    """Return the facts of a message, with what calls for a person in its subject and in the mail that it passes on.

    Args:
        seen: what was found in the message.
        subject: its subject lines.
        readings: returns the tools of the languages that a text beside a message may be in.
        injection: finds orders to a model.
    """
    facts = seen.facts()
    if subject := subject[:MOST_CHARACTERS]:
        facts = _with_calls(facts, calls_in_subject(subject, readings(subject, seen.language), injection))
    if seen.forwards:
        text = only_zones(seen.normal.text, seen.zones, FORWARDED)
        facts = _with_calls(facts, relocate(calls_in(text, readings(text, seen.language)), seen.span))
    return facts


def calls_in(text: str, readings: Iterable[LanguageReading]) -> Facts:
    """Return the facts of a text that are alerts or delicate words, with offsets of that text.

    Args:
        text: normal text.
        readings: the tools of the languages that it may be in.
    """

    def locate(start: int, end: int) -> Span:
        return unchecked(Span, {"text": text[start:end], "start": start, "end": end})

    alerts: list[Alert] = []
    delicate: dict[Placed, None] = {}
    for reading in readings:
        parsed = reading.parser.parse(text)
        alerts += (found := find_alerts(parsed, locate))
        delicate |= dict.fromkeys(find_delicate(parsed, locate))
        if reading.address:
            alerts += shipped_words().find(parsed, said_words(parsed, reading.forms), text, known=found)
    return with_alerts(Facts(delicate=tuple(delicate)), alerts)


def calls_in_subject(subject: str, readings: Iterable[LanguageReading], injection: InjectionFinder) -> Facts:
    """Return the facts of subject lines that are alerts or delicate words, with offsets of those lines.

    `Re:` repeats the words of an earlier mail, the company's own perhaps: what calls for a person there is delicate.

    Args:
        subject: one or more lines.
        readings: the tools of the languages that it may be in.
        injection: finds orders to a model, which reads every subject.
    """
    normal = normalise(subject)

    def locate(start: int, end: int) -> Span:
        first, last = normal.original_span(start, end)
        return Placed(text=subject[first:last], start=first, end=last, place="subject")

    found = relocate(calls_in(normal.text, readings), locate)
    own = [alert for alert in found.alerts if not _repeated(subject, alert)]
    repeated = [as_delicate(alert) for alert in found.alerts if _repeated(subject, alert)]
    orders = [
        alert.model_copy(update={"place": "subject"})
        for alert in injection.find(normal, words_of(lowered(normal.text)), locate)
    ]
    return with_alerts(Facts(delicate=(*repeated, *found.delicate)), (*own, *orders))


def _with_calls(facts: Facts, more: Facts) -> Facts:
    if not more.alerts and not more.delicate:
        return facts
    delicate = dict.fromkeys((*facts.delicate, *more.delicate))
    return with_alerts(facts.model_copy(update={"delicate": tuple(delicate)[:MOST_DELICATE]}), more.alerts)


def _repeated(subject: str, alert: Alert) -> bool:
    line = subject.rfind("\n", 0, alert.start) + 1
    return answers(subject[line : alert.end])


def as_delicate(alert: Alert) -> Placed:
    """Return the words of an alert as delicate ones: they hold a reply back, and call for nobody."""
    fields: dict[str, Any] = {name: getattr(alert, name) for name in Placed.model_fields}
    return unchecked(Placed, fields)
