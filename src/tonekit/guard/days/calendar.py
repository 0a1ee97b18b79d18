"""The words for days, times and lengths of time, of all languages at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain, groupby
from typing import Any

from ...files.datafile import read_data_file
from ...languages.money import load_money
from ...loading.once import once
from ..claims.claim import Day, Kind
from ..wording.number_words import NumberWords
from ..wording.wording import FOLDER, PhraseIndex
from .calendar_file import CalendarFile, Unit
from .calendar_words import ClockWords, LengthWords, all_of

IDLE = "idle"
"""What is found under this looks like a share or an amount that has a name, and promises nothing."""
HOURS: Mapping[Unit, float] = {
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1,
    "day": 24,
    "week": 168,
    "month": 730,
    "year": 8760,
}
"""Hours of each unit, so that 24 hours are a day and 7 days a week; a month is the twelfth of a year."""
_HALF_DAY = 12 * 60
OPENING = 3
"""Letters by which most words are told from a weekday at once."""


class Calendar:
    """The words of all languages, each with what it means.

    Attributes:
        months: word → 1 to 12.
        full_months: the ones that are not short forms: such a one alone is somebody's name as well.
        before_month: last words of what stands before a month without a day.
        before_days: the ones that stand before their day as well: December 5.
        weekdays: stem → 0 (Monday) to 6.
        no_weekdays: beginnings of words that begin like a weekday and are none.
        units: word → the unit.
        numbers: word → number.
        together: number word and unit that belong to one language and agree.
        lengths: the words beside a length of time.
        week_number: words before the number of a week.
        named: finds days, lengths, times of day, shares and amounts that have a name of their own, and `IDLE`.
        meanings: what is found by it → kind and key of the claim; the key of a "today" is told by its clause.
        fees: endings of words for what is charged.
        waived: words which say that it is not charged after all.
        promised: language → words of a clause that make a promise of it.
        mornings: words for tomorrow that mean the morning as well.
        before_day: what stands before a day without its month → whether that language writes nouns with a capital.
        behind_day: words behind such a day that are nothing it could count.
        spelled: words for money and shares → kind of the claim and number words, for each language that has the word.
        spoken: language → its number words.
        clock: words beside an hour.
    """

    def __init__(self, by_language: Mapping[str, CalendarFile]) -> None:
        files = list(by_language.values())
        self.months = {word: number for each in files for number, words in enumerate(each.months, 1) for word in words}
        self.full_months = frozenset(names[0] for each in files for names in each.months)
        self.before_month = frozenset(phrase.split()[-1] for each in files for phrase in each.months_after)
        self.before_days = frozenset(
            word for each in files if each.day_behind for words in each.months for word in words
        )
        self.weekdays = {word: number for each in files for number, word in enumerate(each.weekdays)}
        self.no_weekdays = tuple(all_of(each.no_weekdays for each in files))
        self.units = {word.lower(): unit for each in files for unit, words in each.units.items() for word in words}
        self.numbers = {word: number for each in files for number, words in each.numbers.items() for word in words}
        self.together = frozenset(pair for each in files for pair in _agreeing(each))
        self.spoken = {
            code: NumberWords({**each.numbers, **each.larger}, each.joints) for code, each in by_language.items()
        }
        self.spelled = _spelled(by_language, self.spoken)
        self.lengths = LengthWords(by_language, self.spoken)
        self.week_number = all_of(each.week_number for each in files)
        named = [each for file in files for each in _named(file)]
        self.named = PhraseIndex({**_merged(named), IDLE: [*chain(*(each.idle for each in files))]})
        self.meanings = {str(meaning): meaning for meaning, _ in named}
        self.fees = tuple(all_of(each.fees for each in files))
        self.waived = all_of(each.waived for each in files)
        self.promised = {language: frozenset(each.today.promised) for language, each in by_language.items()}
        self.mornings = {each.morning.word: each.morning for each in files if each.morning}
        self.before_day = {tuple(words.split()): each.capital_nouns for each in files for words in each.day_after}
        self.behind_day = all_of(each.day_then for each in files)
        self.clock = ClockWords(files)

    @once
    def openings(self) -> Mapping[str, tuple[str, ...]]:
        """Beginning of a weekday → the stems that begin so."""
        return {opening: tuple(stems) for opening, stems in groupby(sorted(self.weekdays), lambda stem: stem[:OPENING])}

    @once
    def beginnings(self) -> frozenset[str]:
        """How the words for weekdays, months and units begin."""
        return frozenset(word[:OPENING] for word in (*self.weekdays, *self.months, *self.units))

    @once
    def promising(self) -> frozenset[str]:
        """The words of all languages that make a promise of their clause."""
        return all_of(self.promised.values())

    @once
    def right_before_day(self) -> frozenset[str]:
        """The last words of what stands before a day without its month."""
        return frozenset(words[-1] for words in self.before_day)

    def weekday(self, form: str) -> int | None:
        """Return 0 (Monday) to 6 of a word that is or begins with a weekday, or None."""
        stems = self.openings.get(form[:OPENING], ())
        if stems and form.startswith(self.no_weekdays):
            return None
        return next((self.weekdays[stem] for stem in stems if form.startswith(stem)), None)


@lru_cache
def load_calendar() -> Calendar:
    """Return the calendar of all languages."""
    return Calendar(read_data_file(FOLDER / "calendar.yaml").into_mapping_of(CalendarFile))


def _agreeing(file: CalendarFile) -> Iterator[tuple[str, str]]:
    """Yield the number words and units of a language that go together: "to timer" does, "to time" is English."""
    for number, words in file.numbers.items():
        for forms in file.units.values():
            # The first form is the singular, unless it is the only one.
            units = forms if number == 1 or len(forms) == 1 else forms[1:]
            yield from ((word, unit.lower()) for word in words for unit in units)


def _spelled(
    files: Mapping[str, CalendarFile], spoken: Mapping[str, NumberWords]
) -> dict[str, tuple[tuple[Kind, NumberWords], ...]]:
    spelled: dict[str, tuple[tuple[Kind, NumberWords], ...]] = {}
    for language, file in files.items():
        counted: dict[Kind, tuple[str, ...]] = {"amount": load_money().words_of(language), "percentage": file.percent}
        for kind, word in ((kind, word) for kind, words in counted.items() for word in words):
            spelled[word] = (*spelled.get(word, ()), (kind, spoken[language]))
    return spelled


def _named(file: CalendarFile) -> Iterator[tuple[tuple[Kind, Any], Sequence[str]]]:
    """Yield what has a name of its own in a language: kind and key of the claim, and its names."""
    yield ("today", None), file.today.words
    yield from ((("day", name), phrases) for name, phrases in file.later.items())
    yield from ((("length", float(hours)), phrases) for hours, phrases in file.lengths.items())
    yield from ((("time", frozenset({minutes})), phrases) for minutes, phrases in file.clock_times.items())
    yield from _spoken_times(file)
    dated: tuple[tuple[Kind, Mapping[str, Sequence[str]]], ...] = (("holiday", file.holidays), ("feast", file.feasts))
    for kind, days in dated:
        yield from (((kind, Day(int(date[:2]), int(date[3:]), None)), names) for date, names in days.items())
    yield from ((("percentage", frozenset({Decimal(share)})), phrases) for share, phrases in file.shares.items())
    yield from ((("amount", frozenset({Decimal(amount)})), phrases) for amount, phrases in file.amounts.items())


def _spoken_times(file: CalendarFile) -> Iterator[tuple[tuple[Kind, Any], Sequence[str]]]:
    """Yield the times that are told in words: "half past one" is in the night or behind noon."""
    for offset, phrases in file.clock_words.items():
        for hour, names in enumerate(file.hours, 1):
            minutes = (hour * 60 + offset) % _HALF_DAY
            # A full hour in digits is read with those that stand beside it: "10 to 11 o'clock".
            told = [name for name in names if offset or not name.isdecimal()]
            spoken = [phrase.replace("#", name) for phrase in phrases for name in told]
            yield ("time", frozenset({minutes, minutes + _HALF_DAY})), spoken


def _merged(groups: Iterable[tuple[tuple[Kind, Any], Sequence[str]]]) -> dict[str, list[str]]:
    merged: dict[str, list[str]] = {}
    for meaning, phrases in groups:
        merged.setdefault(str(meaning), []).extend(phrases)
    return merged
