"""Dates and times of day that are written in figures: 2026-12-04, 4.12., 4/12-26, 14.30, kl. 9, kl 1430, 2 pm."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from ..claims.claim import Claim, Day
from ..wording.claim_words import load_claim_words
from ..wording.figure_words import load_figure_words
from ..wording.words import Words, words_of
from .calendar import load_calendar

ISO = re.compile(r"\d(?<![\w.-]\d)\d{3}-\d{2}-\d{2}(?!\d|-)")
DOTTED = re.compile(r"\d(?<![\w.,/-]\d)\d?\.[ \u00a0\u202f]?\d{1,2}\.(?:[ \u00a0\u202f]?(?:\d{4}|\d{2}))?(?!\d)")
DASHED = re.compile(r"\d(?<![\w./-]\d)\d?-\d{1,2}-20\d\d(?![\d/-]|[.,:]\d)")
"""Day, month and year as Danes and Dutch write them: 05-03-2026."""
SLASHED = re.compile(
    r"\d(?<![\d./\w]\d)(?<!(?<!/\d)(?<!/\d\d)-\d)\d?/\d{1,2}"
    r"(?:[/-](?:\d{4}|\d{2})(?![\d/]|-\d))?(?![\d/]|-\d(?!\d?/\d))"
)
"""The year may stand behind a hyphen, as in Scandinavia, and so may the end of a span: 5/3-26, 5/3-12/3."""
CLOCK = re.compile(
    r"(?P<hour>\d(?<![\d:.,/-]\d)\d?)(?:(?P<mark>[.:])(?P<minute>[0-5]\d))?(?![\d/%]|-(?!ti(?:den|da)\b)|[.:,]\d)"
    r"(?:\s?(?P<after>[AaPp]\.?[Mm]\b|o['’]clock\b|[Uu]hr\b|hrs\b|h\b|-ti(?:den|da)\b))?"
)
RUN_TOGETHER = re.compile(r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?![\w%]|[.,:/-]\d)")
"""A time without a sign between hour and minutes: kl 1430."""
_NUMBERS = re.compile(r"\d+")
_CENTURY = 2000
_NOON = 12
_HALF_DAY = _NOON * 60
_EITHER = frozenset({"o'clock", "o’clock", "-tiden", "-tida"})
"""Behind an hour that may be one of the morning or of the afternoon."""
_LAST_MONTH, _LAST_DAY, _LAST_HOUR = 12, 31, 24
_LONGEST_CLOCK_WORD = 8
_CLOCK_WORD = re.compile(r"([^\W\d_]+)\.?\s?\Z")
_BARE_HOUR = re.compile(r"\b(?P<word>[^\W\d_]{2,8}) (?P<hour>\d{1,2})(?![\d%]|[.,:]\d|\s?[AaPp]\.?[Mm]\b)")
_SPAN = re.compile(
    r"(?<![\d.,:/-])([01]?\d|2[0-4])(?:\s?[-–]\s?|\s(?:to|till|til|bis|until)\s)([01]?\d|2[0-4])(?![\d%]|[-.,:/]\d)"
)
"""Two hours of a span: "open from 10 to 18", "10–18"."""
_TWO_DIGITS = 2
_LONGEST_BEFORE = 20
_MEASURE = re.compile(r"(?:-\d/\d)?[ \u00a0]([^\W\d_]{1,14})\b")
_NAMED = re.compile(r"(?:\b([^\W\d_]+)\.?|§)[ \u00a0]?\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[.,:]?\s\Z")
_LOOK_AROUND = 60
_SENTENCE_END = re.compile(r"[!?…\n]|\.\s+(?=[^\W\d_a-zåäöæøü])")


def iso_date(match: re.Match[str]) -> Claim | None:
    """Return the date of a match of `ISO`, or None if there is no such day."""
    year, month, day = map(int, match[0].split("-"))
    return _date(match, month, day, year)


def dotted_date(match: re.Match[str]) -> Claim | None:
    """Return the date of a match of `DOTTED`.

    "Kl. 09.15." is none, for nobody puts the month first with full stops, and "version 3.2." ends a sentence.
    """
    day, month, *rest = map(int, _NUMBERS.findall(match[0]))
    if not rest and (_clock_word(match.string, match.start()) or _is_numbered(match)):
        return None
    return _date(match, month, day, _year(rest))


def _is_numbered(match: re.Match[str]) -> bool:
    """Return whether the number of a version or a section ends a sentence: "since version 3.2.", "siehe § 4.1."."""
    before = _NAMED.search(match.string, max(0, match.start() - _LONGEST_BEFORE), match.start())
    return before is not None and (not before[1] or before[1].lower() in load_figure_words().numbered)


def slashed_date(match: re.Match[str]) -> Claim | None:
    """Return the date of a match of `SLASHED` or `DASHED`, whichever of its numbers is the month."""
    day, month, *rest = map(int, _NUMBERS.findall(match[0]))
    if month > _LAST_MONTH >= day:
        day, month = month, day
    return None if match[0] == "24/7" or _is_fraction(match) else _date(match, month, day, _year(rest))


def _is_fraction(match: re.Match[str]) -> bool:
    """Return whether a slash parts a fraction: "1/2 litre"."""
    measured = _MEASURE.match(match.string, match.end())
    return measured is not None and measured[1].lower() in load_figure_words().measures


def _year(rest: list[int]) -> int | None:
    return None if not rest else rest[0] if rest[0] > _CENTURY else _CENTURY + rest[0] % 100


def _date(match: re.Match[str], month: int, day: int, year: int | None) -> Claim | None:
    if not (1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY):
        return None
    return Claim("date", Day(month, day, year), match.start(), match.end())


def time_of_day(match: re.Match[str]) -> Claim | None:
    """Return the time of a match of `CLOCK`, or None if nothing tells that it is one."""
    after = (match["after"] or "").lower().replace(".", "")
    named = _clock_word(match.string, match.start())
    if not (named or after or match["mark"] == ":" or _is_no_decimal(match)):
        return None
    hour = int(match["hour"])
    if hour > _LAST_HOUR or (after in ("am", "pm") and hour > _NOON):
        return None
    if after in ("am", "pm"):
        hour = hour % _NOON + (_NOON if after == "pm" else 0)
    minutes = hour % _LAST_HOUR * 60 + int(match["minute"] or 0)
    later = after in _EITHER and hour <= _NOON
    later = later or (after not in ("am", "pm") and hour < _NOON and is_afternoon(match.string, *match.span()))
    either = {minutes, minutes % _HALF_DAY + _HALF_DAY} if later else {minutes}
    return Claim("time", frozenset(either), named.start() if named else match.start(), match.end())


def run_together_time(match: re.Match[str]) -> Claim | None:
    """Return the time of a match of `RUN_TOGETHER`, or None if no clock word stands before it."""
    named = _clock_word(match.string, match.start())
    minutes = int(match["hour"]) % _LAST_HOUR * 60 + int(match["minute"])
    return Claim("time", frozenset({minutes}), named.start(), match.end()) if named else None


def bare_hours(text: str) -> Iterator[int]:
    """Yield the minutes of hours that a word before them, or a span, tells: "til 11", "after 4", "10–18"."""
    near = load_calendar().clock.near
    for match in _BARE_HOUR.finditer(text):
        hour = int(match["hour"])
        if match["word"].lower() in near and hour <= _LAST_HOUR:
            yield from {hour % _LAST_HOUR * 60, (hour + _NOON) % _LAST_HOUR * 60 if hour <= _NOON else hour * 60}
    for match in _SPAN.finditer(text):
        hours = [*map(int, match.groups())]
        # Who closes at 18 does not open at 8 in the evening.
        later = hours if max(hours) > _NOON else [hour % _NOON + _NOON for hour in hours]
        yield from (hour % _LAST_HOUR * 60 for hour in (*hours, *later))


def spoken_hours(words: Words) -> Iterator[int]:
    """Yield the minutes of hours that a word tells behind another: "nachts um zwei", "from nine"."""
    near, hours = load_calendar().clock.near, load_calendar().clock.hours
    for at, form in enumerate(words.forms):
        if at and words.forms[at - 1] in near and (hour := hours.get(form)) is not None:
            yield from (hour % _NOON * 60, (hour % _NOON + _NOON) * 60)


def hours_between(text: str) -> Iterator[Claim]:
    """Yield the two hours of a span: "between 8 and 12", "kl. 10-16", "10 till 11 o'clock", "8 and 12 in the morning".

    Of "between 8 and 12 days" neither is one.
    """
    for match in (each for pattern in _spans() for each in pattern.finditer(text)):
        for name in ("from", "to"):
            hour, _, minute = match[name].replace(":", ".").partition(".")
            if int(hour) <= _LAST_HOUR:
                minutes = int(hour) % _LAST_HOUR * 60 + int(minute or 0)
                later = minutes + _NOON * 60 if int(hour) <= _NOON else minutes
                yield Claim("time", frozenset({minutes, later % (_LAST_HOUR * 60)}), *match.span(name))


def spans_hours(text: str, given: Collection[int]) -> bool:
    """Return whether a text is a span of two given hours rather than a time: "from ten to four"."""
    hours = load_calendar().clock.hours
    ends = [hours.get(word) for word in text.lower().split(" to ")]
    return len(ends) > 1 and all(
        hour is not None and not {hour * 60, hour % _NOON * 60 + _HALF_DAY}.isdisjoint(given) for hour in ends
    )


@lru_cache
def _spans() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a span behind a word for between, behind a clock word, and before a word of hours."""
    known, clock = load_claim_words(), _clock_words()
    opening, joined, to = ("|".join(sorted(each)) for each in (known.between, known.joined, known.until))
    hour, parts = r"\d{1,2}(?:[.:][0-5]\d)?", "|".join(known.day_parts)
    before, behind = rf"(?:(?:{clock})\.? )?", rf"uhr\b|h\b|hrs\b|o['’]clock\b|[ap]\.?m\b|(?:{parts})\b"
    spans = (
        (
            rf"\b(?:{opening}) {before}(?P<from>{hour}) (?:{joined}) {before}(?P<to>{hour})"
            rf"(?=\s*(?:\Z|[.,;!?)\n](?!\d)|{behind}))"
        ),
        rf"\b(?:{clock})\.? (?P<from>{hour})(?:\s?[-–]\s?| (?:{to}|{joined}) )(?P<to>{hour})(?![\d%/-]|[.,:]\d)",
        rf"(?<![\w.,:/-])(?P<from>{hour})(?:\s?[-–]\s?| (?:{to}|{joined}) )(?P<to>{hour})(?=\s?(?:{behind}))",
    )
    return tuple(re.compile(each, re.IGNORECASE) for each in spans)


def _clock_words() -> str:
    return "|".join(sorted(load_calendar().clock.before))


def dotted_time(text: str) -> int | None:
    """Return the minute of the day that a plain number may mean, such as 14.30 in Scandinavia, or None."""
    hour, _, minute = text.partition(".")
    written = hour.isdigit() and len(hour) <= _TWO_DIGITS and minute.isdigit() and len(minute) == _TWO_DIGITS
    return int(hour) * 60 + int(minute) if written else None


def _clock_word(text: str, start: int) -> re.Match[str] | None:
    """Return the word before a number, where it is one that stands before an hour."""
    before = _CLOCK_WORD.search(text, max(0, start - _LONGEST_CLOCK_WORD), start)
    return before if before and before[1].lower() in load_calendar().clock.before else None


def _is_no_decimal(match: re.Match[str]) -> bool:
    """Return whether a figure with a full stop is a time: 08.55, "from 9.30"; 10.12 may be a day and its month."""
    hour, minute = match["hour"], match["minute"]
    if match["mark"] != "." or 0 < int(minute) <= _LAST_MONTH or int(hour) > _LAST_HOUR:
        return False
    if hour.startswith("0") and len(hour) == _TWO_DIGITS:
        return hour != "00"
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - _LONGEST_BEFORE), match.start())
    calendar = load_calendar()
    word = before[1].lower() if before else ""
    return word in calendar.clock.near or calendar.weekday(word) is not None


def is_afternoon(text: str, start: int, end: int) -> bool:
    """Return whether the sentence of an hour speaks of the afternoon or evening, and not of the morning.

    "7:30 in the evening" is 19:30.

    Args:
        start, end: where the hour stands; sixty characters on either side are looked at.
    """
    before = _SENTENCE_END.split(text[max(0, start - _LOOK_AROUND) : start])[-1]
    behind = _SENTENCE_END.split(text[end : end + _LOOK_AROUND], maxsplit=1)[0]
    known, forms = load_claim_words(), words_of(f"{before} {behind}").forms
    return any(form.startswith(known.afternoon) for form in forms) and known.forenoon.isdisjoint(forms)
