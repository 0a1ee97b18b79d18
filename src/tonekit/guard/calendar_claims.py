"""Days and lengths of time that a text names in words: found from the word for month, weekday or unit outwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .calendar import HOURS, Calendar, load_calendar
from .claim import Claim, Day
from .wording import Word

_DAY = re.compile(r"([12]?\d|3[01]|0\d)(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINALS = frozenset({"of", "e", "a"})
"""What may stand between a day and its month: 3rd of May, 3:e maj, 1:a maj."""
_NEAR = " .,:\u00a0\n"
_LOOSE = " .\u00a0-–\n"
_MOST_DIGITS = 4
_LONGEST_WITHIN = 4
_ADJECTIVE = range(4, 15)
"""Letters of a word that may stand between number and unit: two working days."""


def claims_in_words(text: str, words: Sequence[Word]) -> Iterator[Claim]:
    """Yield the days and lengths of time that words name, in the order of the words; some may overlap."""
    calendar = load_calendar()
    for index, word in enumerate(words):
        form = word.form
        if form in calendar.months:
            yield from _month(calendar, text, words, index)
        elif form in calendar.units:
            yield from _length(calendar, text, words, index)
        elif (weekday := calendar.weekday(form)) is not None:
            yield Claim("weekday", weekday, word.start, word.end)
    for hit in calendar.later.find(text, words):
        yield Claim("day", hit.tag, hit.start, hit.end)


def _month(calendar: Calendar, text: str, words: Sequence[Word], index: int) -> Iterator[Claim]:
    month = words[index]
    number = calendar.months[month.form]
    first = _before(text, words, index)
    last, start, end = index, month.start, month.end
    day: int | None = None
    if first is not None:
        day, start = int(_digits(words[first].form)), words[first].start
    elif (after := _close(text, words, index)) and (match := _DAY.fullmatch(after.form)) and text[after.end : after.end + 1] != ":":
        day, last, end = int(match[1]), index + 1, after.end
    elif month.form not in calendar.full_months or not index or words[index - 1].form not in calendar.before_month:
        return
    following = _close(text, words, last)
    year = int(following.form) if following and _YEAR.fullmatch(following.form) else None
    yield Claim("date", Day(number, day, year), start, following.end if year and following else end)


def _before(text: str, words: Sequence[Word], index: int) -> int | None:
    """Return the index of the day that stands before a month, or None."""
    at = index - 1
    if at > 0 and words[at].form in _ORDINALS:
        at -= 1
    if at < 0 or text[words[at].end : words[index].start].strip(_NEAR) not in ("", *_ORDINALS):
        return None
    return at if _DAY.fullmatch(words[at].form) else None


def _close(text: str, words: Sequence[Word], index: int) -> Word | None:
    """Return the word behind another, where nothing but a blank, a stop or a comma is between."""
    if index + 1 >= len(words):
        return None
    following = words[index + 1]
    return following if not text[words[index].end : following.start].strip(" .,\u00a0") else None


def _digits(form: str) -> str:
    return form.rstrip("stndrh")


def _length(calendar: Calendar, text: str, words: Sequence[Word], index: int) -> Iterator[Claim]:
    unit = words[index]
    at = index - 1
    if at > 0 and len(words[at].form) in _ADJECTIVE and words[at].form.isalpha() and not _number(calendar, words, at, unit):
        at -= 1
    if at < 0 or text[words[at].end : unit.start].strip(_LOOSE) not in ("", text[words[index - 1].start : words[index - 1].end]):
        return
    value = _number(calendar, words, at, unit)
    if value is None or text[max(0, words[at].start - 1) : words[at].start] in (".", ","):
        return
    named = calendar.units[unit.form]
    within = _within(calendar, words, at)
    # "a week" and "five minutes" are promises only behind a word such as "within".
    if not within and (named == "minute" or (value == 1 and not words[at].form.isdigit())):
        return
    yield Claim("length", round(value * HOURS[named], 2), words[at].start, unit.end)


def _number(calendar: Calendar, words: Sequence[Word], at: int, unit: Word) -> int | None:
    form = words[at].form
    if form.isascii() and form.isdigit() and len(form) <= _MOST_DIGITS:
        return int(form)
    return calendar.numbers[form] if (form, unit.form) in calendar.together else None


def _within(calendar: Calendar, words: Sequence[Word], at: int) -> bool:
    before = tuple(word.form for word in words[max(0, at - _LONGEST_WITHIN) : at])
    return any(before[start:] in calendar.within for start in range(len(before)))
