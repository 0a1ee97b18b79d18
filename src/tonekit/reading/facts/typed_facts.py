"""Typed facts: how often, how long, by when, who, what was tried, which numbers.

Facts are put together from the hits of one sentence: an ordinal before a contact noun, a number before a unit
of time, a limiting word before a date. The words themselves are data of the language packs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any, Literal, cast

from ...models.deferred import unchecked
from ...stated_facts import Alert, Facts, Span, Threat, Waited
from ..alerts.phrase_alerts import find_alerts, find_delicate
from ..parsing import Parsed
from ..phrases.finder import PhraseHit
from ..shapes.shape_finder import ShapeHit
from ..tokens import Tokens
from .amounts import find_amounts
from .fact_sentences import REACH, FactSentence, fact_sentences
from .figures_of_time import names_day_or_hour
from .listed_dates import listed_letters
from .order_numbers import find_order_numbers

Locate = Callable[[int, int], Span]
ThreatKind = Literal["churn", "legal", "regulator", "public", "payment"]

DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_THREATS = {
    "threat.leave": "churn",
    "threat.legal": "legal",
    "threat.regulator": "regulator",
    "threat.public": "public",
    "threat.payment": "payment",
}
_CALLED_THREATS = frozenset({"legal", "regulator"})
_WAITING_CUES = frozenset({"contact.unanswered", "wait.long", "fault.recurring", "promise.broken", "urgent.reminder"})
_WORDS_OF_TIME = frozenset({"=unit", "=since", "=long_wait"})
_WORDS_OF_CONTACT = frozenset({"=contact_noun", "=contacted"})
_PRESSING = frozenset({"urgent.claim", "urgent.now", "urgent.deadline", "blocked", "outage", "=pressing"})
_ERROR_CODE, _REPEATED, _TRIED, _PERSON = "tech.error_code", "contact.repeated", "tried.step", "ask.person"


def find_facts(
    parsed: Parsed, shapes: list[ShapeHit], text: str, words: AbstractSet[str], *, language: str, with_code: str = ""
) -> Facts:
    """Return the typed facts of a parsed text, with offsets of that text.

    Args:
        parsed: tokens, cue phrases and fact words.
        shapes: what was found by form.
        text: the text that was parsed.
        words: its words in lower case, and perhaps others.
        language: decides what `kr` means.
        with_code: the text that shapes were found in, where it is another: a stack trace is not parsed.
    """

    def locate(start: int, end: int) -> Span:
        return unchecked(Span, {"text": text[start:end], "start": start, "end": end})

    kinds = {kind.partition(":")[0] for kind, _, _ in parsed.words}
    cues = {cue for cue, _, _ in parsed.hits}
    counts = not kinds.isdisjoint(_WORDS_OF_CONTACT) or _REPEATED in cues
    waits = not kinds.isdisjoint(_WORDS_OF_TIME) and ("=wait" in kinds or not cues.isdisjoint(_WAITING_CUES))
    limits, orders = "=deadline" in kinds, "=order" in kinds
    # Of most facts a message has not one of the words that they are made of.
    sentences = fact_sentences(parsed) if counts or waits or limits or orders else []
    contact_count, contact = _contact(sentences, parsed, locate) if counts else (None, None)
    alerts = find_alerts(parsed, locate)
    fields: dict[str, Any] = {
        "contact_count": contact_count,
        "contact": contact,
        "waited": _waited(sentences, locate) if waits else None,
        "deadline": _deadline(sentences, locate) if limits else None,
        "pressed": _first_of(parsed, _PRESSING, locate) if not _PRESSING.isdisjoint(cues | kinds) else None,
        "scope": "all" if "scope.all" in cues else "team" if "scope.team" in cues else None,
        "threats": _with_called((*_threats(parsed, locate),) if not cues.isdisjoint(_THREATS) else (), alerts),
        "already_tried": _spans(parsed, _TRIED, locate) if _TRIED in cues else (),
        "amounts": find_amounts(text, locate, language=language, words=words),
        "order_numbers": tuple(find_order_numbers(sentences, locate)) if orders else (),
        "error_codes": tuple([_span_of(with_code or text, hit) for hit in shapes if hit[2] == _ERROR_CODE]),
        "requested_person": _spans(parsed, _PERSON, locate)[0] if _PERSON in cues else None,
        "alerts": alerts,
        "delicate": find_delicate(parsed, locate),
        **dict.fromkeys(("automatic", "courtesy")),
    }
    return unchecked(Facts, fields)


def _span_of(text: str, hit: ShapeHit) -> Span:
    start, end, _ = hit
    return unchecked(Span, {"text": text[start:end], "start": start, "end": end})


def relocate(facts: Facts, locate: Locate) -> Facts:
    """Return the facts with every span moved to where `locate` finds it."""

    def moved(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(moved(item) for item in value)
        if isinstance(value, Span):
            return unchecked(type(value), {**value.__dict__, **locate(value.start, value.end).__dict__})
        return value

    return unchecked(Facts, {name: moved(value) for name, value in facts})


def _contact(sentences: list[FactSentence], parsed: Parsed, locate: Locate) -> tuple[int | None, Span | None]:
    counted = [found for sentence in sentences for found in _counted_contacts(sentence)]
    if counted:
        count, first, last = max(counted, key=lambda item: item[0])
        return count, _span(parsed.tokens, first, last, locate)
    repeated = [hit for sentence in sentences for hit in _repeated_contacts(sentence)]
    return (2, _span(parsed.tokens, *repeated[0][1:], locate)) if repeated else (None, None)


def _counted_contacts(sentence: FactSentence) -> Iterator[tuple[int, int, int]]:
    """Yield count and token range of "third time I write", "called four times", "wrote on the 3rd and 9th of May"."""
    if not sentence.speaks_of_contact:
        return
    for kind in ("ordinal", "number"):
        for value, hit in sentence.words.get(kind, ()):
            noun = sentence.after(hit, "contact_noun", reach=2)
            if noun and int(value) > 1:
                yield int(value), hit[1], noun[1][2]
    if row := listed_letters(sentence):
        yield row


def _repeated_contacts(sentence: FactSentence) -> Iterator[PhraseHit]:
    """Yield the cues of repeated contact; "for the third time" alone may be about a crash."""
    counts = [hit for kind in ("ordinal", "number") for _, hit in sentence.words.get(kind, ())]
    for hit in sentence.cues.get(_REPEATED, ()):
        if sentence.speaks_of_contact or not any(hit[1] <= count[1] < hit[2] for count in counts):
            yield hit


def _waited(sentences: list[FactSentence], locate: Locate) -> Waited | None:
    found = [item for index, _ in enumerate(sentences) if _waits(sentences, index) for item in _times(sentences[index])]
    if not found:
        return None
    tokens = sentences[0].tokens
    days, first, last = max(found, key=lambda item: item[0] or 0.0)
    span = _span(tokens, first, last, locate)
    return unchecked(Waited, {**span.__dict__, "days": days})


def _waits(sentences: list[FactSentence], index: int) -> bool:
    """Return whether the sentence, or its neighbour, speaks of waiting; the time may stand beside it."""
    near = sentences[max(0, index - 1) : index + 2]
    here = sentences[index]
    if here.words.get("wait") or here.mentions(_WAITING_CUES):
        return True
    return bool(here.words.get("since")) and any(each.mentions(_WAITING_CUES) for each in near)


def _times(sentence: FactSentence) -> Iterator[tuple[float | None, int, int]]:
    """Yield days and token range of "two weeks", "for ages", "since Monday"."""
    for value, hit in sentence.words.get("number", ()):
        unit = sentence.after(hit, "unit", reach=2)
        # "Charged twice, two months in a row": nobody waits.
        if unit and (sentence.waits or not sentence.after(unit[1], "row", reach=1)):
            yield int(value) * DAYS[unit[0]], hit[1], unit[1][2]
    yield from ((None, first, last) for _, (_, first, last) in sentence.words.get("long_wait", ()))
    for _, hit in sentence.words.get("since", ()):
        for kind in ("weekday", "month", "day_time"):
            start = sentence.after(hit, kind)
            if start:
                yield None, hit[1], start[1][2]


def _deadline(sentences: list[FactSentence], locate: Locate) -> Span | None:
    for sentence in sentences:
        # A time of day that would suit is a wish.
        kinds = ("weekday", "month") if "suiting" in sentence.words else ("weekday", "day_time", "month", "digits")
        for _, hit in sentence.words.get("deadline", ()):
            for kind in kinds:
                limit = sentence.after(hit, kind)
                says_when = limit and (kind != "digits" or _says_when(sentence, limit[1]))
                if limit and says_when and not _presses_nobody(sentence, hit[1], limit[1][2]):
                    return _span(sentence.tokens, hit[1], limit[1][2], locate)
    return None


def _presses_nobody(sentence: FactSentence, first: int, last: int) -> bool:
    """Return whether a limit says how long the sender is away, or has waited ("unanswered to this day")."""
    away = [hit for _, hit in sentence.words.get("absence", ())]
    if any(hit[1] - last < REACH and first - hit[2] < REACH for hit in away):
        return True
    waits = [hit for _, hit in sentence.words.get("wait", ())]
    so_far = [hit for hit in waits if hit[1] <= first and last <= hit[2]]
    return bool(so_far) and (len(waits) > len(so_far) or sentence.mentions(_WAITING_CUES))


def _says_when(sentence: FactSentence, hit: PhraseHit) -> bool:
    _, first, last = hit
    following = sentence.tokens.texts[last] if last < sentence.last else ""
    return names_day_or_hour(sentence.tokens.texts[first], following)


def _threats(parsed: Parsed, locate: Locate) -> Iterator[Threat]:
    for cue, first, last in parsed.hits:
        if kind := _THREATS.get(cue):
            span = _span(parsed.tokens, first, last, locate)
            yield unchecked(Threat, {**span.__dict__, "kind": cast(ThreatKind, kind)})


def _with_called(threats: tuple[Threat, ...], alerts: tuple[Alert, ...]) -> tuple[Threat, ...]:
    """Return the threats, and what calls for lawyers or authorities where no cue has found it."""
    told = {threat.kind for threat in threats}
    more = [alert for alert in alerts if alert.kind in _CALLED_THREATS and alert.kind not in told]
    called = [
        unchecked(Threat, {"text": each.text, "start": each.start, "end": each.end, "kind": each.kind}) for each in more
    ]
    return tuple(sorted((*threats, *called), key=lambda threat: threat.start)) if called else threats


def _spans(parsed: Parsed, cue: str, locate: Locate) -> tuple[Span, ...]:
    return tuple(_span(parsed.tokens, first, last, locate) for found, first, last in parsed.hits if found == cue)


def _first_of(parsed: Parsed, wanted: AbstractSet[str], locate: Locate) -> Span:
    _, first, last = min((hit for hit in (*parsed.hits, *parsed.words) if hit[0] in wanted), key=lambda hit: hit[1])
    return _span(parsed.tokens, first, last, locate)


def _span(tokens: Tokens, first: int, last: int, locate: Locate) -> Span:
    return locate(tokens.spans[first][0], tokens.spans[last - 1][1])
