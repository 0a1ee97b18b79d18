"""What a draft says in passing: claims that nobody gave, and that promise the reader nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta

from ..claims.claim import Claim, Day, neighbours
from ..claims.measures import measures_in
from ..days.calendar import load_calendar
from ..days.calendar_figures import bare_hours, dotted_time, is_afternoon
from ..days.lengths import named_lengths
from ..draft import Draft
from ..wording.claim_words import MOST_DAYS, load_claim_words
from ..wording.words import words_of
from .appositions import names_again
from .approximations import is_distance, is_rounded
from .prices import is_each, is_total, names_amount

_ORDINAL = re.compile(r":[ae]\b|(?:st|nd|rd|th)\b|\.\s")
_LONGEST_SENTENCE = 300
"""Characters between two things of one sentence, at most."""
_SENTENCE_END = re.compile(r"[.!?…]\s+[^\W\d_]|\n\s*\n")
_STOP = re.compile(r"[.!?…](?=\s|\Z)|\n")
_NEXT_SENTENCE = re.compile(r"[.!?…](?=\s)|[^\w\s.,;:!?'\"()/€$£%&@#*+=<>–-](?=\s+[A-ZÅÄÖÆØÜ])")
"""Where the next sentence begins: behind a full stop and the like, or an emoji."""
_NEAR = 6
"""Words around a length of time that tell of waiting, or of a promise."""
_FEW = 4
"""Words behind it among which stands what was missing: "ten days without any answer"."""
_LOOK_AROUND = 60
"""Characters in which these stand."""
_LONGEST = 24 * 60
"""Hours before a holiday that anybody counts."""
_SPAN_END = re.compile(r"(?<!\d)(\d{1,2})\s?[-–]\s?\Z")
_HOUR = re.compile(r"\d{1,2}(?!\d)")
_WEEKS_AHEAD = 42
"""Days before a feast in which what a draft dates is still said to be before it."""
_IN_A_ROW = 12
"""Characters between the first and the last weekday of several that are named together."""
_ALL = 100
"""What "all of it" claims, in percent."""
_HALF_DAY = 12 * 60
_LONGEST_UNIT = 16
"""Characters of the unit behind a number."""
_EXCEPTING = 2
"""Words before a weekday among which one leaves it out: "except on Sunday"."""
_NEXT = 2
"""Characters between a length of time and the holiday that it is counted to."""


def is_in_next_sentence(text: str, claim: Claim, other: Claim) -> bool:
    """Return whether a claim stands in the sentence right behind that of another."""
    gap = text[claim.end : min(other.start, claim.end + _LONGEST_SENTENCE)] if other.start > claim.end else ""
    return other.start - claim.end < _LONGEST_SENTENCE and len(_NEXT_SENTENCE.findall(gap)) == 1


class Asides:
    """Tells which claims of a draft are made in passing."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tests: Mapping[str, tuple[Callable[[Claim], bool], ...]] = {
            # A "today" without a key is about something already done, and nothing that the reader waits for.
            "today": (lambda claim: not claim.key, self._is_refused),
            "day": (self._is_refused,),
            "weekday": (self._is_refused, self._is_in_a_week, self._is_excepted),
            "date": (self._is_refused_month,),
            "holiday": (self._is_measured_from, self._stands_beside_a_date, self._ends_a_wait, self._is_refused),
            "number": (self._is_day, self._is_hour, self._is_hours, self._is_converted, self._is_price),
            "amount": (self._is_price,),
            "percentage": (self._is_the_refund,),
            "length": (
                self._is_asked,
                self._is_wait,
                self._is_counted_to,
                self._is_distance,
                self._is_age,
                self._is_hours,
            ),
        }

    def holds(self, claim: Claim) -> bool:
        """Return whether a claim is made in passing."""
        if claim.stance == "refused" or any(test(claim) for test in self._tests.get(claim.kind, ())):
            return True
        return names_again(claim, self._draft) or is_rounded(claim, self._draft.text, self._draft.backing)

    def _is_refused(self, claim: Claim) -> bool:
        return self._draft.refused_days.refuses(claim)

    def _is_excepted(self, claim: Claim) -> bool:
        """Return whether a weekday is left out of others: "every day but Sunday", "täglich außer Montag"."""
        known = load_claim_words()
        before = words_of(_STOP.split(self._draft.text[max(0, claim.start - _LOOK_AROUND) : claim.start])[-1]).forms
        if not known.excepting.isdisjoint(before[-_EXCEPTING:]):
            return True
        # "Tuesday is full, but Monday is free" leaves out nothing.
        apart = [at for at, form in enumerate(before) if form in known.all_but][-1:]
        return any(
            at >= len(before) - _EXCEPTING and not known.every.isdisjoint(before[max(0, at - _EXCEPTING) : at])
            for at in apart
        )

    def _is_refused_month(self, claim: Claim) -> bool:
        """Return whether a month without a day is refused; days of a month are checked all the same."""
        return claim.key.day is None and self._is_refused(claim)

    def _is_day(self, claim: Claim) -> bool:
        """Return whether a number is a given day in an order of them: "den 12:e och 19:e", "bis zum 18. Wir …"."""
        text = self._draft.text
        number = text[claim.start : claim.end]
        if not number.isdecimal() or int(number) > MOST_DAYS:
            return False
        before = words_of(text[max(0, claim.start - _LOOK_AROUND) : claim.start]).forms[-1:]
        if not _ORDINAL.match(text, claim.end) and load_calendar().right_before_day.isdisjoint(before):
            return False
        return self._draft.backing.ground.day(Day(None, int(number), None))

    def _is_hour(self, claim: Claim) -> bool:
        """Return whether a number is a given hour that only words beside it tell: "by 12", "the 7.30 evening show"."""
        text, given = self._draft.text, self._draft.backing.ground.keys.get("time", set())
        number = text[claim.start : claim.end]
        minutes = dotted_time(number)
        if minutes is not None and minutes + _HALF_DAY in given and is_afternoon(text, claim.start, claim.end):
            return True
        before = words_of(text[max(0, claim.start - _LOOK_AROUND) : claim.start]).forms[-1:]
        if load_calendar().clock.near.isdisjoint(before):
            return False
        return any(minutes in given for minutes in bare_hours(f"{before[0]} {number}"))

    def _is_price(self, claim: Claim) -> bool:
        return is_each(claim, self._draft) or is_total(claim, self._draft)

    def _is_converted(self, claim: Claim) -> bool:
        """Return whether a measure was given in a smaller or larger unit: 1,8 meter for 180 cm."""
        told = measures_in(self._draft.text[claim.start : claim.end + _LONGEST_UNIT])
        return not self._draft.backing.ground.measures.isdisjoint(told)

    def _is_the_refund(self, claim: Claim) -> bool:
        """Return whether "all of it" is told with the amount that the facts pay back: "alles zurück, also 26 Euro"."""
        refunded, text = self._draft.backing.refunded, self._draft.text
        if names_amount(claim, self._draft):
            return True
        if _ALL not in claim.key or not refunded:
            return False
        paid = (each for each in self._draft.claims if each.kind == "amount" and not refunded.isdisjoint(each.key))
        return any(
            not _SENTENCE_END.search(text[min(claim.start, each.start) : max(claim.end, each.end)]) for each in paid
        )

    def _is_in_a_week(self, claim: Claim) -> bool:
        """Return whether a weekday stands with others for the days that a fact names together.

        "Saturday or Sunday" is the weekend, "Monday to Friday" the working week; one of them alone is a day to itself.
        """
        given = self._draft.backing.ground.in_words.weekdays
        if claim.key not in given:
            return False
        ends = {5, 6} if claim.key in (5, 6) else {0, 4}
        near = (each for each in self._draft.claims if each.kind == "weekday" and each.key in ends - {claim.key})
        return claim.key in ends and any(
            max(each.start - claim.end, claim.start - each.end) <= _IN_A_ROW for each in near
        )

    def _is_asked(self, claim: Claim) -> bool:
        """Return whether a length of time stands in a question, which promises nothing: "Will it last three days?"."""
        end = _STOP.search(self._draft.text, claim.end, claim.end + _LONGEST_SENTENCE)
        return end is not None and end[0] == "?"

    def _is_wait(self, claim: Claim) -> bool:
        """Return whether a length of time is that of a wait which is over: "for three weeks without an answer"."""
        known, text = load_claim_words(), self._draft.text
        led = text[max(0, claim.start - _LOOK_AROUND) : claim.start]
        before = words_of(led).forms[-_NEAR:]
        # What the next sentence tells is no wait: "Each lesson takes 90 minutes. Call us, we answer without delay".
        behind = words_of(_STOP.split(text[claim.end : claim.end + _LOOK_AROUND], maxsplit=1)[0]).forms[:_NEAR]
        # "Wait for 20 minutes" is what the reader has to do.
        told = not known.to_wait.isdisjoint(words_of(_STOP.split(led)[-1]).forms[:1])
        if told or not load_calendar().promising.isdisjoint(before):
            return False
        # "Hold" is a class in Scandinavia, and takes its 90 minutes.
        foreign = () if self._draft.profile.language == "en" else ("hold",)
        waiting, queues = known.waiting.difference(foreign), known.queues.difference(foreign)
        unheard = not known.missed.isdisjoint(behind[:_FEW]) and not waiting.isdisjoint(behind[:1])
        unheard = unheard or not queues.isdisjoint(behind[:_FEW])
        return unheard or not (known.elapsed.isdisjoint(before[-2:]) or waiting.isdisjoint((*before, *behind)))

    def _is_counted_to(self, claim: Claim) -> bool:
        """Return whether a length of time is counted to a holiday, as all can do: "two weeks before Christmas"."""
        holidays = (each for each in self._draft.claims if each.kind == "holiday")
        return any(0 <= each.start - claim.end <= _NEXT for each in holidays)

    def _is_age(self, claim: Claim) -> bool:
        """Return whether a length of time is the age of something: "a few weeks old"."""
        behind = words_of(self._draft.text[claim.end : claim.end + _LOOK_AROUND]).forms[:1]
        return not load_claim_words().aged.isdisjoint(behind)

    def _is_hours(self, claim: Claim) -> bool:
        """Return whether a "length" or a number is the end of given hours: "11–19 weekdays", "weekdays 11–19"."""
        span = _SPAN_END.search(self._draft.text, max(0, claim.start - _LOOK_AROUND), claim.start)
        end = _HOUR.match(self._draft.text, claim.start)
        if not span or not end:
            return False
        ground = self._draft.backing.ground
        return {int(span[1]) * 60, int(end[0]) * 60} <= ground.hours | ground.keys.get("time", set())

    def _is_measured_from(self, holiday: Claim) -> bool:
        """Return whether a length before a holiday leads to a given day: "three days before Christmas"."""
        day, before = holiday.key.ordinary(), self._draft.text[max(0, holiday.start - _LOOK_AROUND) : holiday.start]
        hours = list(named_lengths(before))[-1:]
        reached = (day - timedelta(hours=each) for each in hours if day and each <= _LONGEST)
        return any(self._draft.backing.ground.day(Day(each.month, each.day, None)) for each in reached)

    def _is_distance(self, claim: Claim) -> bool:
        return is_distance(claim, self._draft.text, self._draft.backing)

    def _ends_a_wait(self, holiday: Claim) -> bool:
        """Return whether the next sentence names a given date of the weeks before: "before Christmas. We come on …"."""
        feast = holiday.key.ordinary()
        word = words_of(self._draft.text[holiday.start : holiday.end]).forms[0]
        # Money that is promised back is another matter than the visit that the next sentence dates.
        if feast is None or word not in load_claim_words().ahead_of_feasts or self._pays(holiday):
            return False
        given, text = self._draft.given_dates, self._draft.text
        days = (each.key.ordinary() for each in given if is_in_next_sentence(text, holiday, each))
        return any(day and 0 < (feast - day).days <= _WEEKS_AHEAD for day in days)

    def _pays(self, claim: Claim) -> bool:
        """Return whether the sentence of a claim speaks of paying money back."""
        text, paying = self._draft.text, tuple(load_claim_words().paying)
        before = _STOP.split(text[max(0, claim.start - _LONGEST_SENTENCE) : claim.start])[-1]
        behind = _STOP.split(text[claim.end : claim.end + _LONGEST_SENTENCE], maxsplit=1)[0]
        return any(form.startswith(paying) for form in (*words_of(before).forms, *words_of(behind).forms))

    def _stands_beside_a_date(self, holiday: Claim) -> bool:
        """Return whether a date that was given stands in the same sentence: "on the 18th, so before Christmas"."""
        return any(
            not _SENTENCE_END.search(self._draft.text, min(each.end, holiday.end), max(each.start, holiday.start))
            for each in neighbours(holiday, self._draft.given_dates)
            if abs(each.start - holiday.start) <= _LONGEST_SENTENCE
        )
