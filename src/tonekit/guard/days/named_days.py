"""Days, times and lengths that have a name: tomorrow, today, noon, a fortnight, the 5th."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.amounts_in_words import waived_fees
from ..claims.claim import Claim, Day, Stance, week_name
from ..wording.claim_words import load_claim_words
from ..wording.negations import refused_among
from ..wording.wording import Hit
from ..wording.words import Words
from .calendar import IDLE, load_calendar
from .calendar_file import Morning

_REFUSABLE = frozenset({"amount", "percentage", "length"})
"""Kinds whose names promise nothing in a negated sentence: "not free of charge"."""
_FIGURES = frozenset({"amount", "percentage"})
"""Kinds that an idle phrase, which promises nothing, may look like."""
_MARKS = re.compile(r"[.!?…;:,\n]")
_ENDS = re.compile(r"[.!?…:\n]")
_PARTED = re.compile(r"\n|[.!?…:]\s")
_LAST_WEEK = 53
_CLAUSE = 8
"""Words before "today" among which the verb of its clause stands."""
_OPENING = 3
"""Words after a "today" that opens its clause among which its verb stands."""
_DAY = re.compile(r"(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>st|nd|rd|th)?")
_STOP = re.compile(r":[ae]\b|\.(?!\d)")
_FOLLOWING = re.compile(r"[ \u00a0]+([^\W\d_]+)")
_OF_WEEK = re.compile(r"\b([1-4]?\d|5[0-3])\.\s?Kalenderwoche\b")
_FIGURE = re.compile(r"\d")


def named_days(text: str, words: Words) -> Iterator[Claim]:
    """Yield the named days, times, lengths and figures of a text; they may overlap."""
    calendar = load_calendar()
    if hits := _without_idle([*calendar.named.find(text, words), *waived_fees(text, words)]):
        yield from _of_names(hits, text, words)
    if not calendar.mornings.keys().isdisjoint(words.among):
        yield from _tomorrows(text, words)
    if words.numbered:
        yield from _open_dates(text, words)
    if not calendar.week_number.isdisjoint(words.among):
        yield from _weeks(text, words)


def _of_names(hits: list[Hit], text: str, words: Words) -> Iterator[Claim]:
    meanings = load_calendar().meanings
    refusable = any(meanings[hit.tag][0] in _REFUSABLE for hit in hits)
    refused = refused_among(hits, text, words) if refusable else set()
    for hit in hits:
        kind, key = meanings[hit.tag]
        stance: Stance = "said"
        if kind == "today":
            key = _is_promised(text, words, *hit.words)
        elif kind == "feast" and _is_promised(text, words, *hit.words, both=True):
            # Whoever wishes a merry one is held to nothing; "it arrives on Boxing Day" is a day like any other, and
            # "well before Boxing Day" may explain one.
            before = words.forms[max(0, hit.words[0] - 1) : hit.words[0]]
            kind = "date" if load_claim_words().ahead_of_feasts.isdisjoint(before) else "holiday"
        elif kind in _REFUSABLE and hit in refused:
            stance = "refused"
        elif kind == "length" and not _is_promised(text, words, *hit.words, both=True):
            stance = "vague"
        yield Claim(kind, key, hit.start, hit.end if kind == "time" else _before_figure(text, words, hit), stance)


def _before_figure(text: str, words: Words, hit: Hit) -> int:
    """Return where a hit ends, or the last word before a figure in its gap: "refund the charge (£39) in full"."""
    figure = _FIGURE.search(text, hit.start, hit.end)
    if not figure:
        return hit.end
    ends = [words.spans[at][1] for at in hit.named]
    return max([end for end in ends if end <= figure.start()], default=hit.end)


def _without_idle(hits: list[Hit]) -> list[Hit]:
    """Return the hits without figures that share words with an idle phrase: "pay nothing until we write"."""
    idle = {at for hit in hits if hit.tag == IDLE for at in hit.named}
    if not idle:
        return hits
    figures = {tag for tag, (kind, _) in load_calendar().meanings.items() if kind in _FIGURES}
    return [hit for hit in hits if hit.tag != IDLE and (hit.tag not in figures or idle.isdisjoint(hit.named))]


def _is_promised(text: str, words: Words, first: int, behind: int, *, both: bool = False) -> bool:
    """Return whether the clause of a "today" promises something: "we will call today", not "we have called today".

    Args:
        first, behind: index of the first word of what is promised, and of the word after it.
        both: look after it even if something precedes it: "and within the hour we will call".
    """
    promising, spans, at = load_calendar().promising, words.spans, first
    while at and first - at < _CLAUSE and not _MARKS.search(text, spans[at - 1][1], spans[at][0]):
        at -= 1
    if at < first and not (both and promising.isdisjoint(words.forms[at:first])):
        return not promising.isdisjoint(words.forms[at:first])
    last = behind
    while last < min(behind + _OPENING, len(words)) and not _MARKS.search(text, spans[last - 1][1], spans[last][0]):
        last += 1
    return not promising.isdisjoint(words.forms[behind:last])


def _tomorrows(text: str, words: Words) -> Iterator[Claim]:
    calendar = load_calendar()
    for index, form in enumerate(words.forms):
        if (morning := calendar.mornings.get(form)) is None:
            continue
        start, end = words.spans[index]
        before = words.forms[index - 1] if index else ""
        if index == 0 or _ENDS.search(text, words.spans[index - 1][1], start):
            meant = _verb_follows(morning, text, words, index)
        else:
            # "Kl. 6 morgen" is six in the morning, "morgen og kveld" twice a day.
            early = before in morning.not_after or before.isdecimal() or calendar.weekday(before) is not None
            behind = (" ".join(words.forms[index + 1 : index + count]) for count in (2, 3))
            early = early or not morning.not_before.isdisjoint(behind)
            meant = text[start].islower() and not early
        if meant:
            yield Claim("day", "tomorrow", start, end)


def _verb_follows(morning: Morning, text: str, words: Words, index: int) -> bool:
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    return (
        text[words[index].end : following.start].isspace()
        and text[following.start].islower()
        and following.form.endswith(morning.verbs)
        and following.form not in morning.greeting
    )


def _weeks(text: str, words: Words) -> Iterator[Claim]:
    """Yield the weeks that are told by their number: KW 51, uke 2."""
    before = load_calendar().week_number
    yield from (
        Claim("day", week_name(int(match[1])), *match.span()) for match in _OF_WEEK.finditer(text) if int(match[1])
    )
    for index, form in enumerate(words.forms):
        if index and words.forms[index - 1] in before and form.isdecimal() and 0 < int(form) <= _LAST_WEEK:
            first, last = words.spans[index - 1], words.spans[index]
            if not _PARTED.search(text, first[1], last[0]):
                yield Claim("day", week_name(int(form)), first[0], last[1])


def _open_dates(text: str, words: Words) -> Iterator[Claim]:
    """Yield the days without a month: on the 5th, am 5., den 5:e."""
    right_before, before_day = load_calendar().right_before_day, load_calendar().before_day
    for index in words.numbered:
        if words.forms[index - 1] not in right_before or not (match := _DAY.fullmatch(words.forms[index])):
            continue
        before = (n for n in (1, 2) if n <= index and tuple(words.forms[index - n : index]) in before_day)
        length = next(before, 0)
        start, end = words.spans[index]
        stop = None if match["mark"] else _STOP.match(text, end)
        if length and (match["mark"] or stop) and text[words.spans[index - 1][1] : start].isspace():
            end = stop.end() if stop else end
            capitals = before_day[tuple(words.forms[index - length : index])]
            if not _counts(text, end, stopped=stop is not None, capitals=capitals):
                yield Claim("date", Day(None, int(match["day"]), None), words.spans[index - length][0], end)


def _counts(text: str, end: int, *, stopped: bool, capitals: bool) -> bool:
    """Return whether the word after "the 5th" is what it counts: a floor, an attempt, or its month.

    Args:
        stopped: whether it ends with a full stop, so that a capital may open a sentence.
        capitals: whether the language writes nouns with a capital.
    """
    following = _FOLLOWING.match(text, end)
    if not following or following[1].lower() in load_calendar().behind_day:
        return False
    if following[1].lower() in load_calendar().months:
        return True
    small = following[1][0].islower()
    return not small if capitals else small or not stopped
