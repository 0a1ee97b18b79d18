"""Lengths of time that a text names: found from the word for the unit outwards."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from unicodedata import numeric

from ..claims.claim import Claim
from ..wording.claim_words import load_claim_words
from ..wording.figure_words import load_figure_words
from ..wording.number_words import first_joined
from ..wording.words import Word, Words, words_of
from .calendar import HOURS, Calendar, load_calendar

COMPACT = re.compile(r"(?P<number>[0-9]{1,4})(?P<unit>[^\W\d_]+)")
"""A number and its unit as one word: 48h, 30min."""
_FRACTION_SIGN = re.compile(r"(\d{0,3})([¼½¾])")
_SLASHED_FRACTION = re.compile(r"(?<![\d.,/])(?:(\d{1,3})[ \u00a0])?([1-3])/([24])\Z")
_LONGEST_FRACTION = 10
_DECIMAL = re.compile(r"\d{1,4}\.\d{1,2}")
_CLOCK = re.compile(r"\d{1,2}\.[0-5]\d")
"""Before an h this is a time of day: 16.45 h."""
_LOOSE = " .\u00a0-–\n"
_JOINS = (".", ",", ":")
"""Behind one of these stands the end of another number, or the minutes of a time."""
_MINUTES_BEHIND = re.compile(r"\s?\d\d\b")
_MOST_DIGITS = 4
_DECIMALS = 2
_NEXT_ITEM = re.compile(r"\A\.\s|[^\W\d_]{3}[.!?]\s|[.:;]\s*\n|\n\s*[-–]")
"""What parts a number from a unit: the end of an item or a sentence, or the stop of an ordinal ("4. Tag")."""
_LONGEST_WITHIN = 4
_MONTH_BEHIND = 3
"""Words behind an ordinal week among which a month makes it a date: "the second week of May"."""
_HALVES = frozenset({"half", "halbe", "halben", "halber", "halbes", "halv", "halvt", "halve"})
"""Half an hour has a name of its own."""
_ONE = frozenset({"a", "an"})
_ADJECTIVE = range(4, 15)
"""Letters of a word that may stand between number and unit: two working days."""
_NEAR = 6
"""Words around a few minutes among which the sender speaks of himself."""
LONG = frozenset({"day", "week", "month", "year"})
"""Units of which a few are counted from an event."""
_WORKING_DAYS = 5
"""Of a week."""
_LARGE = 12
"""A larger number in words is put together from its parts."""
_FEW_MINUTES = 10
"""So many minutes in words are a manner of speaking, unless a word says that they are meant."""


def in_hours(hours: float) -> float:
    """Return a length of time as it is compared: two seconds apart are two lengths."""
    return round(hours, 4)


def length_before(calendar: Calendar, text: str, words: Words, index: int) -> Iterator[Claim]:
    """Yield the length of time that ends with a unit: 24 hours, two working days, 1,5 Stunden."""
    unit, at = words[index], _counting(calendar, text, words, index)
    if at is None or (unit.form == "h" and _is_time(text, words, at, unit)):
        return
    ahead = not calendar.lengths.ahead.isdisjoint(words.forms[index + 1 : index + 2])
    # "Two days before the party" measures; "call us two hours before" is a rule that somebody has to have given.
    if ahead and calendar.units[unit.form] in LONG:
        return
    value, first = _number(calendar, text, words, at, unit) or (0, at)
    start = words.spans[first][0]
    if value and text[max(0, start - 1) : start] not in _JOINS and _is_meant(calendar, words, at, index, value):
        yield Claim("length", in_hours(value * HOURS[calendar.units[unit.form]]), start, unit.end)


def _is_time(text: str, words: Words, at: int, unit: Word) -> bool:
    """Return whether a number before an "h" is a time of day: "17h30", "14.30 h", "14 bis 17 h"."""
    if _MINUTES_BEHIND.match(text, unit.end) or _CLOCK.fullmatch(words.forms[at]):
        return True
    return words.forms[max(0, at - 1)] in load_claim_words().until and words.forms[max(0, at - 2)].isdecimal()


def named_lengths(text: str) -> Iterator[float]:
    """Yield every length of time that a text names, in hours, meant or in passing: "one day of training"."""
    calendar, words, places = load_calendar(), words_of(text), load_figure_words().places
    for index, form in enumerate(words.forms):
        if form not in calendar.units:
            yield from _weeks_of(calendar, words, index)
            continue
        at = _counting(calendar, text, words, index)
        if at is not None and (number := _number(calendar, text, words, at, words[index])):
            yield in_hours(number[0] * HOURS[calendar.units[form]])
            weeks, rest = divmod(number[0], _WORKING_DAYS)
            if (
                weeks
                and not rest
                and not load_claim_words().working_days.isdisjoint(words.forms[index - 1 : index + 1])
            ):
                yield in_hours(weeks * HOURS["week"])
        elif (
            index
            and (place := places.get(words.forms[index - 1]))
            and calendar.months.keys().isdisjoint(words.forms[index + 1 : index + 1 + _MONTH_BEHIND])
        ):
            # On the third day somebody has waited for three days.
            yield in_hours(place * HOURS[calendar.units[form]])


def _weeks_of(calendar: Calendar, words: Words, index: int) -> Iterator[float]:
    """Yield how long it takes until a weekday has come so often: "over 6 Tuesdays" is six weeks."""
    before = words.forms[index - 1] if index else ""
    count = int(before) if before.isdecimal() and len(before) < len("000") else calendar.numbers.get(before, 0)
    # "Open 8-16 Monday to Friday" counts no Mondays, and "Dec 12, Friday" no Fridays.
    many = words.forms[index] not in calendar.weekdays and calendar.weekday(words.forms[index]) is not None
    if count > 1 and many:
        yield in_hours(count * HOURS["week"])


def _counting(calendar: Calendar, text: str, words: Words, index: int) -> int | None:
    """Return the index of the word that may count a unit: the one before it, or before its adjective."""
    at, between = index - 1, ""
    adjective = at > 0 and len(words.forms[at]) in _ADJECTIVE and words.forms[at].isalpha()
    if adjective and words.forms[at] in load_claim_words().limits:
        # "27 each week" is so much a week.
        return None
    if adjective and _number(calendar, text, words, at, words[index]) is None:
        if words[at].form in _HALVES:
            return None
        between = text[words[at].start : words[at].end]
        at -= 1
    gap = text[words[at].end : words[index].start] if at >= 0 else "\n-"
    return at if gap.strip(_LOOSE) == between and not _NEXT_ITEM.search(gap) else None


def _number(calendar: Calendar, text: str, words: Words, at: int, unit: Word) -> tuple[float, int] | None:
    """Return the number whose last word stands at a place, and the place of its first."""
    form = words.forms[at]
    if fraction := mixed_fraction(text, words, at):
        return fraction
    if form.isascii() and form.isdigit() and len(form) <= _MOST_DIGITS:
        return _behind_comma(text, words, at) or (int(form), at)
    if _DECIMAL.fullmatch(form):
        return float(form), at
    first = first_joined(text, words, at)
    for numbers in calendar.lengths.counting[unit.form]:
        value, count = numbers.before(words.forms[first : at + 1], at + 1 - first)
        if value > _LARGE:
            return value, at + 1 - count
    if (form, unit.form) in calendar.together or (form not in _ONE and _is_compound(calendar, text, words, at, unit)):
        return calendar.numbers[form], at
    return None


def _is_compound(calendar: Calendar, text: str, words: Words, at: int, unit: Word) -> bool:
    """Return whether a hyphen joins a number word to a unit of its language: "a two-year guarantee"."""
    if text[words.spans[at][1] : unit.start] != "-" or words.forms[at] not in calendar.numbers:
        return False
    return any(numbers.before(words.forms, at + 1)[1] for numbers in calendar.lengths.counting[unit.form])


def _behind_comma(text: str, words: Words, at: int) -> tuple[float, int] | None:
    """Return the number of which the digits at a place are the decimals: 1,5."""
    before = words.forms[at - 1] if at else ""
    joined = at > 0 and text[words.spans[at - 1][1] : words.spans[at][0]] == ","
    if (
        joined
        and len(words.forms[at]) <= _DECIMALS
        and before.isascii()
        and before.isdigit()
        and len(before) <= _MOST_DIGITS
    ):
        return float(f"{before}.{words.forms[at]}"), at - 1
    return None


def _is_meant(calendar: Calendar, words: Words, at: int, index: int, value: float) -> bool:
    """Return whether a length is one: "a week" and "five minutes" are so only behind a word such as "within"."""
    minutes = calendar.units[words.forms[index]] in ("minute", "second")
    if words.forms[at][0].isdigit() or not (value == 1 or (minutes and value <= _FEW_MINUTES)):
        return True
    if value == 1 and index - at > 1 and load_claim_words().counted.isdisjoint(words.forms[at + 1 : index]):
        # "På en mildare dag": some day that is milder, while "within one working day" is a length.
        return False
    before = words.forms[max(0, at - _LONGEST_WITHIN) : at]
    if value == 1 and _is_any_workday(words.forms[index], before):
        return False
    if _ends_with(before, calendar.lengths.within):
        return not minutes or value == 1 or _firm_is_near(words, at, index)
    passed = not calendar.lengths.past.isdisjoint((*before, *words.forms[index + 1 : index + 2]))
    return _ends_with(before, calendar.lengths.about) and not passed and not (minutes and value == 1)


def _is_any_workday(form: str, before: Sequence[str]) -> bool:
    """Return whether a unit is a day on which something may be done: "ring på en vardag"."""
    known = load_claim_words()
    return form in known.workdays and not known.on_days.isdisjoint(before[-1:])


def within(before: list[str]) -> bool:
    """Return whether the words before a length of time make a promise of it: "within", "inden for"."""
    return _ends_with(before, load_calendar().lengths.within)


def _firm_is_near(words: Words, at: int, index: int) -> bool:
    """Return whether the sender speaks of himself near a few minutes: "we call you in five minutes".

    What the customer does "in five minutes" is done fast, and nothing is promised.
    """
    near = (*words.forms[max(0, at - _NEAR) : at], *words.forms[index + 1 : index + 1 + _NEAR])
    return not load_claim_words().firm.isdisjoint(near)


def _ends_with(before: list[str], rows: Collection[tuple[str, ...]]) -> bool:
    return any(tuple(before[start:]) in rows for start in range(len(before)))


def mixed_fraction(text: str, words: Words, at: int) -> tuple[float, int] | None:
    """Return the number with a fraction ("1½", "1 1/2") whose last word stands at a place, and the place of its first.

    None if there is none.
    """
    if sign := _FRACTION_SIGN.fullmatch(words.forms[at]):
        return int(sign[1] or 0) + numeric(sign[2]), at
    end = words.spans[at][1]
    slashed = _SLASHED_FRACTION.search(text, max(0, end - _LONGEST_FRACTION), end)
    if slashed is None:
        return None
    value = int(slashed[1] or 0) + int(slashed[2]) / int(slashed[3])
    return value, next(first for first in range(at + 1) if words.spans[first][1] > slashed.start())
