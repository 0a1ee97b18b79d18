"""Times of day that a draft tells loosely: "by Wednesday midday", "half eight", "at nine thirty", "um zehn".

Which half of the day is meant may be left open, for here it is only asked whether a time that was given is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..days.calendar import OPENING, load_calendar
from ..wording.claim_words import load_claim_words
from ..wording.number_words import NumberWords
from ..wording.words import Words

_HOUR, _HALF = 60, 30
_NOON, _HALF_DAY, _DAY = 12 * 60, 12 * 60, 24 * 60
_LAST_HOUR = 24
_MOST_MINUTES = 2
"""Words of the minutes behind an hour: "nine forty-five"."""
_MOST_OF_PART = 3
"""Words of a part of the day behind an hour: "åtte om morgenen", "eight in the morning"."""


def tells_time(minutes: int, words: Words, language: str) -> bool:
    """Return whether a text tells a time in words.

    Args:
        language: code of its language; without number words only noon and midnight are read.
    """
    if minutes % _HALF_DAY == 0 and _has_name(
        words, load_claim_words().noon if minutes else load_claim_words().midnight
    ):
        return True
    numbers = load_calendar().spoken.get(language)
    return numbers is not None and any(
        (minutes - told) % _HALF_DAY == 0 for told in _told(words.forms, numbers, early=language == "en")
    )


def _has_name(words: Words, names: frozenset[str]) -> bool:
    """Return whether a name stands there alone or at the end of a weekday: "Mittwochmittag"."""
    calendar = load_calendar()
    return not names.isdisjoint(words.among) or any(
        form.removeprefix(stem) in names
        for form in words.among
        for stem in calendar.openings.get(form[:OPENING], ())
        if form.startswith(stem)
    )


def _told(forms: list[str], numbers: NumberWords, *, early: bool) -> Iterator[int]:
    """Yield the minutes of the times that are told behind a word that stands before hours, or behind a half."""
    clock, half = load_calendar().clock, load_claim_words().half
    for at in range(1, len(forms)):
        before, hour = forms[at - 1], _hour(forms[at], numbers)
        if hour is None:
            continue
        if before in half:
            # "Half eight" is 8.30 in English, "halb acht" 7.30.
            yield hour * _HOUR + (_HALF if early else -_HALF)
        elif before in clock.before or before in clock.near:
            yield hour * _HOUR + _minutes(forms[at + 1 : at + 2 + _MOST_MINUTES], numbers)
        elif " ".join(forms[at + 1 : at + 1 + _MOST_OF_PART]).startswith(load_claim_words().day_parts):
            yield hour * _HOUR


def _hour(form: str, numbers: NumberWords) -> int | None:
    value, _ = (int(form), 1) if form.isdecimal() and len(form) < len("000") else numbers.before([form], 1)
    return value if 0 < value <= _LAST_HOUR else None


def _minutes(behind: list[str], numbers: NumberWords) -> int:
    """Return the minutes that are told right behind an hour or one word farther ("Uhr"), 0 where none are."""
    told = (
        numbers.before(behind[first:last], last - first) for first in (0, 1) for last in range(len(behind), first, -1)
    )
    return next((value for (value, count) in told if count and value < _HOUR), 0)
