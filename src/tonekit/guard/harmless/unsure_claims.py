"""Claims that cannot be held against anything: they may say what was given in another way, or promise nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from ...loading.once import once
from ..claims.claim import Claim, neighbours
from ..days.calendar import load_calendar
from ..draft import Draft
from ..facts.given_in_words import GivenInWords
from ..told.told_days import names_month_end
from ..wording.claim_words import load_claim_words
from ..wording.draft_words import ASIDE, FEWEST, shipped_draft_words
from ..wording.words import words_of
from .asides import is_in_next_sentence
from .engineering import explains

_AROUND = 160
"""Characters on either side of a claim in which its sentence is looked for."""
_SENTENCE = re.compile(r"[.!?…]\s|\n")
_CLAUSE = re.compile(r"[,;:](?=\s)|\s[-–—]\s|[–—()]")
"""Where one clause of a sentence ends and another begins."""
_LOOK_BACK = 24
_BESIDE = 2
"""Words between a weekday and its date, at most."""
_YEAR = re.compile(r"20[2-4]\d")
_IN_PASSING = frozenset({"date", "weekday", "holiday", "day", "length", "number", "count"})
"""Kinds that a sentence may name in passing; sums, shares, times of day and whatever leads somewhere are none: such
sentences hold hardly an aside among them, and lose found defects."""
_FROM_TODAY = frozenset(
    {"end_of_day", "this_afternoon", "tomorrow", "day_after_tomorrow", "next_week", "this_week", "next_month"}
)
"""Names of days that may be any date where nobody told what day it is."""


class UnsureClaims:
    """Tells which claims of a draft may be right, or promise nothing, though nothing supports them."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tests: Mapping[str, tuple[Callable[[Claim], bool], ...]] = {
            "day": (
                self._stands_for_a_date,
                self._names_the_week,
                self._is_day_after,
                self._is_conditional,
                self._is_supposed,
            ),
            "today": (self._stands_for_a_date, self._is_supposed),
            "weekday": (self._has_a_date, self._is_any, self._is_supposed),
            "date": (self._is_idle_month, self._ends_a_month),
            "number": (self._is_year, self._is_technical),
            "count": (self._is_technical,),
            "reference": (self._is_technical,),
        }

    def hold(self, claim: Claim) -> bool:
        """Return whether a claim is one of them."""
        return any(test(claim) for test in self._tests.get(claim.kind, ())) or self._is_in_passing(claim)

    def _is_in_passing(self, claim: Claim) -> bool:
        """Return whether all the words of its sentence say that a day, a length or a number promises nothing.

        So do those of its clause, for kind words lead up to promises: "That deserves a medal, and it comes on Friday".
        Whoever names one beside a word of promise means it: "I call you tomorrow, to be safe".
        """
        places = self._draft.manners[ASIDE] if claim.kind in _IN_PASSING else ()
        place = next((each for each in places if each[0] <= claim.start < each[1]), None)
        if place is None or not self._is_idle_clause(claim, place):
            return False
        return self._vowing.isdisjoint(words_of(self._sentence(claim)).among)

    def _is_idle_clause(self, claim: Claim, sentence: tuple[int, int]) -> bool:
        """Return whether the clause of a claim is an aside by itself, as its marks and as its joining words part it."""
        text, (first, last) = self._draft.text, sentence
        marks = [each.span() for each in _CLAUSE.finditer(text, first, last)]
        start, end = clause = _between(marks, claim, sentence)
        known = load_claim_words()
        joints = [
            (start + at, start + behind)
            for form, at, behind in words_of(text[start:end])[1:]
            if form in known.joining or form in known.contrast
        ]
        return all(self._is_idle(*part, last) for part in {clause, _between(joints, claim, clause)})

    def _is_idle(self, start: int, end: int, last: int) -> bool:
        """Return whether a part of a sentence that ends at `last` is an aside; too few words say neither."""
        part, sign = self._draft.text[start:end], self._draft.text[last : last + 1] if end == last else ""
        return len(words_of(part).forms) < FEWEST or shipped_draft_words().reads_as(part, ASIDE, sign)

    def _sentence(self, claim: Claim) -> str:
        """Return the sentence of a claim, as far as it stands near."""
        text = self._draft.text
        stop = _SENTENCE.search(text, claim.end, claim.end + _AROUND)
        return self._opening(claim) + text[claim.start : stop.start() if stop else claim.end + _AROUND]

    def _opening(self, claim: Claim) -> str:
        """Return what stands before a claim in its sentence."""
        before = self._draft.text[max(0, claim.start - _AROUND) : claim.start]
        return before[max((match.end() for match in _SENTENCE.finditer(before)), default=0) :]

    def _promises(self, claim: Claim) -> bool:
        """Return whether the sentence of a claim promises something, or the sender speaks of himself in it."""
        said = words_of(self._sentence(claim)).among
        return not (self._own.isdisjoint(said) and self._vowing.isdisjoint(said))

    @once
    def _vowing(self) -> frozenset[str]:
        """The words that promise, in the language of the reply."""
        calendar = load_calendar()
        return calendar.promised.get(self._draft.profile.language, calendar.promising)

    @once
    def _own(self) -> frozenset[str]:
        """The words by which the sender speaks of himself; "i" is a preposition in Scandinavia."""
        own = load_claim_words().firm
        return own if self._draft.profile.language == "en" else own - {"i"}

    @once
    def _untold(self) -> int:
        """How many days among the facts the draft does not name by their date or weekday."""
        told = [each.key for each in self._draft.claims if each.kind == "date"]
        weekdays = {each.key for each in self._draft.claims if each.kind == "weekday"}
        days = {each for each in self._draft.backing.typed.days if each.weekday() not in weekdays}
        return sum(not any(each.meets(key) for key in told) for each in days)

    @once
    def _stand_ins(self) -> int:
        """How many times the draft names a day from today on that nothing supports."""
        return sum(map(_is_from_today, self._draft.unsupported))

    def _stands_for_a_date(self, claim: Claim) -> bool:
        """Return whether a "tomorrow" may be a given date that the draft does not name otherwise."""
        return self._draft.today is None and _is_from_today(claim) and 0 < self._stand_ins <= self._untold

    def _names_the_week(self, claim: Claim) -> bool:
        """Return whether the next sentence names a given day, in a "this week": "before the weekend. On Thursday …"."""
        if claim.key != "this_week" or self._draft.today is not None:
            return False
        wrong = {each.start for each in self._draft.unsupported}
        given = [each for each in self._draft.claims if each.kind in ("date", "weekday") and each.start not in wrong]
        return any(is_in_next_sentence(self._draft.text, claim, each) for each in given)

    def _is_day_after(self, claim: Claim) -> bool:
        """Return whether the reader is told to wait until "tomorrow", where a fact says "the next day"."""
        if claim.key != "tomorrow" or self._promises(claim):
            return False
        return GivenInWords([part.text for each in self._draft.backing.parts.values() for part in each]).next_day

    def _is_conditional(self, claim: Claim) -> bool:
        """Return whether a day is left to the reader: "if that is too much for today, leave it until tomorrow"."""
        known, said = load_claim_words(), words_of(self._sentence(claim)).among
        return not known.conditions.isdisjoint(said) and known.offers.isdisjoint(said) and not self._promises(claim)

    def _is_supposed(self, claim: Claim) -> bool:
        """Return whether the verb opens the clause of a day, as in a supposition: "Blir det for mye i dag, …"."""
        opening = self._opening(claim)
        verb, subject, *_ = *words_of(opening).forms[:2], "", ""
        supposed = verb in self._vowing and subject in load_claim_words().subjects
        return supposed and "," not in opening and "," in self._sentence(claim)

    def _is_any(self, claim: Claim) -> bool:
        """Return whether a weekday may be any, and nothing is promised for it: "on a grey Monday"."""
        before = words_of(self._draft.text[max(0, claim.start - _LOOK_BACK) : claim.start]).forms[-_BESIDE:]
        said, known = words_of(self._sentence(claim)).among, load_claim_words()
        if not known.whose.isdisjoint(before[-1:]):
            return not known.made_theirs.isdisjoint(said)
        return not known.some.isdisjoint(before) and self._vowing.isdisjoint(said)

    def _has_a_date(self, claim: Claim) -> bool:
        """Return whether a weekday stands beside a given date and may be its own: no year is known, or one fits."""
        years = {each.year for each in self._draft.backing.ground.days if each.year}
        return any(
            self._is_beside(claim, each)
            and (not years or claim.key in {each.key._replace(year=each.key.year or year).weekday() for year in years})
            for each in neighbours(claim, self._draft.given_dates)
        )

    def _is_beside(self, claim: Claim, date: Claim) -> bool:
        gap = self._draft.text[min(claim.end, date.end) : max(claim.start, date.start)]
        between = words_of(gap).forms
        joined = len(between) <= _BESIDE and load_claim_words().listing.isdisjoint(between)
        return joined and not _SENTENCE.search(gap)

    def _is_idle_month(self, claim: Claim) -> bool:
        """Return whether a month is named, without a day, where nothing is promised: "in November it is cold"."""
        return claim.key.day is None and not self._promises(claim)

    def _ends_a_month(self, claim: Claim) -> bool:
        """Return whether a date is the last of a month whose end a fact names: "until the end of January"."""
        parts = (part for each in self._draft.backing.parts.values() for part in each)
        return any(names_month_end(claim.key, words_of(part.text)) for part in parts)

    def _is_year(self, claim: Claim) -> bool:
        """Return whether a number is a year, and no term that ends with it."""
        text = self._draft.text
        if not _YEAR.fullmatch(text[claim.start : claim.end]):
            return False
        before = words_of(text[max(0, claim.start - _LOOK_BACK) : claim.start]).forms[-1:]
        return load_calendar().clock.near.isdisjoint(before) and not self._promises(claim)

    def _is_technical(self, claim: Claim) -> bool:
        """Return whether a number explains something to an expert and promises nothing: "divide it by 100"."""
        draft = self._draft
        if draft.profile.jargon != "technical" or not self._own.isdisjoint(words_of(self._sentence(claim)).among):
            return False
        return explains(draft.text, claim.start, claim.end)


def _between(parting: Sequence[tuple[int, int]], claim: Claim, around: tuple[int, int]) -> tuple[int, int]:
    """Return the part of a text that a claim stands in, where some places part what stands around it."""
    start = max((behind for _, behind in parting if behind <= claim.start), default=around[0])
    return start, min((at for at, _ in parting if at >= claim.end), default=around[1])


def _is_from_today(claim: Claim) -> bool:
    """Return whether a claim names a day by its distance from today; "today" counts where it promises something."""
    return bool(claim.key) if claim.kind == "today" else claim.kind == "day" and claim.key in _FROM_TODAY
