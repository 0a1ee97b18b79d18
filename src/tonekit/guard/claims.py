"""What a text claims: dates, times, amounts, numbers, links and whatever else can be held against the facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import attrgetter

from ..reading.amounts import written_amounts
from ..reading.money_forms import money_forms
from .calendar import load_calendar
from .calendar_claims import claims_in_words
from .claim import Claim, Day, Kind
from .digit_runs import DigitRuns
from .figures import PERCENT, PLAIN, may_have_percentage, values_of
from .identifier_forms import (
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
    may_have_link,
    phone_key,
)
from .named_days import named_days
from .spelled_figures import spelled_figures
from .words import Words

Read = Callable[[re.Match[str]], Claim | None]

_ISO = re.compile(r"\d(?<![\w.-]\d)\d{3}-\d{2}-\d{2}(?!\d|-)")
_DOTTED = re.compile(r"\d(?<![\d.,/-]\d)\d?\.\s?\d{1,2}\.(?:\s?(?:\d{4}|\d{2}))?(?!\d)")
_SLASHED = re.compile(r"\d(?<![\d./\w-]\d)\d?/\d{1,2}(?:/(?:\d{4}|\d{2}))?(?![\d/]|-\d)")
_CLOCK = re.compile(
    r"(?P<hour>\d(?<![\d:.,/-]\d)\d?)(?:(?P<mark>[.:])(?P<minute>[0-5]\d))?(?![\d/%-]|[.:,]\d)"
    r"(?:\s?(?P<after>[AaPp]\.?[Mm]\b|o['’]clock\b|[Uu]hr\b))?"
)
_LIST_MARK = re.compile(r"^[ \t]*\d{1,3}[.)](?=\s)", re.MULTILINE)
_NUMBERS = re.compile(r"\d+")
_BLANK = "\x00"
_CENTURY = 2000
_NOON = 12
_LAST_MONTH, _LAST_DAY, _LAST_HOUR = 12, 31, 24
_LONGEST_CLOCK_WORD = 8
_CLOCK_WORD = re.compile(r"([^\W\d_]+)\.?\s?\Z")
_SMALL = 10
"""A single digit merely counts something in its sentence and is no claim."""


def find_claims(text: str, words: Words) -> list[Claim]:
    """Return what a text claims, in the order of the text; no two claims overlap.

    Args:
        text: any text.
        words: its words.
    """
    scan = _Scan(text)
    runs = DigitRuns(text)
    if may_have_link(text):
        scan.take(LINK, _link)
    if "@" in text:
        scan.take(MAIL, lambda match: Claim("mail", match[0].lower(), match.start(), match.end()))
    if runs.may_be_iban():
        scan.take(IBAN, partial(_identifier, "iban", is_iban))
    if runs.may_be_card():
        scan.take(CARD, partial(_identifier, "card", is_card), runs.all_starts)
    scan.add((*claims_in_words(scan.text, words), *named_days(scan.text, words), *spelled_figures(scan.text, words)))
    if runs.spans and (left := scan.left(runs)).spans:
        _take_figures(scan, words, left)
    return sorted(scan.found, key=attrgetter("start"))


class _Scan:
    """A text in which every claim found so far is blanked out, so that none is found twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Claim] = []

    def left(self, runs: DigitRuns) -> DigitRuns:
        """Return the digits that are left of `runs`: mostly the marks of a list, and those are no figures."""
        return runs if self.text is runs.text else runs.left_in(self.text)

    def take(self, pattern: re.Pattern[str], read: Read, starts: Iterable[int] | None = None) -> None:
        """Take what a pattern finds.

        Args:
            pattern: the pattern.
            read: gives the claim that a match makes, or None where it is nothing.
            starts: where the pattern may match, in order; anywhere by default.
        """
        matches = pattern.finditer(self.text) if starts is None else self._matches(pattern, starts)
        claims = [claim for match in matches if (claim := read(match)) is not None]
        if claims:
            self.add(claims)

    def _matches(self, pattern: re.Pattern[str], starts: Iterable[int]) -> Iterator[re.Match[str]]:
        free = 0
        for start in starts:
            if start >= free and (match := pattern.match(self.text, start)):
                free = match.end()
                yield match

    def add(self, claims: Iterable[Claim]) -> None:
        """Keep claims and blank them out; of two that overlap, keep the first."""
        parts: list[str] = []
        end = 0
        for claim in sorted(claims, key=lambda claim: (claim.start, -claim.end)):
            if claim.start >= end:
                self.found.append(claim)
                parts += (self.text[end : claim.start], _BLANK * (claim.end - claim.start))
                end = claim.end
        if parts:
            self.text = "".join((*parts, self.text[end:]))


def _take_figures(scan: _Scan, words: Words, runs: DigitRuns) -> None:
    """Find what is written with digits, the most certain kinds first."""
    if "-" in runs.behind:
        scan.take(_ISO, _iso, runs.starts(most=4, behind="-"))
    if "/" in runs.behind:
        scan.take(_SLASHED, _day_and_month, runs.starts(most=2, behind="/"))
    if money_forms(None, small=True).may_stand_in(scan.text, words.letters):
        scan.add(_amounts(scan.text))
    if "." in runs.behind:
        scan.take(_DOTTED, _day_and_month, runs.starts(most=2, behind="."))
    if may_have_percentage(scan.text, words.among):
        scan.take(PERCENT, partial(_numeric, "percentage"), runs.all_starts)
    if ":" in runs.behind or runs.beside_letters() or not load_calendar().clock.isdisjoint(words.among):
        scan.take(_CLOCK, _time, runs.starts(most=2))
    if (left := scan.left(runs)).spans:
        _take_numbers(scan, left)


def _take_numbers(scan: _Scan, runs: DigitRuns) -> None:
    """Find the remaining numbers."""
    if runs.may_be_phone():
        scan.take(PHONE, lambda match: Claim("phone", phone_key(match[0]), match.start(), match.end()))
    if runs.may_be_reference():
        scan.take(REFERENCE, lambda match: Claim("reference", bare(match[0]), match.start(), match.end()))
    listed = "." in runs.behind or ")" in runs.behind
    marks = {match.end() for match in _LIST_MARK.finditer(scan.text)} if listed else set()
    scan.take(PLAIN, partial(_plain_number, marks), runs.all_starts)


def _link(match: re.Match[str]) -> Claim:
    link = link_of(match[0])
    return Claim("link", link_key(link), match.start(), match.start() + len(link))


def _identifier(kind: Kind, is_valid: Callable[[str], bool], match: re.Match[str]) -> Claim | None:
    return Claim(kind, bare(match[0]), match.start(), match.end()) if is_valid(match[0]) else None


def _iso(match: re.Match[str]) -> Claim | None:
    year, month, day = map(int, match[0].split("-"))
    return _date(match, month, day, year)


def _day_and_month(match: re.Match[str]) -> Claim | None:
    day, month, *rest = map(int, _NUMBERS.findall(match[0]))
    if month > _LAST_MONTH >= day:
        day, month = month, day
    year = None if not rest else rest[0] if rest[0] > _CENTURY else _CENTURY + rest[0] % 100
    return None if match[0] == "24/7" else _date(match, month, day, year)


def _date(match: re.Match[str], month: int, day: int, year: int | None) -> Claim | None:
    if not (1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY):
        return None
    return Claim("date", Day(month, day, year), match.start(), match.end())


def _amounts(text: str) -> Iterator[Claim]:
    """Yield the amounts of money in any language, since the facts may be in another one than the draft."""
    for found in written_amounts(text, money_forms(None, small=True)):
        if values := values_of(found.number):
            yield Claim("amount", frozenset(each * found.times for each in values), found.start, found.end)


def _numeric(kind: Kind, match: re.Match[str]) -> Claim | None:
    values = values_of(match["number"])
    return Claim(kind, values, match.start(), match.end()) if values else None


def _time(match: re.Match[str]) -> Claim | None:
    after = (match["after"] or "").lower().replace(".", "")
    before = _CLOCK_WORD.search(match.string, max(0, match.start() - _LONGEST_CLOCK_WORD), match.start())
    named = before is not None and before[1].lower() in load_calendar().clock_before
    if not (named or after or match["mark"] == ":"):
        return None
    hour = int(match["hour"])
    if hour > _LAST_HOUR or (after in ("am", "pm") and hour > _NOON):
        return None
    if after in ("am", "pm"):
        hour = hour % _NOON + (_NOON if after == "pm" else 0)
    start = before.start() if named and before else match.start()
    return Claim("time", hour % _LAST_HOUR * 60 + int(match["minute"] or 0), start, match.end())


def _plain_number(marks: set[int], match: re.Match[str]) -> Claim | None:
    if len(match[0]) == 1 or match.end() + 1 in marks:
        return None
    values = values_of(match[0])
    if not values or all(value < _SMALL and value == int(value) for value in values):
        return None
    return Claim("number", values, match.start(), match.end())
