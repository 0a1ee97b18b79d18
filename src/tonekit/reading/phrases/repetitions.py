"""Repetitions told gladly: "for the third time this year you saved us" counts no contact and complains of nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from ..sentences import Range
from .finder import ALERT_SIGN, PhraseHit

_REPEATING = frozenset(
    {"contact.repeated", "fault.recurring", "urgent.reminder", "field.again", f"{ALERT_SIGN}alert.third_contact"}
)
_GLAD = frozenset({"praise", "delight", "thanks.warm", "case.closed"})
_GLOOMY = frozenset(
    {
        *("contact.unanswered", "wait.long", "promise.broken", "anger.strong", "annoyance", "disappointment"),
        *("resignation", "reproach", "insult", "sarcasm", "service.failure", "ask.status", "ask.redress", "ask.refund"),
        *("fault.calm", "field.broken", "field.missing", "field.not"),
    }
)
_QUOTES = frozenset("\"'“”„‘’»«")
_CONTACT_VERB, _CONTACT_NOUN, _ORDINAL = "=contact_verb", "=contact_noun", "=ordinal:"
_REACH = 2
"""Tokens from an ordinal to what it counts ("the third such time")."""


def told_gladly(
    hits: Iterable[PhraseHit], words: Collection[PhraseHit], sentences: Sequence[Range], texts: Sequence[str]
) -> list[Range]:
    """Return the words "third time" that stand beside praise or success, as ranges of tokens.

    A sentence that says who writes or calls, that complains, or that puts its praise in quotes has none.

    Args:
        hits: cue phrases and words of semantic fields.
        words: words of typed facts.
        sentences: the sentences of the text.
        texts: its tokens.
    """
    ordinals = [hit for hit in words if hit[0].startswith(_ORDINAL)]
    nouns = sorted({first for kind, first, _ in words if kind == _CONTACT_NOUN}) if ordinals else []
    if not nouns:
        return []
    counts = {(first, noun + 1) for _, first, last in ordinals for noun in nouns if 0 <= noun - last < _REACH}
    starts = [first for first, _ in sentences]
    said: dict[int, set[str]] = {}
    for cue, first, _ in hits:
        if not (cue in _GLAD and first and texts[first - 1] in _QUOTES):
            said.setdefault(bisect_right(starts, first), set()).add(cue)
    written = {bisect_right(starts, first) for kind, first, _ in words if kind == _CONTACT_VERB}
    glad = {number for number, cues in said.items() if cues & _GLAD and not cues & _GLOOMY} - written
    return sorted(each for each in counts if bisect_right(starts, each[0]) in glad)


def without_repeating(hits: list[PhraseHit], gladly: Sequence[Range]) -> list[PhraseHit]:
    """Return the hits without those that speak of a repetition in words that are told gladly, or around them."""
    if not gladly:
        return hits
    reach = [(hit[1], hit[2]) for hit in hits if hit[0] in _REPEATING and _meets(hit[1], hit[2], gladly)]
    return [hit for hit in hits if hit[0] not in _REPEATING or not _meets(hit[1], hit[2], (*gladly, *reach))]


def _meets(first: int, last: int, ranges: Iterable[Range]) -> bool:
    return any(first < end and begin < last for begin, end in ranges)
