"""What a fact gives in its own words, where a draft has a figure: half a price for 50 %, "included" for no cost."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from ...loading.once import once
from ..claims.claims import find_claims
from ..days.calendar import HOURS, load_calendar
from ..days.lengths import in_hours
from ..wording.claim_words import load_claim_words
from ..wording.negations import load_negations
from ..wording.words import words_of

_FREE = "free"
_IS = frozenset({"is", "are", "it's", "that's"})
_MEASURED = re.compile(r"(?<![\w.,])(\d{1,6})[ \u00a0]?([^\W\d_]{1,3})\b")
_FEWEST, _MOST = 10, 99
"""Smaller numbers are looked for apart, larger ones are manners of speaking: "tusen takk"."""
_FREELY = (["in"], ["come"], ["comes"], ["go"], ["goes"], ["travel"], ["travels"], ["eat"], ["eats"])
"""What is done before a "free" that costs nothing: "adults come in free"."""
_LONGEST_QUARTER = 7
"""Letters of a word for a fourth part that is one of the clock as well: "quarter", "viertel"."""
_WORKDAYS, _WEEKEND = range(5), range(5, 7)
_BESIDE = 2
"""Words between a word for charging and its negation."""
_FARTHEST = 4
"""Words on either side of one that are looked at: between a half and what it is the half of, or its negation."""


class GivenInWords:
    """What texts give in words of their own, each thing looked for when it is first asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known = load_claim_words()

    @once
    def _forms(self) -> list[list[str]]:
        return [words_of(text).forms for text in self._texts]

    def _around(self, words: Container[str], *, back: int = _FARTHEST) -> Iterator[tuple[list[str], list[str]]]:
        """Yield the few words before each of some words, and from it on the few behind it."""
        for forms in self._forms:
            for at in [at for at, form in enumerate(forms) if form in words]:
                yield forms[max(0, at - back) : at], forms[at : at + 1 + _FARTHEST]

    @once
    def _told(self) -> list[str]:
        return [f" {' '.join(forms)} " for forms in self._forms]

    def _have(self, phrases: Sequence[str]) -> bool:
        return any(f" {phrase} " in told for told in self._told for phrase in phrases)

    def _name_price(self, forms: Sequence[str]) -> bool:
        return any(form.endswith(self._known.prices) for form in forms)

    @once
    def shares(self) -> frozenset[Decimal]:
        """The percentages that they give as a fourth part, a half or the whole."""
        told = {25: self._have_quarter(), 50: self._have_half(), 100: self._have_whole()}
        claims = (claim for text in self._texts for claim in find_claims(text, words_of(text)))
        named = (claim.key for claim in claims if claim.kind == "percentage" and claim.stance != "refused")
        return frozenset(Decimal(share) for share, there in told.items() if there).union(*named)

    def _have_half(self) -> bool:
        """Return whether they give half of a price, under whatever name: "Hälfte des Fahrpreises"."""
        around, negations = self._around(self._known.half), load_negations().words
        return any(self._name_price(behind[1:]) and negations.isdisjoint(before) for before, behind in around)

    def _have_quarter(self) -> bool:
        """Return whether they speak of a quarter of something: "a quarter of the water", not "of an hour"."""
        hours, units = load_calendar().clock.hours, load_calendar().units
        return any(
            (len(behind[0]) > _LONGEST_QUARTER or not self._known.parted.isdisjoint(behind[1:2]))
            and not any(form in units or form in hours for form in (*before[-1:], *behind[1:]))
            for before, behind in self._around(self._known.quarters)
        )

    @once
    def free(self) -> bool:
        """Whether they say that something costs nothing more: "the delivery is included"."""
        return (
            self._include()
            or self._have_in_price()
            or self._call_free()
            or self._charge_nothing()
            or self._have_no_fee()
            or self._bear_costs()
        )

    def _include(self) -> bool:
        negations = load_negations().words
        return any(
            negations.isdisjoint((*before[-_BESIDE - 1 :], *behind[1 : 1 + _BESIDE]))
            for before, behind in self._around(self._known.included)
        )

    def _have_in_price(self) -> bool:
        """Return whether something is in the price: "er med i prisen", not "a change in the price"."""
        phrases = [f" {phrase} " for phrase in self._known.in_price]
        places = (told.partition(phrase) for told in self._told for phrase in phrases if phrase in told)
        before = (beginning.split()[-_FARTHEST:] for beginning, _, _ in places)
        return any(
            not self._known.is_in.isdisjoint(forms[-_BESIDE:]) and load_negations().words.isdisjoint(forms)
            for forms in before
        )

    def _charge_nothing(self) -> bool:
        """Return whether a fee is not charged: "Vi krever ikke leie", "no rent is charged", "opkræves ikke"."""
        around, negations = self._around(self._known.charging), load_negations().words
        return any(
            (self._name_price((*before, *behind)) or behind[0] in self._known.billed)
            and not negations.isdisjoint((*before[-_BESIDE:], *behind[: 1 + _BESIDE]))
            and self._known.until_then.isdisjoint(behind)
            for before, behind in around
        )

    def _have_no_fee(self) -> bool:
        """Return whether there is no fee: "there is no cancellation charge", "ohne Kosten", "uden udgift for dig".

        Where the firm speaks of itself it is the one that bears no costs: "wir übernehmen keine Rücksendekosten".
        """
        without, firm, paying = self._known.without, self._known.firm, self._known.paying
        return any(
            self._name_price(behind[1 : 1 + _BESIDE])
            and self._known.until_then.isdisjoint(behind)
            # What is paid back without the postage leaves the postage with the reader.
            and (firm.isdisjoint(before) if behind[0] not in without else not any(f.startswith(paying) for f in before))
            for before, behind in self._around(self._known.none | without)
        )

    def _bear_costs(self) -> bool:
        """Return whether the firm bears a cost, whatever it is called, or its warranty does.

        "Die Stromkosten übernehmen wir", "reparasjonen dekkes av garantien".
        """
        known, negations = self._known, load_negations().words
        around = self._around(known.bearing | known.borne)
        return any(
            negations.isdisjoint((*before, *behind))
            and (self._bear(before, behind) or self._have_ground((*before, *behind)))
            for before, behind in around
        )

    def _bear(self, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Return whether the firm itself bears a cost that is named, or pays for something.

        Who pays back bears nothing, and what a firm owes anyway is no favour.
        """
        known, forms = self._known, (*before, *behind)
        beside = (*before[-_BESIDE:], *behind[: 1 + _BESIDE])
        if known.bearers.isdisjoint(beside) or any(form.startswith(known.back) for form in forms):
            return False
        return self._name_price(forms) or (behind[0] in known.covering and known.owed.isdisjoint(forms))

    def _have_ground(self, forms: Sequence[str]) -> bool:
        """Return whether a warranty bears a cost, and not that of one part alone; who only pays for one bears none."""
        borne = not self._known.borne.isdisjoint(forms) and self._known.limiting.isdisjoint(forms)
        return borne and any(form.startswith(self._known.grounds) for form in forms)

    def _call_free(self) -> bool:
        """Return whether something is called free: "the free app", "delivery is free", not "we are free on Monday"."""
        return any(
            not self._known.articles.isdisjoint(before[-1:])
            or before[-1:] in _FREELY
            or (len(before) > 1 and before[-1] in _IS and self._known.vacant.isdisjoint(before))
            for before, _ in self._around({_FREE}, back=_FARTHEST + 1)
        )

    def _have_whole(self) -> bool:
        """Return whether all of something is paid back: "refunded in full", "hele beløbet betales tilbage"."""
        around, negations = self._around(self._known.wholly), load_negations().words
        beside = ((*before, *behind[1:]) for before, behind in around)
        return any(negations.isdisjoint(forms) and self._pay_back(forms) for forms in beside)

    def _pay_back(self, forms: Sequence[str]) -> bool:
        if any(form.startswith(self._known.refunding) for form in forms):
            return True
        return self._name_price(forms) and any(form.startswith(self._known.back) for form in forms)

    @once
    def numbers(self) -> frozenset[Decimal]:
        """The numbers from ten to ninety-nine that they tell in words: "minst ti tegn", but no names and hours."""
        spoken, counting = load_calendar().spoken.values(), [_counting(text) for text in self._texts]
        told = frozenset[Decimal]().union(*(numbers.all_in(forms) for forms in counting for numbers in spoken))
        return frozenset(each for each in told if _FEWEST <= each <= _MOST)

    @once
    def measured(self) -> frozenset[float]:
        """The hours of each length of time whose unit is one or a few letters: "180 s", "10 v", "2 mnd"."""
        units = self._known.short_units
        found = (match for text in self._texts for match in _MEASURED.finditer(text) if match[2] in units)
        return frozenset(in_hours(int(match[1]) * HOURS[units[match[2]]]) for match in found)

    @once
    def next_day(self) -> bool:
        """Whether they speak of the day after another: "wait until the next day"."""
        return self._have(self._known.next_day)

    @once
    def day_before(self) -> bool:
        """Whether they speak of the day before one that they name: "the evening before", "am Tag davor"."""
        return self._have(self._known.day_before)

    @once
    def month_after(self) -> bool:
        """Whether they speak of the month after another: "the following month", "nästa månadsskifte"."""
        months = {form for form, unit in load_calendar().units.items() if unit == "month"}
        around, following = self._around(months | self._known.firsts), self._known.next_month
        return any(not following.isdisjoint((*before, *behind)) for before, behind in around)

    @once
    def weekdays(self) -> frozenset[int]:
        """The weekdays that they name together, 0 (Monday) to 6: those of the weekend, those of the working week."""
        named = frozenset().union(*self._forms)
        ends = () if self._known.weekends.isdisjoint(named) else _WEEKEND
        return frozenset((*ends, *(() if self._known.workdays.isdisjoint(named) else _WORKDAYS)))


def _counting(text: str) -> list[str]:
    """Return the words of a text, with a gap for each that may be a number and counts nothing.

    A capital may be that of a name ("Ten Oaks Road"), a word before an hour makes it one ("klockan tolv").
    """
    words, clock = words_of(text), load_calendar().clock
    forms = words.forms
    hours = clock.before | clock.near
    return [
        form
        if text[words.spans[at][0]].islower()
        and forms[max(0, at - 1)] not in hours
        and clock.beside.isdisjoint(forms[at + 1 : at + 2])
        else ""
        for at, form in enumerate(forms)
    ]
