"""What a text claims: dates, times, amounts, numbers, links and whatever else can be held against the facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import attrgetter

from ...reading.facts.amounts import written_amounts
from ...reading.facts.money_forms import money_forms
from ..days import calendar_figures
from ..days.calendar import load_calendar
from ..days.calendar_claims import claims_in_words
from ..days.named_days import named_days
from ..days.ordinal_days import ordinal_days
from ..identifiers import identifier_forms as forms
from ..wording.claim_words import load_claim_words
from ..wording.figure_words import load_figure_words
from ..wording.words import Words
from .amounts_in_words import joined_amounts, spelled_figures
from .claim import Claim, Kind
from .digit_runs import DigitRuns
from .figures import DASHED_AMOUNT, PERCENT, PLAIN, may_have_percentage, values_of
from .references import announced_phone, announced_references
from .small_numbers import is_counted

Read = Callable[[re.Match[str]], Claim | None]

_LIST_MARK = re.compile(r"^[ \t]*\d{1,3}[.)](?=\s)", re.MULTILINE)
_CAPITALS = re.compile(r"[A-Z]+")
_BLANK = "\x00"
_SMALL = 10
"""A single digit is a claim only where it counts something: "in 7 packages"."""


def find_claims(text: str, words: Words) -> list[Claim]:
    """Return what a text claims, in the order of the text; no two claims overlap."""
    scan = _Scan(text)
    runs = DigitRuns(text)
    if forms.may_have_link(text):
        scan.take(forms.LINK, _link)
    if "@" in text:
        scan.take(forms.MAIL, lambda match: Claim("mail", match[0].lower(), match.start(), match.end()))
    if "." in " ".join(words.among):
        scan.take(forms.BARE_LINK, _link)
    if runs.may_be_iban():
        scan.take(forms.IBAN, partial(_identifier, "iban", forms.reads_as_iban))
    if runs.may_be_card():
        scan.take(forms.CARD, partial(_identifier, "card", forms.reads_as_card), runs.all_starts)
    told = (claims_in_words, named_days, ordinal_days, spelled_figures)
    scan.add([claim for find in told for claim in find(scan.text, words)])
    if runs.spans and (left := scan.left(runs)).spans:
        _take_figures(scan, words, left)
    claims = sorted(scan.found, key=attrgetter("start"))
    return claims if load_claim_words().small_money.isdisjoint(words.among) else list(joined_amounts(claims, text))


class _Scan:
    """A text in which every claim found so far is blanked out, so that none is found twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Claim] = []

    def left(self, runs: DigitRuns) -> DigitRuns:
        """Return the digits that are left of `runs`: mostly the marks of a list, and those are not figures."""
        return runs if self.text is runs.text else runs.left_in(self.text)

    def take(self, pattern: re.Pattern[str], read: Read, starts: Iterable[int] | None = None) -> None:
        """Take what a pattern finds.

        Args:
            read: gives the claim that a match makes, or None if it is nothing.
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
        scan.take(calendar_figures.ISO, calendar_figures.iso_date, runs.starts(most=4, behind="-"))
        scan.take(calendar_figures.DASHED, calendar_figures.slashed_date, runs.starts(most=2, behind="-"))
    if "/" in runs.behind:
        scan.take(calendar_figures.SLASHED, calendar_figures.slashed_date, runs.starts(most=2, behind="/"))
    if money_forms(None, small=True).may_stand_in(scan.text, words.letters):
        scan.add(_amounts(scan.text))
    if "," in runs.behind or ":" in runs.behind:
        scan.take(DASHED_AMOUNT, partial(_numeric, "amount"), runs.all_starts)
    if "." in runs.behind:
        scan.take(calendar_figures.DOTTED, calendar_figures.dotted_date, runs.starts(most=2, behind="."))
    if may_have_percentage(scan.text, words.among):
        scan.take(PERCENT, partial(_numeric, "percentage"), runs.all_starts)
    _take_times(scan, words, runs)
    if (left := scan.left(runs)).spans:
        _take_numbers(scan, left)


def _take_times(scan: _Scan, words: Words, runs: DigitRuns) -> None:
    """Find the times of day that nothing else could be."""
    clock = load_calendar().clock
    if not (load_claim_words().beside_hours.isdisjoint(words.among) and clock.beside.isdisjoint(words.among)):
        scan.add(calendar_figures.hours_between(scan.text))
    if ":" in runs.behind or runs.beside_letters() or not clock.beside.isdisjoint(words.among):
        scan.take(calendar_figures.CLOCK, calendar_figures.time_of_day, runs.starts(most=2))
    if not clock.before.isdisjoint(words.among):
        scan.take(calendar_figures.RUN_TOGETHER, calendar_figures.run_together_time, runs.starts(most=4))


def _take_numbers(scan: _Scan, runs: DigitRuns) -> None:
    """Find the remaining numbers."""
    if runs.may_be_phone():
        scan.take(forms.PHONE, lambda match: Claim("phone", forms.phone_key(match[0]), match.start(), match.end()))
    scan.take(forms.FOURS, announced_phone, runs.starts(most=4, behind=" "))
    scan.add(announced_references(scan.text, runs.all_starts))
    if runs.may_be_reference():
        scan.take(forms.REFERENCE, _reference)
    listed = "." in runs.behind or ")" in runs.behind
    marks = {match.end() for match in _LIST_MARK.finditer(scan.text)} if listed else set()
    scan.take(PLAIN, partial(_plain_number, marks), runs.all_starts)


def _reference(match: re.Match[str]) -> Claim | None:
    technical = _CAPITALS.match(match[0])
    if technical and technical[0] in load_figure_words().technical:
        return None
    return Claim("reference", forms.bare(match[0]), match.start(), match.end())


def _link(match: re.Match[str]) -> Claim:
    link = forms.link_of(match[0])
    return Claim("link", forms.link_key(link), match.start(), match.start() + len(link))


def _identifier(kind: Kind, is_valid: Callable[[str], bool], match: re.Match[str]) -> Claim | None:
    return Claim(kind, forms.bare(match[0]), match.start(), match.end()) if is_valid(match[0]) else None


def _amounts(text: str) -> Iterator[Claim]:
    """Yield the amounts of money in any language, since the facts may be in another one than the draft."""
    for found in written_amounts(text, money_forms(None, small=True)):
        if values := values_of(found.number):
            yield Claim("amount", frozenset(each * found.times for each in values), found.start, found.end)


def _numeric(kind: Kind, match: re.Match[str]) -> Claim | None:
    values = values_of(match["number"])
    return Claim(kind, values, match.start(), match.end()) if values else None


def _plain_number(marks: set[int], match: re.Match[str]) -> Claim | None:
    if match.end() + 1 in marks:
        return None
    values = values_of(match[0])
    if not values:
        return None
    if all(value < _SMALL and value == int(value) for value in values):
        return Claim("count", values, match.start(), match.end()) if is_counted(match) else None
    return Claim("number", values, match.start(), match.end())
