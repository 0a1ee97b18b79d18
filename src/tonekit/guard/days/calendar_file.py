"""One language of `wording/calendar.yaml`, as a model."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ...languages.pack import Phrases
from ...models.frozen_model import FrozenModel

Unit = Literal["second", "minute", "hour", "day", "week", "month", "year"]
WEEKDAYS = 7
HolidayDate = Annotated[str, Field(pattern=r"^\d\d-\d\d$")]
"""Month and day."""


class Clock(FrozenModel):
    """Words before and after an hour, and words that stand before hours, days and prices alike."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    near: tuple[str, ...]


class Today(FrozenModel):
    """The word for today, and the words that turn its clause into a promise."""

    words: tuple[str, ...]
    promised: tuple[str, ...]


class Morning(FrozenModel):
    """A word for tomorrow that also means the morning.

    Attributes:
        word: the word.
        not_after: words behind which it is the morning.
        not_before: one or two words before which it is: "morgen og kveld".
        verbs: endings of the word that follows where it opens a sentence and means tomorrow.
        greeting: words with such an ending that follow in a greeting.
    """

    word: str
    not_after: frozenset[str]
    not_before: frozenset[str]
    verbs: tuple[str, ...]
    greeting: frozenset[str]


class CalendarFile(FrozenModel):
    """One language of `wording/calendar.yaml`, where each section is described."""

    months: Annotated[tuple[tuple[str, ...], ...], Field(min_length=12, max_length=12)]
    day_behind: bool = False
    weekdays: Annotated[tuple[str, ...], Field(min_length=WEEKDAYS, max_length=WEEKDAYS)]
    no_weekdays: tuple[str, ...] = ()
    units: dict[Unit, tuple[str, ...]]
    numbers: dict[int, tuple[str, ...]]
    larger: dict[int, tuple[str, ...]]
    joints: tuple[str, ...]
    percent: tuple[str, ...]
    later: dict[str, tuple[str, ...]]
    lengths: dict[float, Phrases]
    shares: dict[int, Phrases]
    amounts: dict[int, Phrases]
    idle: Phrases
    clock_times: dict[int, tuple[str, ...]]
    hours: Annotated[tuple[tuple[str, ...], ...], Field(min_length=12, max_length=12)]
    clock_words: dict[int, Phrases]
    holidays: dict[HolidayDate, Phrases]
    feasts: dict[HolidayDate, Phrases]
    fees: tuple[str, ...]
    waived: tuple[str, ...]
    today: Today
    morning: Morning | None = None
    day_after: tuple[str, ...]
    day_then: tuple[str, ...]
    week_number: tuple[str, ...]
    capital_nouns: bool = False
    within: tuple[str, ...]
    about: tuple[str, ...]
    past: tuple[str, ...]
    ahead: tuple[str, ...]
    clock: Clock
    months_after: tuple[str, ...]
