"""Where it is known what day it is, a day that is counted from it is a date like any other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from tonekit import Result, ToneKit
from tonekit.guard.claims.claim import Claim, Day
from tonekit.guard.days.days_from_today import counts_to, dates_of

WEDNESDAY = date(2026, 12, 2)
GIVEN = {"status.summary": "Your order has left the house.", "status.expected": "2026-12-04"}
DRAFT = "Hello,\n\nyour order has left the house, and it will arrive {}.\n\nKind regards"
Severities = Callable[[str, date | None], set[str]]


@pytest.fixture(scope="module")
def severities(toolkit: ToneKit, answer: Callable[..., Result]) -> Severities:
    """What gives rules and severities of a draft in which the order arrives at some time."""
    result = answer("Where is my order 88412?", language="en", facts=GIVEN)

    def check(when: str, today: date | None) -> set[str]:
        return {f"{each.severity} {each.rule}" for each in toolkit.check(DRAFT.format(when), result, today=today)}

    return check


@pytest.mark.parametrize(
    ("when", "today"),
    [
        ("tomorrow", date(2026, 12, 3)),
        ("tomorrow", datetime(2026, 12, 3, 9, tzinfo=UTC)),
        ("the day after tomorrow", WEDNESDAY),
        ("today", date(2026, 12, 4)),
        ("in two days", WEDNESDAY),
        ("tomorrow, on 4 December", date(2026, 12, 3)),
    ],
)
def test_right_day_is_told(severities: Severities, when: str, today: date) -> None:
    """The given date, counted from today, is neither ungiven nor missing."""
    assert severities(when, today) == set()


@pytest.mark.parametrize(
    ("when", "today", "found"),
    [
        ("tomorrow", WEDNESDAY, {"error ungiven-date", "error missing-fact"}),
        ("the day after tomorrow", date(2026, 12, 3), {"error ungiven-date", "error missing-fact"}),
        ("next week", WEDNESDAY, {"error ungiven-date", "error missing-fact"}),
        ("today", WEDNESDAY, {"error ungiven-date", "error missing-fact"}),
        ("tomorrow, on 4 December", WEDNESDAY, {"error ungiven-date"}),
        ("next week", date(2026, 11, 26), {"note missing-fact"}),
        ("tomorrow", None, {"note ungiven-date", "note missing-fact"}),
        ("tomorrow", date.max, {"error ungiven-date", "error missing-fact"}),
    ],
)
def test_wrong_day_is_an_error(severities: Severities, when: str, today: date | None, found: set[str]) -> None:
    """Another day is an error, a week that holds the date tells it vaguely, and without today nobody knows."""
    assert severities(when, today) == found


@pytest.mark.parametrize(
    ("language", "draft", "today"),
    [
        ("de", "Guten Tag, die Lieferung kommt übermorgen bei Ihnen an.", WEDNESDAY),
        ("de", "Guten Tag, die Lieferung kommt morgen bei Ihnen an.", date(2026, 12, 3)),
        ("sv", "Hej, leveransen kommer i övermorgon till dig.", WEDNESDAY),
        ("nb", "Hei, leveringen kommer i overmorgen til deg.", WEDNESDAY),
        ("da", "Hej, leveringen kommer i overmorgen til dig.", WEDNESDAY),
    ],
)
def test_in_every_language(
    toolkit: ToneKit, answer: Callable[..., Result], language: str, draft: str, today: date
) -> None:
    """The day after tomorrow is another day than tomorrow, whatever it is called."""
    result = answer("Where is it?", language=language, facts={"status.expected": "2026-12-04"})

    def days(on: date) -> list[str]:
        return [each.rule for each in toolkit.check(draft, result, today=on) if each.rule == "ungiven-date"]

    assert days(today) == []
    assert days(date(2026, 12, 1)) == ["ungiven-date"]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("end_of_day", WEDNESDAY, WEDNESDAY),
        ("this_week", WEDNESDAY, date(2026, 12, 6)),
        ("next_week", date(2026, 12, 7), date(2026, 12, 13)),
        ("next_month", WEDNESDAY, date(2027, 1, 31)),
    ],
)
def test_times_to_come(name: str, first: date, last: date) -> None:
    """Weeks go from Monday to Sunday; the end of this month and the next go by one name."""
    assert dates_of(Claim("day", name, 0, 0), WEDNESDAY) == (first, last)


@pytest.mark.parametrize("name", ["easter", "week 51"])
def test_other_days_do_not_count_from_today(name: str) -> None:
    """A feast or a numbered week is the same whatever day it is."""
    assert dates_of(Claim("day", name, 0, 0), WEDNESDAY) is None


def test_a_date_without_year_lies_ahead() -> None:
    """At the turn of the year, 1 January is tomorrow."""
    assert counts_to(Claim("day", "tomorrow", 0, 0), [Day(1, 1, None)], date(2026, 12, 31))
    assert not counts_to(Claim("day", "tomorrow", 0, 0), [Day(1, None, None)], date(2026, 12, 31))
