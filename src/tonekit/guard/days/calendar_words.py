"""The words beside hours and lengths of time, of all languages at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..wording.number_words import NumberWords
from ..wording.words import words_of
from .calendar_file import CalendarFile


class ClockWords:
    """The words beside an hour.

    Attributes:
        before: words before an hour.
        near: words before an hour that stand before other things as well.
        beside: words before and behind an hour, as they are cut.
        hours: word → the hour from one to twelve that it tells.
    """

    def __init__(self, files: Iterable[CalendarFile]) -> None:
        self.before = all_of(each.clock.before for each in files)
        self.near = all_of(each.clock.near for each in files)
        beside = (word for each in files for word in (*each.clock.before, *each.clock.after))
        self.beside = frozenset(words_of(" ".join(beside)).forms)
        self.hours = {name: hour for each in files for hour, names in enumerate(each.hours, 1) for name in names}


class LengthWords:
    """The words beside a length of time.

    Attributes:
        within: what makes a promise of it, as rows of words.
        about: what says how long something takes, as rows of words.
        past: words beside one that has gone by.
        ahead: words behind one that measures from something else, and promises nothing.
        counting: unit → the number words of each language that has it.
    """

    def __init__(self, files: Mapping[str, CalendarFile], spoken: Mapping[str, NumberWords]) -> None:
        self.within = _rows(each.within for each in files.values())
        self.about = _rows(each.about for each in files.values())
        self.past = all_of(each.past for each in files.values())
        self.ahead = all_of(each.ahead for each in files.values())
        self.counting: dict[str, tuple[NumberWords, ...]] = {}
        for language, file in files.items():
            for unit in {word.lower() for words in file.units.values() for word in words}:
                self.counting[unit] = (*self.counting.get(unit, ()), spoken[language])


def all_of(groups: Iterable[Iterable[str]]) -> frozenset[str]:
    """Return the words of several groups."""
    return frozenset(word for words in groups for word in words)


def _rows(groups: Iterable[Iterable[str]]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in all_of(groups))
