"""Days, times and lengths of time as people write them, in all languages at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from ..datafile import read_data_file
from .wording import FOLDER

Unit = Literal["minute", "hour", "day", "week", "month", "year"]
HOURS: Mapping[Unit, float] = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "year": 8760}
"""Hours of each unit, so that 24 hours are a day and 7 days a week; a month is the twelfth of a year."""
WEEKDAYS = 7
OPENING = 3
"""Letters of a word that tell whether a pattern is worth running."""


class Clock(BaseModel):
    """Words before and after an hour."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    before: tuple[str, ...]
    after: tuple[str, ...]


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
        weekdays: stem → 0 (Monday) to 6.
        units: word → the unit.
        numbers: word → number.
        together: number word and unit that belong to one language.
        later: phrase → which day it names.
        patterns: name → the compiled pattern of what is looked for.
        openings: pattern → beginnings of words without one of which it finds nothing.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, Unit]
    numbers: Mapping[str, int]
    together: frozenset[tuple[str, str]]
    later: Mapping[str, str]
    patterns: Mapping[str, re.Pattern[str]]
    openings: Mapping[str, frozenset[str]]


@lru_cache
def load_calendar() -> Calendar:
    """Return the calendar of all languages.

    Raises:
        DataFileError: the file is not valid.
    """
    files = read_data_file(FOLDER / "calendar.yaml").into_mapping_of(CalendarFile).values()
    months = {word: number for each in files for number, words in enumerate(each.months, 1) for word in words}
    weekdays = {word: number for each in files for number, word in enumerate(each.weekdays)}
    units: dict[str, Unit] = {w.lower(): unit for each in files for unit, words in each.units.items() for w in words}
    numbers = {word: number for each in files for number, words in each.numbers.items() for word in words}
    later = {phrase: day for each in files for day, phrases in each.later.items() for phrase in phrases}
    together = frozenset(pair for each in files for pair in _agreeing(each))
    patterns = _patterns(list(files), months, later)
    by_month = frozenset(word[:OPENING] for word in months)
    openings = {
        **dict.fromkeys(("day_month", "month_day", "month"), by_month),
        "weekday": frozenset(word[:OPENING] for word in weekdays),
        "later": frozenset(phrase.split()[0][:OPENING] for phrase in later),
        "length": frozenset(word[:OPENING] for word in units),
    }
    return Calendar(months, weekdays, units, numbers, together, later, patterns, openings)


def _patterns(
    files: list[CalendarFile], months: Mapping[str, int], later: Mapping[str, str]
) -> dict[str, re.Pattern[str]]:
    month = _either(months)
    weekday = _either(each for file in files for each in file.weekdays)
    unit = _either(each.lower() for file in files for each in _flat(file.units.values()))
    number = _either(each for file in files for each in _flat(file.numbers.values()))
    within = _either(each for file in files for each in file.within)
    before = _either(each for file in files for each in file.clock.before)
    after = _either(each for file in files for each in file.clock.after)
    preposition = _either(each for file in files for each in file.months_after)
    # A short form alone is somebody's name as well: Jan, Juli.
    full_month = _either(names[0] for file in files for names in file.months)
    sources = {
        "day_month": rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|:e|:a)?\s(?:of\s)?(?P<month>{month})\b\.?(?:,?\s(?P<year>\d{{4}})\b)?",
        "month_day": rf"\b(?P<month>{month})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s(?P<year>\d{{4}})\b)?",
        "month": rf"\b(?:{preposition})\s(?P<month>{full_month})\b(?:\s(?P<year>\d{{4}})\b)?",
        "weekday": rf"\b(?P<weekday>{weekday})[^\W\d_]{{0,14}}",
        "later": rf"\b(?P<later>{_either(later)})\b",
        "length": rf"(?P<within>\b(?:{within})\s)?(?<![\w.,-])(?P<number>\d{{1,4}}|{number})(?:\s?[-–]\s?\d{{1,4}})?[ \u00a0-](?:[^\W\d_]{{4,14}}\s)?(?P<unit>{unit})\b",
        "clock": rf"(?:\b(?P<before>{before})\.?\s?)?(?<![\d:.,/-])(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?(?![\d/%-]|[.:,]\d)(?:\s?(?P<after>{after})(?!\w))?",
    }
    return {name: re.compile(source, re.IGNORECASE) for name, source in sources.items()}


def _agreeing(file: CalendarFile) -> Iterator[tuple[str, str]]:
    """Yield the number words and units of a language that go together: "to timer" does, "to time" is English."""
    for number, words in file.numbers.items():
        for forms in file.units.values():
            # The first form is the singular, unless it is the only one.
            units = forms if number == 1 or len(forms) == 1 else forms[1:]
            yield from ((word, unit.lower()) for word in words for unit in units)


def _flat(groups: Iterable[tuple[str, ...]]) -> Iterable[str]:
    return (word for group in groups for word in group)


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longer ones first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
