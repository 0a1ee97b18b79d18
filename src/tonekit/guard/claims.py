"""What a text claims: dates, times, amounts, numbers, links and whatever else can be held against the facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, Literal, NamedTuple

from .calendar import HOURS, OPENING, Calendar, load_calendar
from .figures import AMOUNT, NUMBER, PERCENT, values_of
from .identifiers import (
    CARD,
    IBAN,
    LINK,
    MAIL,
    PHONE,
    REFERENCE,
    bare,
    is_card,
    is_iban,
    link_key,
    link_of,
    phone_key,
)
from .wording import Word

Kind = Literal[
    "link", "mail", "iban", "card", "date", "weekday", "day", "amount", "percentage", "length", "time", "phone",
    "reference", "number",
]  # fmt: skip


class Claim(NamedTuple):
    """Something that a text claims.

    Attributes:
        kind: what it is.
        key: by which it is compared; its type depends on the kind.
        start, end: where it stands.
    """

    kind: Kind
    key: Any
    start: int
    end: int


class Day(NamedTuple):
    """A date of which the year, or the day as well, may be left open."""

    month: int
    day: int | None
    year: int | None


_ISO = re.compile(r"(?<![\w.-])(\d{4})-(\d{2})-(\d{2})(?!\d|-)")
_DOTTED = re.compile(r"(?<![\d.,/-])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2}))?(?!\d)")
_SLASHED = re.compile(r"(?<![\d./\w-])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/]|-\d)")
_PLAIN = re.compile(rf"(?<![\w.,/@#-])(?:{NUMBER})(?![\w/@]|-\w)")
_LIST_MARK = re.compile(r"^[ \t]*\d{1,3}[.)](?=\s)", re.MULTILINE)
_ALL_DAY = re.compile(r"\b24/7\b")
_BLANK = "\x00"
_CENTURY = 2000
_NOON = 12
_LAST_MONTH, _LAST_DAY, _LAST_HOUR = 12, 31, 24
_SMALL = 10
"""A number of one digit counts something in the sentence; it is no claim."""


class _Scan:
    """A text in which everything that has been found is blanked out, so that nothing is found twice."""

    def __init__(self, text: str, openings: frozenset[str]) -> None:
        self.text = text
        self.openings = openings
        self.found: list[Claim] = []
        self.digits = any(map(str.isdigit, text))

    def take(self, pattern: re.Pattern[str], read: Callable[[re.Match[str]], tuple[Kind, Any, int] | None]) -> None:
        """Take what a pattern finds; `read` gives kind, key and length, or None where it is nothing."""

        def taken(match: re.Match[str]) -> str:
            made = read(match)
            if made is None:
                return match[0]
            kind, key, length = made
            self.found.append(Claim(kind, key, match.start(), match.start() + length))
            return _BLANK * length + match[0][length:]

        self.text = pattern.sub(taken, self.text)


def find_claims(text: str, words: Sequence[Word]) -> list[Claim]:
    """Return what a text claims, in the order of the text; no two claims overlap.

    Args:
        text: any text.
        words: its words.
    """
    calendar = load_calendar()
    scan = _Scan(text, frozenset(word.form[:OPENING] for word in words))
    _take_identifiers(scan)
    scan.text = _LIST_MARK.sub(_blanked, _ALL_DAY.sub(_blanked, scan.text))
    _take_days(scan, calendar)
    if scan.digits:
        scan.take(AMOUNT, partial(_numeric, "amount"))
        scan.take(PERCENT, partial(_numeric, "percentage"))
    _take_calendar(scan, calendar, "length", partial(_length, calendar))
    if scan.digits:
        scan.take(calendar.patterns["clock"], _time)
        scan.take(PHONE, lambda match: ("phone", phone_key(match[0]), len(match[0])))
        scan.take(REFERENCE, lambda match: ("reference", bare(match[0]), len(match[0])))
        scan.take(_PLAIN, _plain_number)
    return sorted(scan.found, key=lambda claim: claim.start)


def _blanked(match: re.Match[str]) -> str:
    return _BLANK * len(match[0])


def _take_identifiers(scan: _Scan) -> None:
    if "://" in scan.text or "www." in scan.text.lower():
        scan.take(LINK, lambda match: ("link", link_key(link_of(match[0])), len(link_of(match[0]))))
    if "@" in scan.text:
        scan.take(MAIL, lambda match: ("mail", match[0].lower().rstrip("."), len(match[0])))
    if scan.digits:
        scan.take(IBAN, lambda match: ("iban", bare(match[0]), len(match[0])) if is_iban(match[0]) else None)
        scan.take(CARD, lambda match: ("card", bare(match[0]), len(match[0])) if is_card(match[0]) else None)


def _take_days(scan: _Scan, calendar: Calendar) -> None:
    if scan.digits:
        scan.take(_ISO, lambda match: _day(match, match[2], match[3], match[1]))
        scan.take(_DOTTED, lambda match: _day(match, match[2], match[1], match[3]))
        scan.take(_SLASHED, lambda match: _day(match, match[2], match[1], match[3]))
        for name in ("day_month", "month_day"):
            _take_calendar(scan, calendar, name, partial(_named_day, calendar))
    _take_calendar(scan, calendar, "month", partial(_named_month, calendar))
    _take_calendar(scan, calendar, "weekday", partial(_weekday, calendar))
    _take_calendar(
        scan, calendar, "later", lambda match: ("day", calendar.later[match["later"].lower()], len(match[0]))
    )


def _take_calendar(
    scan: _Scan, calendar: Calendar, name: str, read: Callable[[re.Match[str]], tuple[Kind, Any, int] | None]
) -> None:
    """Take what a pattern of the calendar finds; it is run only where one of its words begins like a word there."""
    if not scan.openings.isdisjoint(calendar.openings[name]):
        scan.take(calendar.patterns[name], read)


def _day(match: re.Match[str], month: str, day: str, year: str | None) -> tuple[Kind, Day, int] | None:
    number, of = int(month), int(day)
    if number > _LAST_MONTH >= of:
        number, of = of, number
    if not (1 <= number <= _LAST_MONTH and 1 <= of <= _LAST_DAY):
        return None
    return "date", Day(number, of, _year(year)), len(match[0])


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) > 2 else _CENTURY + int(text)  # noqa: PLR2004 - two digits of a year


def _named_day(calendar: Calendar, match: re.Match[str]) -> tuple[Kind, Day, int] | None:
    day = int(match["day"])
    if not 1 <= day <= _LAST_DAY:
        return None
    return "date", Day(calendar.months[match["month"].lower()], day, _year(match["year"])), len(match[0])


def _named_month(calendar: Calendar, match: re.Match[str]) -> tuple[Kind, Day, int]:
    return "date", Day(calendar.months[match["month"].lower()], None, _year(match["year"])), len(match[0])


def _weekday(calendar: Calendar, match: re.Match[str]) -> tuple[Kind, int, int]:
    return "weekday", calendar.weekdays[match["weekday"].lower()], len(match[0])


def _numeric(kind: Kind, match: re.Match[str]) -> tuple[Kind, Any, int] | None:
    number = next(each for each in match.groups() if each)
    values = values_of(number)
    return (kind, values, len(match[0])) if values else None


def _length(calendar: Calendar, match: re.Match[str]) -> tuple[Kind, float, int] | None:
    number, unit = match["number"].lower(), match["unit"].lower()
    if number.isdigit():
        value = int(number)
    elif (number, unit) in calendar.together:
        value = calendar.numbers[number]
    else:
        return None
    named = calendar.units[unit]
    # "a week" and "five minutes" are promises only behind a word such as "within".
    if not match["within"] and (named == "minute" or (value == 1 and not number.isdigit())):
        return None
    return "length", round(value * HOURS[named], 2), len(match[0])


def _time(match: re.Match[str]) -> tuple[Kind, int, int] | None:
    before, after, minute = match["before"], (match["after"] or "").lower().replace(".", ""), match["minute"]
    colon = minute is not None and match[0].find(":") >= 0
    if not (before or after or colon):
        return None
    hour = int(match["hour"])
    if hour > _LAST_HOUR or (after in ("am", "pm") and hour > _NOON):
        return None
    if after in ("am", "pm"):
        hour = hour % _NOON + (_NOON if after == "pm" else 0)
    return "time", hour % _LAST_HOUR * 60 + int(minute or 0), len(match[0].rstrip())


def _plain_number(match: re.Match[str]) -> tuple[Kind, Any, int] | None:
    values = values_of(match[0])
    if not values or all(value < _SMALL and value == int(value) for value in values):
        return None
    return "number", values, len(match[0])


def days_of(claims: Sequence[Claim]) -> Iterator[Day]:
    """Yield the dates among claims."""
    return (claim.key for claim in claims if claim.kind == "date")


def weekday_of(day: Day) -> int | None:
    """Return 0 (Monday) to 6 of a whole date, or None where its year or day is open, or there is no such day."""
    if day.day is None or day.year is None:
        return None
    try:
        return date(day.year, day.month, day.day).weekday()
    except ValueError:
        return None
