"""Days that a draft tells otherwise than by month and number: by their weekday, by the end of their month, in words."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence

from ..claims.claim import Claim, Day
from ..days.calendar import load_calendar
from ..days.days_from_today import counts_to, nearest
from ..days.ordinal_days import days_without_month, ordinal
from ..draft import Draft
from ..facts.backing import run_together
from ..wording.claim_words import load_claim_words
from ..wording.words import Words

_BESIDE = 8
"""Characters between a weekday and its date, or a day and its time, at most: "Freitag, den 4. Dezember"."""
_PLAIN = 5
"""Days from which an ordinal alone is one; who writes the fourth time counts something else."""
_LEAP_YEAR = 2028
_DECEMBER = 12
_TO_COME = frozenset({"end_of_day", "this_afternoon", "tomorrow", "day_after_tomorrow", "next_week", "this_week"})
"""Names of days and weeks, as claims know them, one of whose days may be the one that was given."""


def tells_day(day: Day, draft: Draft) -> bool:
    """Return whether a draft tells a day in other words; which week a weekday lies in is left to its reader."""
    return (
        names_month_end(day, draft.words)
        or _in_two_places(day, draft)
        or _by_weekday(nearest(day, draft.today), draft.claims)
        or any(counts_to(claim, [day], draft.today, alone=True) for claim in draft.claims)
        or _is_just_past(day, draft)
    )


def _is_just_past(day: Day, draft: Draft) -> bool:
    """Return whether a draft says "yesterday" of a day that was, or "the day before yesterday"."""
    moment = nearest(day, draft.today).moment()
    if draft.today is None or moment is None:
        return False
    words = load_claim_words()
    phrases = {1: words.yesterday, 2: words.before_yesterday}.get((draft.today - moment).days, ())
    said = f" {' '.join(draft.words.forms)} "
    return any(f" {phrase} " in said for phrase in phrases)


def may_tell_day(day: Day, draft: Draft, times: Iterable[Claim] = ()) -> bool:
    """Return whether a draft names a time to come, and a day may lie in it.

    What the customer named himself tells nothing, unless the time of day that was given stands beside it.

    Args:
        day: the day.
        draft: the draft.
        times: the times of day that belong to it.
    """
    to_come = [claim for claim in draft.claims if _is_to_come(claim)]
    if draft.today is not None:
        to_come = [claim for claim in to_come if counts_to(claim, [day], draft.today)]
    if any(_stands_beside(claim, time, draft) for claim in to_come for time in times):
        return True
    if _says_that_day(draft):
        return True
    named = {run_together(draft.text[claim.start : claim.end]) for claim in to_come}
    return any(f" {each} " not in draft.backing.heard for each in named)


def _says_that_day(draft: Draft) -> bool:
    """Return whether a draft points to a day that was named before: "we are free that day"."""
    said = f" {' '.join(draft.words.forms)} "
    return any(f" {phrase} " in said for phrase in load_claim_words().that_day)


def _stands_beside(day: Claim, given: Claim, draft: Draft) -> bool:
    """Return whether a given time of day stands beside the name of a day: "today by 6 pm"."""
    times = (each for each in draft.claims if each.kind == "time" and not each.key.isdisjoint(given.key))
    return any(max(each.start - day.end, day.start - each.end) <= _BESIDE for each in times)


def _is_to_come(claim: Claim) -> bool:
    promised_today = claim.kind == "today" and claim.key
    return bool(promised_today) or (claim.kind == "day" and claim.key in _TO_COME)


def _in_two_places(day: Day, draft: Draft) -> bool:
    """Return whether a draft tells the month of a day, and its number somewhere else: "mid-December, by the 18th"."""
    days = draft.said.days
    if not any(each.month == day.month for each in days):
        return False
    if any(each.day == day.day and each.month is None for each in days):
        return True
    if day.day in days_without_month(draft.words) or _is_figure(day, draft):
        return True
    return (day.day or 0) >= _PLAIN and _is_counted(day, draft)


def _is_figure(day: Day, draft: Draft) -> bool:
    """Return whether the number of a day stands behind a word for one, whatever follows: "bis zum 18. Nennen Sie …"."""
    forms, before = draft.words.forms, load_calendar().right_before_day
    return any(form == str(day.day) and at and forms[at - 1] in before for at, form in enumerate(forms))


def _is_counted(day: Day, draft: Draft) -> bool:
    """Return whether the ordinal of a day stands somewhere, whatever is before it: "das ist der elfte"."""
    known = load_claim_words().days
    return any(ordinal(draft.words, at)[0] == day.day for at, form in enumerate(draft.words.forms) if form in known)


def _by_weekday(day: Day, claims: Sequence[Claim]) -> bool:
    """Return whether the weekday of a day stands somewhere without a date of its own."""
    named = [each for each in claims if each.kind == "weekday" and each.key == day.weekday()]
    dates = [each.start for each in claims if each.kind == "date"] if named else []
    return any(not any(0 <= start - each.end <= _BESIDE for start in dates) for each in named)


def names_month_end(day: Day, words: Words) -> bool:
    """Return whether a text names a day as the last of its month: "until the end of October", "sista december"."""
    if day.month is None or day.day is None or day.day < monthrange(day.year or _LEAP_YEAR, day.month)[1]:
        return False
    said, known = f" {' '.join(words.forms)} ", load_claim_words()
    if day.month == _DECEMBER and any(f" {phrase} " in said for phrase in known.year_ends):
        return True
    months = [name for name, month in load_calendar().months.items() if month == day.month and name in words.among]
    told = (
        *(f" {opening} {name} " for name in months for opening in known.month_ends),
        *(f" {name} {closing} " for name in months for closing in known.month_closings),
    )
    return any(each in said for each in told)
