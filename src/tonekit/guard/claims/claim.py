"""A claim: something in a text that can be held against the facts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

Kind = Literal[
    "link",
    "mail",
    "iban",
    "card",
    "date",
    "weekday",
    "holiday",
    "feast",
    "day",
    "today",
    "amount",
    "percentage",
    "length",
    "time",
    "phone",
    "reference",
    "number",
    "count",
]
Stance = Literal["said", "vague", "refused"]
_NO_LEAP_YEAR = 2027


class Claim(NamedTuple):
    """Something that a text claims.

    Attributes:
        kind: what it is.
        key: by which it is compared; its type depends on the kind.
        start, end: where it stands.
        stance: how the text stands to it: it says so; it names a length of time and promises nothing; or it refuses.
    """

    kind: Kind
    key: Any
    start: int
    end: int
    stance: Stance = "said"


class Day(NamedTuple):
    """A date whose year, day or month may be left open: "on the 5th" leaves month and year open."""

    month: int | None
    day: int | None
    year: int | None

    def weekday(self) -> int | None:
        """Return 0 (Monday) to 6, or None if a part is open or there is no such day."""
        day = self.moment()
        return day.weekday() if day else None

    def ordinary(self) -> date | None:
        """Return the day of a year without leap day, or None if month or day is open."""
        return Day(self.month, self.day, _NO_LEAP_YEAR).moment()

    def meets(self, other: Day) -> bool:
        """Return whether this may be the same day as another, as far as both are known."""
        pairs = zip(self, other, strict=True)
        return all(one is None or another is None or one == another for one, another in pairs)

    def moment(self) -> date | None:
        """Return the day of the calendar, or None if a part is open or there is no such day."""
        if self.month is None or self.day is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def neighbours(claim: Claim, others: Sequence[Claim]) -> Sequence[Claim]:
    """Return the claims right before and behind another, of those that stand in the order of the text."""
    at = bisect_left(others, claim.start, key=lambda other: other.start)
    return others[max(0, at - 1) : at + 1]


def week_name(week: int) -> str:
    """Return the key of a claim of a week of the year (ISO 8601)."""
    return f"week {week}"
