"""What a text claims: dates, times, amounts, numbers, links and whatever else can be held against the facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ..reading.amounts import written_amounts
from ..reading.mail_furniture import words_of
from ..reading.money_forms import money_forms
from .announced import announced_references
from .calendar import load_calendar
from .calendar_claims import claims_in_words
from .calendar_figures import CLOCK, DOTTED, ISO, SLASHED, dotted_date, iso_date, slashed_date, time_of_day
from .claim import Claim, Kind
from .counts import is_counted
from .digit_runs import DigitRuns
from .figure_words import load_figure_words
from .figures import PERCENT, PLAIN, may_have_percentage, values_of
from .identifier_forms import (
    BARE_LINK,
    CARD,
    IBAN,
    LINK,
    MAIL,
    PHONE,
    REFERENCE,
    bare,
    link_key,
    link_of,
    phone_key,
    reads_as_card,
    reads_as_iban,
)
from .named_days import named_days
from .spelled_figures import spelled_figures
from .words import Words

Read = Callable[[re.Match[str]], Claim | None]

_LIST_MARK = re.compile(r"^[ \t]*\d{1,3}[.)](?=\s)", re.MULTILINE)
_CAPITALS = re.compile(r"[A-Z]+")
_DIGIT = re.compile(r"\d")
_BLANK = "\x00"
_SMALL = 10
"""A number of one digit is a claim only where it counts something: "in 7 packages"."""


def find_claims(text: str, words: Words) -> list[Claim]:
    """Return what a text claims, in the order of the text; no two claims overlap.

    Args:
        text: any text.
        words: its words.
    """
    scan = _Scan(text)
    runs = DigitRuns(text)
    if "://" in text or "www." in text:
        scan.take(LINK, _link)
    if "@" in text:
        scan.take(MAIL, lambda match: Claim("mail", match[0].lower(), match.start(), match.end()))
    if any("." in form for form in words.among):
        scan.take(BARE_LINK, _link)
    if runs.may_be_iban():
        scan.take(IBAN, partial(_identifier, "iban", reads_as_iban))
    if runs.may_be_card():
        scan.take(CARD, partial(_identifier, "card", reads_as_card), runs.all_starts)
    scan.add((*claims_in_words(scan.text, words), *named_days(scan.text, words), *spelled_figures(scan.text, words)))
    if runs.spans:
        # What was taken has left fewer digits; nothing stands beside them that did not before.
        _take_figures(scan, words.among, runs)
    return sorted(scan.found, key=lambda claim: claim.start)


class _Scan:
    """A text in which everything that has been found is blanked out, so that nothing is found twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Claim] = []

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
        """Take claims, and blank them out; of two that overlap the first."""
        parts: list[str] = []
        end = 0
        for claim in sorted(claims, key=lambda claim: (claim.start, -claim.end)):
            if claim.start >= end:
                self.found.append(claim)
                parts += [self.text[end : claim.start], _BLANK * (claim.end - claim.start)]
                end = claim.end
        if parts:
            self.text = "".join((*parts, self.text[end:]))


def _take_figures(scan: _Scan, forms: frozenset[str], runs: DigitRuns) -> None:
    """Take what is written with digits; what is more certain comes first."""
    if "-" in runs.behind:
        scan.take(ISO, iso_date, runs.starts(most=4, behind="-"))
    if "/" in runs.behind:
        scan.take(SLASHED, slashed_date, runs.starts(most=2, behind="/"))
    scan.add(_amounts(scan.text))
    if "." in runs.behind:
        scan.take(DOTTED, dotted_date, runs.starts(most=2, behind="."))
    if may_have_percentage(scan.text, forms):
        scan.take(PERCENT, partial(_numeric, "percentage"), runs.all_starts)
    if ":" in runs.behind or runs.beside_letters() or not load_calendar().clock.beside.isdisjoint(forms):
        scan.take(CLOCK, time_of_day, runs.starts(most=2))
    if _DIGIT.search(scan.text):
        _take_numbers(scan, runs)


def _take_numbers(scan: _Scan, runs: DigitRuns) -> None:
    """Take the numbers that are left."""
    if runs.may_be_phone():
        scan.take(PHONE, lambda match: Claim("phone", phone_key(match[0]), match.start(), match.end()))
    scan.add(announced_references(scan.text, runs.all_starts))
    if runs.may_be_reference():
        scan.take(REFERENCE, _reference)
    listed = "." in runs.behind or ")" in runs.behind
    marks = {match.end() for match in _LIST_MARK.finditer(scan.text)} if listed else set()
    scan.take(PLAIN, partial(_plain_number, marks), runs.all_starts)


def _reference(match: re.Match[str]) -> Claim | None:
    technical = _CAPITALS.match(match[0])
    if technical and technical[0] in load_figure_words().technical:
        return None
    return Claim("reference", bare(match[0]), match.start(), match.end())


def _link(match: re.Match[str]) -> Claim:
    link = link_of(match[0])
    return Claim("link", link_key(link), match.start(), match.start() + len(link))


def _identifier(kind: Kind, is_valid: Callable[[str], bool], match: re.Match[str]) -> Claim | None:
    return Claim(kind, bare(match[0]), match.start(), match.end()) if is_valid(match[0]) else None


def _amounts(text: str) -> Iterator[Claim]:
    """Yield the amounts of money; in which language the facts name theirs, a draft does not tell."""
    money = money_forms(None, small=True)
    if money.may_stand_in(text, words_of(text.lower())):
        for found in written_amounts(text, money):
            if values := values_of(found.number):
                yield Claim("amount", frozenset(each * found.times for each in values), found.start, found.end)


def _numeric(kind: Kind, match: re.Match[str]) -> Claim | None:
    values = values_of(match["number"])
    return Claim(kind, values, match.start(), match.end()) if values else None


def _plain_number(marks: set[int], match: re.Match[str]) -> Claim | None:
    values = values_of(match[0])
    listed = match.end() + 1 in marks
    if listed or not values:
        return None
    if all(value < _SMALL and value == int(value) for value in values):
        return Claim("count", values, match.start(), match.end()) if is_counted(match) else None
    return Claim("number", values, match.start(), match.end())
