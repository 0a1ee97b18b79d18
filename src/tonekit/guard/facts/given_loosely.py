"""What a fact gives in its own words, where a draft has a figure: half a price for 50 %, "included" for no cost."""

from __future__ import annotations

from collections.abc import Sequence

from ...once import once
from ..days.calendar import load_calendar
from ..wording.claim_words import load_claim_words
from ..wording.negations import load_negations
from ..wording.words import words_of

_FREE = "free"
_IS = frozenset({"is", "are", "it's", "that's"})
_WORKDAYS, _WEEKEND = range(5), range(5, 7)
_BESIDE = 2
"""Words between a word for charging and its negation."""
_FARTHEST = 4
"""Words between a half and what it is the half of, and between a negation and the half."""


class GivenLoosely:
    """What texts give in words of their own, each thing looked for when it is first asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known = load_claim_words()

    @once
    def _forms(self) -> list[list[str]]:
        return [words_of(text).forms for text in self._texts]

    @once
    def half(self) -> bool:
        """Whether they give half of a price, under whatever name: "Hälfte des Fahrpreises"."""
        return any(map(self._has_half, self._forms))

    @once
    def free(self) -> bool:
        """Whether they say that something costs nothing more: "the delivery is included"."""
        known = self._known.included
        return any(
            not known.isdisjoint(forms) or self._has_free(forms) or self._charges_nothing(forms)
            for forms in self._forms
        )

    def _charges_nothing(self, forms: Sequence[str]) -> bool:
        """Return whether a fee is not charged: "Vi krever ikke leie", "no rent is charged"."""
        negations, known = load_negations().words, self._known
        charging = [at for at, form in enumerate(forms) if form in known.charging]
        near = ((at, forms[max(0, at - _FARTHEST) : at + 1 + _FARTHEST]) for at in charging)
        return any(
            any(form.endswith(known.prices) for form in around)
            and not negations.isdisjoint(forms[max(0, at - _BESIDE) : at + 1 + _BESIDE])
            for at, around in near
        )

    def _has_free(self, forms: Sequence[str]) -> bool:
        """Return whether something is called free: "the free app", "delivery is free", not "we are free on Monday"."""
        return any(
            form == _FREE
            and (
                not self._known.articles.isdisjoint(forms[max(0, at - 1) : at])
                or self._is_free(forms[max(0, at - _FARTHEST - 1) : at])
            )
            for at, form in enumerate(forms)
        )

    def _is_free(self, before: Sequence[str]) -> bool:
        """Return whether the words before "free" say that something is so, and not that somebody has time."""
        return not _IS.isdisjoint(before[-1:]) and len(before) > 1 and self._known.vacant.isdisjoint(before)

    @once
    def next_day(self) -> bool:
        """Whether they speak of the day after another: "wait until the next day"."""
        return self._have(self._known.next_day)

    @once
    def weekdays(self) -> frozenset[int]:
        """The weekdays that they name together, 0 (Monday) to 6: those of the weekend, those of the working week."""
        named = frozenset().union(*self._forms)
        ends = () if self._known.weekends.isdisjoint(named) else _WEEKEND
        return frozenset((*ends, *(() if self._known.workdays.isdisjoint(named) else _WORKDAYS)))

    @once
    def day_before(self) -> bool:
        """Whether they speak of the day before one that they name: "the evening before", "am Tag davor"."""
        return self._have(self._known.day_before)

    def _have(self, phrases: Sequence[str]) -> bool:
        return any(f" {phrase} " in f" {' '.join(forms)} " for forms in self._forms for phrase in phrases)

    @once
    def month_after(self) -> bool:
        """Whether they speak of the month after another: "the following month", "nästa månadsskifte"."""
        return any(map(self._has_month_after, self._forms))

    def _has_half(self, forms: Sequence[str]) -> bool:
        negations = load_negations().words
        return any(
            form in self._known.half
            and any(each.endswith(self._known.prices) for each in forms[at + 1 : at + 1 + _FARTHEST])
            and negations.isdisjoint(forms[max(0, at - _FARTHEST) : at])
            for at, form in enumerate(forms)
        )

    def _has_month_after(self, forms: Sequence[str]) -> bool:
        units = load_calendar().units
        return any(
            (units.get(form) == "month" or form in self._known.firsts)
            and not self._known.next_month.isdisjoint(forms[max(0, at - _FARTHEST) : at + 1 + _FARTHEST])
            for at, form in enumerate(forms)
        )
