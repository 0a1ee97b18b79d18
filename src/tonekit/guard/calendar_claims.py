"""Months, weekdays and lengths of time that a text names: found from the word for month, weekday or unit outwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .calendar import OPENING, Calendar, load_calendar
from .claim import Claim, Day
from .lengths import COMPACT, compact_length, length_before
from .words import Word, Words

_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINALS = frozenset({"of", "e", "a"})
"""What may stand between a day and its month: 3rd of May, 3:e maj, 1:a maj."""
_VERBS = frozenset({"may", "march"})
"""Months that are verbs in English without their capital."""
_DIGITS = frozenset("0123456789")
_NEAR = " .,:\u00a0\n"


def claims_in_words(text: str, words: Words) -> Iterator[Claim]:
    """Yield the months, weekdays and lengths of time that words name, in their order; some may overlap."""
    calendar = load_calendar()
    telling, openings = calendar.telling, calendar.openings
    for index, form in enumerate(words.forms):
        if form in telling:
            read = _month if form in calendar.months else length_before
            yield from read(calendar, text, words, index)
        elif form[:OPENING] in openings and (weekday := calendar.weekday(form)) is not None:
            yield Claim("weekday", weekday, *words.spans[index])
        elif form[0] in _DIGITS and (compact := COMPACT.fullmatch(form)) and compact["unit"] in calendar.units:
            yield compact_length(calendar, words, index, compact)


def _month(calendar: Calendar, text: str, words: Words, index: int) -> Iterator[Claim]:
    """Yield the date around a month: 3rd of May 2026, May 3, 3:e maj, in May."""
    month, last = words[index], index
    if month.form in _VERBS and text[month.start].islower():
        return
    day = first = _day_before(text, words, index)
    if day is None and (day := _day_behind(text, words, index)) is not None:
        last = index + 1
    if day is None and not _stands_alone(calendar, words, index):
        return
    year = _next_to(text, words, last)
    if year is not None and not _YEAR.fullmatch(year.form):
        year = None
    key = Day(calendar.months[month.form], _day_of(day), int(year.form) if year else None)
    yield Claim("date", key, (first or month).start, (year or words[last]).end)


def _day_before(text: str, words: Words, index: int) -> Word | None:
    """Return the day that stands before a month, or None."""
    at = index - 1
    if at > 0 and words[at].form in _ORDINALS:
        at -= 1
    if at < 0 or text[words[at].end : words[index].start].strip(_NEAR) not in ("", *_ORDINALS):
        return None
    return words[at] if _DAY.fullmatch(words[at].form) else None


def _day_behind(text: str, words: Words, index: int) -> Word | None:
    """Return the day that stands behind a month, or None; what goes on with a colon is a time."""
    word = _next_to(text, words, index)
    return word if word and _DAY.fullmatch(word.form) and not text.startswith(":", word.end) else None


def _day_of(word: Word | None) -> int | None:
    match = _DAY.fullmatch(word.form) if word else None
    return int(match[1]) if match else None


def _stands_alone(calendar: Calendar, words: Words, index: int) -> bool:
    """Return whether a month without a day is meant as one: "in May", not "you may"."""
    before = words[index - 1].form if index else ""
    return words[index].form in calendar.full_months and before in calendar.before_month


def _next_to(text: str, words: Words, index: int) -> Word | None:
    """Return the word behind another, where nothing but a blank, a stop or a comma is between."""
    if index + 1 >= len(words):
        return None
    following = words[index + 1]
    return following if not text[words[index].end : following.start].strip(" .,\u00a0") else None
