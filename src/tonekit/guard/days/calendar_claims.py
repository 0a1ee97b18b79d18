"""Months, weekdays and lengths of time that a text names: found from the word for month, weekday or unit outwards."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, product

from ..claims.claim import Claim, Day
from ..wording.claim_words import load_claim_words
from ..wording.words import Words, words_of
from .calendar import HOURS, OPENING, Calendar, load_calendar
from .calendar_figures import dotted_time
from .calendar_file import WEEKDAYS
from .lengths import COMPACT, in_hours, length_before

_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINALS = frozenset({"of", "e", "a"})
"""What may stand between a day and its month: 3rd of May, 3:e maj, 1:a maj."""
_VERBS = frozenset({"may", "march"})
"""Months that are verbs in English without their capital."""
_RANGE = re.compile(r"\.?\s?(?:[-–]|to|til|till|bis|and|und|och|og)\s?(?:the\s|den\s|zum\s)?")
_SPAN = re.compile(r"\.?\s?(?:[-–]|to|through|thru|till|until|til|bis|t\.?o\.?m\.?|tom)\s?")
"""What stands between the first and the last day of a span."""
_HOUR, _HALF_DAY, _DAY_MINUTES = 60, 12 * 60, 24 * 60
_OPENING_BETWEEN = 12
"""Characters before the first time of a span among which a word such as "between" stands."""
_NEAR = " .,:\u00a0\n"
_LOOK_BACK = 80
_SENTENCE_END = re.compile(r"[.!?…;]\s|\n")


def claims_in_words(text: str, words: Words) -> Iterator[Claim]:
    """Yield the months, weekdays and lengths of time that words name; some may overlap."""
    calendar = load_calendar()
    forms, beginnings = words.forms, calendar.beginnings
    for index in [index for index, form in enumerate(forms) if form[:OPENING] in beginnings]:
        form = forms[index]
        if form in calendar.months:
            yield from _month(calendar, text, words, index)
        elif form in calendar.units:
            yield from length_before(calendar, text, words, index)
        elif (weekday := calendar.weekday(form)) is not None:
            yield Claim("weekday", weekday, *words.spans[index])
    for index in words.numbered:
        if (compact := COMPACT.fullmatch(forms[index])) and compact["unit"] in calendar.units:
            hours = int(compact["number"]) * HOURS[calendar.units[compact["unit"]]]
            yield Claim("length", in_hours(hours), *words.spans[index])


def weekdays_between(text: str, claims: Iterable[Claim]) -> Iterator[int]:
    """Yield the weekdays of each span: "Monday to Thursday" is Tuesday and Wednesday too."""
    named = [claim for claim in claims if claim.kind == "weekday"]
    for first, last in pairwise(named):
        if _SPAN.fullmatch(text, first.end, last.start) and not _is_moved(text, first.start):
            yield from ((first.key + count) % WEEKDAYS for count in range((last.key - first.key) % WEEKDAYS))


def lengths_between(text: str, claims: Iterable[Claim]) -> Iterator[float]:
    """Yield the hours from the first to the last time of each span: "18.00 to 19.30" is one and a half."""
    times = [(claim, minutes) for claim in claims if (minutes := _minutes(claim, text))]
    for (first, begins), (last, ends) in pairwise(times):
        if _hours_joined().fullmatch(text, first.end, last.start) or _is_between(text, first, last):
            apart = {(end - begin) % _DAY_MINUTES for begin, end in product(begins, ends)}
            yield from (in_hours(each / _HOUR) for each in apart if 0 < each <= _HALF_DAY)


def _minutes(claim: Claim, text: str) -> Collection[int]:
    """Return the minutes of the day that a claim may mean, none where it is not a time."""
    if claim.kind == "time":
        told: Collection[int] = claim.key
        return told
    minutes = dotted_time(text[claim.start : claim.end]) if claim.kind == "number" else None
    return () if minutes is None else (minutes,)


def _is_between(text: str, first: Claim, last: Claim) -> bool:
    """Return whether a word such as "between", before a clock word or none, makes a span of two times."""
    known = load_claim_words()
    joined = words_of(text[first.end : last.start]).forms[:1]
    opening = words_of(text[max(0, first.start - _OPENING_BETWEEN) : first.start]).forms[-2:]
    return not known.joined.isdisjoint(joined) and not known.between.isdisjoint(opening)


@lru_cache
def _hours_joined() -> re.Pattern[str]:
    """Return the pattern of what stands between the two times of a span."""
    until, clock = ("|".join(sorted(each)) for each in (load_claim_words().until, load_calendar().clock.before))
    return re.compile(rf"\s?(?:[-–]|{until})\s?(?:(?:{clock})\.?\s?)?", re.IGNORECASE)


def _is_moved(text: str, start: int) -> bool:
    """Return whether something goes from one day to another: "your visit was moved from Monday to Thursday"."""
    before = words_of(_SENTENCE_END.split(text[max(0, start - _LOOK_BACK) : start])[-1]).forms
    return any(form.startswith(load_claim_words().moved) for form in before)


def _month(calendar: Calendar, text: str, words: Words, index: int) -> Iterator[Claim]:
    """Yield the date around a month: 3rd of May 2026, May 3, 3:e maj, in May."""
    forms, spans = words.forms, words.spans
    first = last = index
    if forms[index] in _VERBS and text[spans[index][0]].islower():
        return
    if (day := _day_before(text, words, index)) is not None:
        first = day
    elif forms[index] in calendar.before_days and (day := _day_behind(text, words, index)) is not None:
        last = day
    elif not _has_year(text, words, index) and (
        forms[index] not in calendar.full_months or calendar.before_month.isdisjoint(forms[max(0, index - 1) : index])
    ):
        # A month without a day is meant in "in May" and "May 2026", not in "you may".
        return
    year = None
    if _has_year(text, words, last):
        last += 1
        year = int(forms[last])
    month = calendar.months[forms[index]]
    if first < index and (opening := _range_opens(text, words, first)) is not None:
        yield Claim("date", Day(month, _day_of(forms[opening]), year), *spans[opening])
    yield Claim("date", Day(month, None if day is None else _day_of(forms[day]), year), spans[first][0], spans[last][1])


def _range_opens(text: str, words: Words, day: int) -> int | None:
    """Return which word is the first day of a range whose last stands at a place: "18 to 21 June"."""
    forms, spans = words.forms, words.spans
    for at in (day - 1, day - 2):
        if at >= 0 and _DAY.fullmatch(forms[at]):
            return at if _RANGE.fullmatch(text, spans[at][1], spans[day][0]) else None
    return None


def _day_before(text: str, words: Words, index: int) -> int | None:
    """Return which word is the day that stands before a month, or None."""
    forms, spans, at = words.forms, words.spans, index - 1
    if at > 0 and forms[at] in _ORDINALS:
        at -= 1
    if at < 0 or text[spans[at][1] : spans[index][0]].strip(_NEAR) not in ("", *_ORDINALS):
        return None
    return at if _DAY.fullmatch(forms[at]) else None


def _day_behind(text: str, words: Words, index: int) -> int | None:
    """Return which word is the day that stands behind a month, or None; what goes on with a colon is a time."""
    if not _is_next(text, words, index) or not _DAY.fullmatch(words.forms[index + 1]):
        return None
    return None if text.startswith(":", words.spans[index + 1][1]) else index + 1


def _day_of(form: str) -> int | None:
    match = _DAY.fullmatch(form)
    return int(match[1]) if match else None


def _has_year(text: str, words: Words, index: int) -> bool:
    """Return whether a year stands behind a word."""
    return _is_next(text, words, index) and _YEAR.fullmatch(words.forms[index + 1]) is not None


def _is_next(text: str, words: Words, index: int) -> bool:
    """Return whether nothing but a blank, a stop or a comma stands between a word and another behind it."""
    spans = words.spans
    return index + 1 < len(spans) and not text[spans[index][1] : spans[index + 1][0]].strip(" .,\u00a0")
