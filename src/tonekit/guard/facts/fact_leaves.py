"""The texts, numbers and moments that a fact consists of, and what each of them supports by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from ..claims.claim import Day
from .ground import Ground

_DATE_LENGTH = len("2026-12-03")
_DEEPEST = 4
"""Levels of nesting in a fact: a list of lines, each with a price, each with amount and currency."""


def leaves(value: Any, depth: int = _DEEPEST) -> Iterator[Any]:
    """Yield the texts, numbers and times that a fact consists of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping) and depth:
        for each in value.values():
            yield from leaves(each, depth - 1)
    elif isinstance(value, list | tuple | set | frozenset) and depth:
        for each in value:
            yield from leaves(each, depth - 1)
    elif value is not None and not isinstance(value, bool):
        yield value


def add_leaf(ground: Ground, leaf: Any) -> None:
    """Add a part of a fact that is itself a moment or a number; what a text says has to be added separately."""
    if isinstance(leaf, str):
        _add_machine_form(ground, leaf)
    elif isinstance(leaf, datetime):
        _add_moment(ground, leaf.date(), leaf.time())
    elif isinstance(leaf, date):
        _add_moment(ground, leaf, None)
    elif isinstance(leaf, time):
        _add_moment(ground, None, leaf)
    elif isinstance(leaf, int | float | Decimal):
        _add_figure(ground, leaf)
    else:
        _add_machine_form(ground, str(leaf))


def _add_figure(ground: Ground, value: float | Decimal) -> None:
    # NaN supports nothing.
    with suppress(ArithmeticError):
        ground.add_number(value)


def _add_machine_form(ground: Ground, text: str) -> None:
    """Add a moment or a number in the notation of machines."""
    if not text[:1].isdigit() and text[:1] not in "+-":
        return
    try:
        if len(text) == _DATE_LENGTH and text[4] == text[7] == "-":
            _add_moment(ground, date.fromisoformat(text), None)
            return
        if len(text) > _DATE_LENGTH and text[:4].isdigit():
            moment = datetime.fromisoformat(text)
            _add_moment(ground, moment.date(), moment.time())
            return
        ground.add_number(text)
    except (ValueError, ArithmeticError):
        return


def _add_moment(ground: Ground, day: date | None, clock: time | None) -> None:
    if day:
        ground.add_day(Day(day.month, day.day, day.year))
    if clock:
        ground.keys.setdefault("time", set()).add(clock.hour * 60 + clock.minute)
