"""Days that are told in words: "the seventeenth of December", "den tionde december", "the first of next month"."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.claim import Claim, Day
from ..wording.claim_words import load_claim_words
from ..wording.words import Words
from .calendar import load_calendar

_NEAR = " -\u00a0\n"
_TENS = frozenset({"twenty", "thirty"})
_FARTHEST = 5
"""Words behind "the first" among which the month stands."""
_MOST_OF = 2
"""Words between such a day and the month that it belongs to."""


def ordinal_days(text: str, words: Words) -> Iterator[Claim]:
    """Yield the days that words name, with their month or as the first of any."""
    known = load_claim_words()
    if known.day_words.isdisjoint(words.among):
        return
    for index in [index for index, form in enumerate(words.forms) if form in known.day_words]:
        if words.forms[index] in known.firsts:
            yield Claim("date", Day(None, 1, None), *words.spans[index])
        elif (claim := _day(text, words, index)) is not None:
            yield claim


def days_without_month(words: Words) -> frozenset[int]:
    """Return the days that words name behind an article, with their month or without: "senast den artonde"."""
    known, before = load_claim_words().days, load_calendar().right_before_day
    named = (at for at, form in enumerate(words.forms) if at and form in known and words.forms[at - 1] in before)
    return frozenset(day for at in named for day in [ordinal(words, at)[0]] if day is not None)


def _day(text: str, words: Words, index: int) -> Claim | None:
    forms, spans = words.forms, words.spans
    if index and forms[index - 1] in _TENS:
        return None
    day, last = ordinal(words, index)
    if day is None:
        return None
    for behind in range(last + 1, min(len(forms), last + 2 + _MOST_OF)):
        if text[spans[behind - 1][1] : spans[behind][0]].strip(_NEAR):
            return None
        if (month := load_calendar().months.get(forms[behind])) is not None:
            return Claim("date", Day(month, day, None), spans[index][0], spans[behind][1])
        if forms[behind] not in load_claim_words().of:
            break
    return _first(words, index, last, day)


def ordinal(words: Words, index: int) -> tuple[int | None, int]:
    """Return the day that a word begins, and the index of its last word."""
    for rest, day in load_claim_words().days[words.forms[index]]:
        if tuple(words.forms[index + 1 : index + 1 + len(rest)]) == rest:
            return day, index + len(rest)
    return None, index


def _first(words: Words, index: int, last: int, day: int) -> Claim | None:
    """Return the first of a month that is told by words such as "next month"."""
    behind = words.forms[last + 1 : last + 1 + _FARTHEST]
    is_of = f"{' '.join(behind)} ".startswith(tuple(f"{phrase} " for phrase in load_claim_words().first_of))
    if day != 1 or not is_of or not any(load_calendar().units.get(form) == "month" for form in behind):
        return None
    return Claim("date", Day(None, 1, None), words.spans[index][0], words.spans[last][1])
