"""What a draft may claim: everything given, known or said, in the form in which claims are compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ...loading.once import once
from ..claims.claim import Claim, Day, week_name
from ..claims.claims import find_claims
from ..claims.digit_runs import DigitRuns
from ..claims.figures import values_of
from ..claims.measures import measures_in
from ..claims.small_numbers import small_numbers
from ..days.calendar_claims import lengths_between, weekdays_between
from ..days.calendar_figures import bare_hours, dotted_time, spans_hours, spoken_hours
from ..days.lengths import named_lengths
from ..identifiers.identifier_forms import PHONE, bare, host_of, phone_key
from ..wording.words import words_of
from .given_in_words import GivenInWords
from .literal_words import compound_parts

_MINUTE, _LONGEST_SPAN = 1 / 60, 4
"""Hours."""
_MONTH, _A_LITTLE = 27 * 24, 0.04
"""A month is told as 30 days, and 60 days as two months: hours of the shortest, and the share by which they differ."""
_RANGE = re.compile(
    r"(?P<number>\d[\d.,\u00a0\u202f ]{0,12})\s(?:to|til|till|bis|auf|and|und|og|och|på|[-–])\s\D{0,2}\Z"
)
"""A number that shares its currency with an amount behind it: "from 560 to 845 kr."."""
_LOOK_BACK = 24


@dataclass
class Ground:
    """What may be claimed. It is filled once and then only read; each thing is looked for when it is first asked for.

    Attributes:
        keys: kind of claim → keys that are supported.
        days: dates.
        numbers: every number, whatever it counts.
        amounts: numbers of money.
        shares: percentages, and numbers that may be percentages.
        counts: numbers that were given as such.
        spans: hours from the first to the last of two times.
        texts: all texts.
        granting: those that may give shares of a price, and things for nothing; None if all may.
    """

    keys: dict[str, set[Any]] = field(default_factory=dict)
    days: list[Day] = field(default_factory=list)
    numbers: set[Decimal] = field(default_factory=set)
    amounts: set[Decimal] = field(default_factory=set)
    shares: set[Decimal] = field(default_factory=set)
    counts: set[Decimal] = field(default_factory=set)
    spans: set[float] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    granting: list[str] | None = None
    _identifiers: set[str] = field(default_factory=set)
    _phones: set[str] = field(default_factory=set)

    def add_text(self, text: str) -> None:
        """Add what a text says."""
        self.add_read(text, find_claims(text, words_of(text)))

    def add_read(self, text: str, claims: Iterable[Claim]) -> None:
        """Add what a text says whose claims are known already."""
        self.texts.append(text)
        self.add_claims(claims)
        self.keys.setdefault("weekday", set()).update(weekdays_between(text, claims))
        self.spans.update(lengths_between(text, claims))
        for claim in claims:
            if claim.kind == "amount" and (
                number := _RANGE.search(text, max(0, claim.start - _LOOK_BACK), claim.start)
            ):
                self.amounts.update(values_of(number["number"]))
            if claim.kind == "number" and (minutes := dotted_time(text[claim.start : claim.end])) is not None:
                self.keys.setdefault("time", set()).add(minutes)

    def add_claims(self, claims: Iterable[Claim]) -> None:
        """Add claims that hold; a refusal does not support a promise of the same thing."""
        for claim in claims:
            if claim.stance == "refused":
                continue
            if claim.kind in ("date", "holiday", "feast"):
                self.add_day(claim.key)
            elif claim.kind in ("amount", "number", "count"):
                self.numbers.update(claim.key)
                if claim.kind == "amount":
                    self.amounts.update(claim.key)
            elif claim.kind == "percentage":
                self.shares.update(claim.key)
                self.numbers.update(claim.key)
            elif claim.kind == "time":
                self.keys.setdefault("time", set()).update(claim.key)
            elif claim.kind in ("link", "mail"):
                self.keys.setdefault(claim.kind, set()).add(claim.key)
                # Whoever has a page or an address of a host may name the host.
                self.keys.setdefault("link", set()).add(host_of(claim.key.rpartition("@")[2]))
            else:
                self.keys.setdefault(claim.kind, set()).add(claim.key)
                if claim.kind in ("reference", "iban", "card"):
                    self._identifiers.add(claim.key)
                    # A reader may take 62550155 for a phone number as well.
                    self._phones.add(phone_key(claim.key))

    def add_number(self, value: str | float | Decimal) -> None:
        """Add a number that was given as a number, whatever it counts.

        Raises:
            ArithmeticError: it is not a number.
        """
        number = Decimal(str(value)).normalize()
        self.numbers.add(number)
        self.shares.add(number)
        self.counts.add(number)

    @once
    def identifiers(self) -> set[str]:
        """Every word that contains a digit, without its punctuation."""
        pieces = [piece for text in self.texts for piece in text.split() if not piece.isalpha()]
        numbered = [piece for piece in pieces if any(map(str.isdigit, piece))]
        return self._identifiers.union(bare(part) for piece in numbered for part in (piece, *compound_parts(piece)))

    @once
    def passing(self) -> set[float]:
        """The lengths of time that the texts name in passing."""
        return {length for text in self.texts for length in named_lengths(text)}

    @once
    def small(self) -> set[Decimal]:
        """The numbers from two to nine that the texts name, in digits or in words."""
        return {number for text in self.texts for number in small_numbers(text)}

    @once
    def hours(self) -> set[int]:
        """The minutes of hours that stand in the texts alone: "I have to be back by 11", "nachts um zwei"."""
        read = (minutes for text in self.texts for minutes in bare_hours(text))
        return {*read, *(minutes for text in self.texts for minutes in spoken_hours(words_of(text)))}

    @once
    def phones(self) -> set[str]:
        """The last digits of phone numbers and of whatever may be read as one."""
        texts = [text for text in self.texts if DigitRuns(text).may_be_phone()]
        read = [phone_key(match[0]) for text in texts for match in PHONE.finditer(text)]
        return self._phones.union(read, self.keys.get("phone", ()))

    @once
    def in_words(self) -> GivenInWords:
        """What the texts give in words of their own."""
        return GivenInWords(self.texts)

    @once
    def granted(self) -> GivenInWords:
        """What the texts give in words of their own that only the firm can give: the customer may ask for it."""
        return self.in_words if self.granting is None else GivenInWords(self.granting)

    @once
    def measures(self) -> set[tuple[str, Decimal]]:
        """The metric measures that the texts give, each as what it is of and its size in one unit."""
        return {measure for text in self.texts for measure in measures_in(text)}

    def add_day(self, day: Day) -> None:
        """Take a date, and the weekday, the week and the year in which it is."""
        self.days.append(day)
        if moment := day.moment():
            self.keys.setdefault("weekday", set()).add(moment.weekday())
            self.keys.setdefault("day", set()).add(week_name(moment.isocalendar().week))
        if day.year:
            self.numbers.add(Decimal(day.year))

    def supports(self, claim: Claim, text: str) -> bool:
        """Return whether a claim, written as `text`, is supported."""
        supported = _SUPPORTED.get(claim.kind)
        return supported(self, claim, text) if supported else claim.key in self.keys.get(claim.kind, ())

    def day(self, day: Day) -> bool:
        """Return whether a date is one of those given, as far as both are known."""
        return any(day.meets(other) and (day.day is None or other.day is not None) for other in self.days)

    def has_length(self, claim: Claim, text: str) -> bool:
        """Return whether a length of time was given, in passing too, or its figure as a number that may count any."""
        given = self.keys.get("length", ())
        # Longer spans are opening hours, which tell how long nothing takes.
        if claim.key in {*given, *self.passing, *(span for span in self.spans if span <= _LONGEST_SPAN)}:
            return True
        near = (abs(claim.key - each) <= _A_LITTLE * claim.key for each in (*given, *self.passing))
        if (claim.key >= _MONTH and any(near)) or claim.key in self.in_words.measured:
            return True
        # A setting is given as a plain number, and its unit is known to the expert: "timeout = 10".
        counts = self.numbers if claim.key < _MINUTE else self.counts
        return bool(counts) and not counts.isdisjoint(values_of(text))

    def has_time(self, claim: Claim, text: str) -> bool:
        """Return whether a time of day was given, or the two hours of a span that reads like one."""
        given = self.keys.get("time", set()) | self.hours
        return not given.isdisjoint(claim.key) or spans_hours(text, given)

    def has_share(self, claim: Claim, text: str) -> bool:
        """Return whether a percentage was given; in words only the firm gives one, for customers wish for them."""
        shares = self.shares if any(map(str.isdigit, text)) else self.counts
        return not (shares | self.granted.shares).isdisjoint(claim.key)

    def otherwise(self, text: str) -> bool:
        """Return whether a plain number is a time (14.30), a day (10.12) or a part of an identifier."""
        if dotted_time(text) in self.keys.get("time", ()):
            return True
        if bare(text) in self.identifiers or not values_of(text).isdisjoint(self.in_words.numbers):
            return True
        day, _, month = text.partition(".")
        return day.isdecimal() and month.isdecimal() and self.day(Day(int(month), int(day), None))

    def identifies(self, claim: Claim, text: str) -> bool:
        """Return whether a number of somebody or something was given, however it is grouped."""
        if claim.kind in ("phone", "reference") and phone_key(text) in self.phones:
            return True
        return bare(text) in self.identifiers


_SUPPORTED: Mapping[str, Callable[[Ground, Claim, str], bool]] = {
    "date": lambda ground, claim, text: ground.day(claim.key) or bare(text) in ground.identifiers,
    "holiday": lambda ground, claim, _: ground.day(claim.key),
    "feast": lambda ground, claim, _: ground.day(claim.key),
    "today": lambda ground, _, __: "today" in ground.keys or "end_of_day" in ground.keys.get("day", ()),
    "time": Ground.has_time,
    "day": lambda ground, claim, _: (
        claim.key in ground.keys.get("day", ())
        or (claim.key == "next_month" and ground.in_words.month_after)
        or (claim.key == "end_of_day" and "today" in ground.keys)
    ),
    "length": Ground.has_length,
    "percentage": Ground.has_share,
    "amount": lambda ground, claim, _: (
        not ground.numbers.isdisjoint(claim.key) or (0 in claim.key and ground.granted.free)
    ),
    "number": lambda ground, claim, text: not ground.numbers.isdisjoint(claim.key) or ground.otherwise(text),
    "count": lambda ground, claim, _: not claim.key.isdisjoint(ground.numbers | ground.small),
    **dict.fromkeys(("phone", "reference", "iban", "card"), Ground.identifies),
}
"""Kind of claim → whether it is supported, where that is no matter of the key alone."""


def said_in(text: str, claims: Iterable[Claim]) -> Ground:
    """Return what a text says whose claims are known already."""
    ground = Ground()
    ground.add_read(text, claims)
    return ground
