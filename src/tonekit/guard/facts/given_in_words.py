"""What a fact gives in its own words, where a draft has a figure: half a price for 50 %, "included" for no cost."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

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

    def _have(self, phrases: Sequence[str]) -> bool:
        return any(f" {phrase} " in f" {' '.join(forms)} " for forms in self._forms for phrase in phrases)

    def _name_price(self, forms: Sequence[str]) -> bool:
        return any(form.endswith(self._known.prices) for form in forms)

    @once
    def half(self) -> bool:
        """Whether they give half of a price, under whatever name: "Hälfte des Fahrpreises"."""
        around, negations = self._around(self._known.half), load_negations().words
        return any(self._name_price(behind[1:]) and negations.isdisjoint(before) for before, behind in around)

    @once
    def free(self) -> bool:
        """Whether they say that something costs nothing more: "the delivery is included"."""
        included = any(not self._known.included.isdisjoint(forms) for forms in self._forms)
        return included or self._call_free() or self._charge_nothing()

    def _charge_nothing(self) -> bool:
        """Return whether a fee is not charged: "Vi krever ikke leie", "no rent is charged"."""
        around, negations = self._around(self._known.charging), load_negations().words
        return any(
            self._name_price((*before, *behind))
            and not negations.isdisjoint((*before[-_BESIDE:], *behind[: 1 + _BESIDE]))
            for before, behind in around
        )

    def _call_free(self) -> bool:
        """Return whether something is called free: "the free app", "delivery is free", not "we are free on Monday"."""
        return any(
            not self._known.articles.isdisjoint(before[-1:])
            or (len(before) > 1 and before[-1] in _IS and self._known.vacant.isdisjoint(before))
            for before, _ in self._around({_FREE}, back=_FARTHEST + 1)
        )

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
