"""The words for days, times and lengths of time, of all languages at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from ..datafile import read_data_file
from .wording import FOLDER, PhraseIndex
from .words import words_of

Unit = Literal["minute", "hour", "day", "week", "month", "year"]
HOURS: Mapping[Unit, float] = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "year": 8760}
"""Hours of each unit, so that 24 hours are a day and 7 days a week; a month is the twelfth of a year."""
WEEKDAYS = 7
OPENING = 3
"""Letters by which most words are told from a weekday at once."""


class Clock(BaseModel):
    """Words before and after an hour."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: tuple[str, ...]
    after: tuple[str, ...]

    def words(self) -> tuple[str, ...]:
        """Return all of them."""
        return *self.before, *self.after


class CalendarFile(BaseModel):
    """One language of `wording/calendar.yaml`, where each section is described."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    months: Annotated[tuple[tuple[str, ...], ...], Field(min_length=12, max_length=12)]
    weekdays: Annotated[tuple[str, ...], Field(min_length=WEEKDAYS, max_length=WEEKDAYS)]
    units: dict[Unit, tuple[str, ...]]
    numbers: dict[int, tuple[str, ...]]
    later: dict[str, tuple[str, ...]]
    within: tuple[str, ...]
    clock: Clock
    months_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of all languages, each with what it means.

    Attributes:
        months: word → 1 to 12.
        full_months: the ones that are no short forms.
        before_month: last words of what stands before a month without a day.
        weekdays: stem → 0 (Monday) to 6.
        openings: beginning of a weekday → the stems that begin so.
        units: word → the unit.
        telling: the words for months and units.
        numbers: word → number.
        together: number word and unit that belong to one language and agree.
        within: what makes a promise of a length of time, as rows of words.
        later: finds the days that are named from today on.
        clock_before: words before an hour.
        clock: words beside an hour, as they are cut.
    """

    months: Mapping[str, int]
    full_months: frozenset[str]
    before_month: frozenset[str]
    weekdays: Mapping[str, int]
    openings: Mapping[str, tuple[str, ...]]
    units: Mapping[str, Unit]
    telling: frozenset[str]
    numbers: Mapping[str, int]
    together: frozenset[tuple[str, str]]
    within: frozenset[tuple[str, ...]]
    later: PhraseIndex
    clock_before: frozenset[str]
    clock: frozenset[str]

    def weekday(self, form: str) -> int | None:
        """Return 0 (Monday) to 6 of a word that is or begins with a weekday, or None."""
        stems = self.openings.get(form[:OPENING], ())
        return next((self.weekdays[stem] for stem in stems if form.startswith(stem)), None)


@lru_cache
def load_calendar() -> Calendar:
    """Return the calendar of all languages.

    Raises:
        DataFileError: the file is not valid.
    """
    files = list(read_data_file(FOLDER / "calendar.yaml").into_mapping_of(CalendarFile).values())
    weekdays = {word: number for each in files for number, word in enumerate(each.weekdays)}
    months = {word: number for each in files for number, words in enumerate(each.months, 1) for word in words}
    units = {word.lower(): unit for each in files for unit, words in each.units.items() for word in words}
    return Calendar(
        months=months,
        # A short form alone is somebody's name as well.
        full_months=frozenset(names[0] for each in files for names in each.months),
        before_month=frozenset(phrase.split()[-1] for each in files for phrase in each.months_after),
        weekdays=weekdays,
        openings={opening: tuple(stems) for opening, stems in groupby(sorted(weekdays), lambda stem: stem[:OPENING])},
        units=units,
        telling=frozenset({*months, *units}),
        numbers={word: number for each in files for number, words in each.numbers.items() for word in words},
        together=frozenset(pair for each in files for pair in _agreeing(each)),
        within=frozenset(tuple(phrase.split()) for each in files for phrase in each.within),
        later=PhraseIndex(_merged(each.later for each in files)),
        clock_before=frozenset(word for each in files for word in each.clock.before),
        clock=frozenset(form for each in files for form in words_of(" ".join(each.clock.words())).forms),
    )


def _agreeing(file: CalendarFile) -> Iterator[tuple[str, str]]:
    """Yield the number words and units of a language that go together: "to timer" does, "to time" is English."""
    for number, words in file.numbers.items():
        for forms in file.units.values():
            # The first form is the singular, unless it is the only one.
            units = forms if number == 1 or len(forms) == 1 else forms[1:]
            yield from ((word, unit.lower()) for word in words for unit in units)


def _merged(groups: Iterable[Mapping[str, Sequence[str]]]) -> dict[str, list[str]]:
    merged: dict[str, list[str]] = {}
    for group in groups:
        for name, phrases in group.items():
            merged.setdefault(name, []).extend(phrases)
    return merged
