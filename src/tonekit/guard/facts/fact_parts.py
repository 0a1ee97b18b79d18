"""The texts, numbers and times that a fact is made of, and what of each a draft has to repeat as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from ...loading.once import once
from ..claims.claim import Claim, Day, Kind
from ..claims.claims import find_claims
from ..wording.words import Words, words_of
from .ground import Ground
from .literal_words import stands_in

_HELD = frozenset[Kind]({"date", "time", "amount", "reference", "link", "mail", "phone"})
"""Kinds of claims that have to be repeated as they are; the rest of a fact may be put in other words."""
_URL, _TEXT = "url", "text"
"""Names of the parts of a link."""
_NOTHING = frozenset({Decimal(0)})
"""The key of an amount that is none."""
_PLAIN = re.compile(r"-?\d+\.\d{1,4}")
"""A number for machines: in a draft it is an amount, whose digits are grouped."""
_DATE_LENGTH = len("2026-12-03")
_DEEPEST = 4
"""Levels of nesting in a fact: a list of lines, each with a price, each with amount and currency."""
_SIGNS = re.compile(r"[\d@]|www\.|://")
"""Without one of these a text has nothing that has to be repeated as it is."""


class Part:
    """A text, number or time of a fact. Threads may share it.

    Attributes:
        value: the text, number or time.
        text: how it is written.
        is_title: whether it is what a link is called, which nobody has to repeat.
    """

    def __init__(self, value: Any, *, is_title: bool = False) -> None:
        self.value = value
        self.text = str(value)
        self.is_title = is_title

    @once
    def words(self) -> Words:
        """The words of a text."""
        return words_of(self.text)

    def is_said_in(self, text: str) -> bool:
        """Return whether it is a text, and stands in another text word for word."""
        return isinstance(self.value, str) and stands_in(self.value, text)

    @once
    def figures(self) -> tuple[tuple[Claim, str], ...]:
        """What of a text can be held against facts, each claim with its words."""
        value = self.text
        claims = find_claims(value, self.words) if isinstance(self.value, str) else []
        return tuple((claim, value[claim.start : claim.end]) for claim in claims)

    @once
    def held(self) -> tuple[tuple[Claim, str], ...]:
        """What of it has to be repeated, each claim with its words."""
        return tuple(self._held())

    def _held(self) -> Iterator[tuple[Claim, str]]:
        value = self.value
        if isinstance(value, str) and (not _SIGNS.search(value) or _PLAIN.fullmatch(value)):
            return
        ground = Ground()
        if not isinstance(value, str) or value[:1].isdigit():
            add_leaf(ground, value)
        for day in ground.days:
            yield Claim("date", day, 0, 0), ""
        for minutes in ground.keys.get("time", ()):
            yield Claim("time", frozenset({minutes}), 0, 0), ""
        if isinstance(value, str) and not ground.days:
            for claim, text in self.figures:
                # That something costs nothing may be said in many ways.
                if claim.kind in _HELD and claim.key != _NOTHING and claim.stance != "refused":
                    yield claim, text


def parts_of(value: Any) -> list[Part]:
    """Return what a fact is made of."""
    if isinstance(value, str):
        return [Part(value)]
    titles = {id(title) for title in _titles(value)}
    return [Part(leaf, is_title=id(leaf) in titles) for leaf in leaves(value)]


def is_link(value: Any) -> bool:
    """Return whether a fact is a link, or a list of nothing else."""
    links = value if isinstance(value, list | tuple) else [value]
    return bool(links) and all(isinstance(each, Mapping) and _URL in each for each in links)


def _titles(value: Any) -> Iterator[Any]:
    """Yield what the links of a fact are called."""
    links = value if isinstance(value, list | tuple) else [value]
    return (each[_TEXT] for each in links if isinstance(each, Mapping) and _URL in each and _TEXT in each)


def amounts_of(value: Any) -> Iterator[Decimal]:
    """Yield the amounts of money of a fact: mappings of amount and currency."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from amounts_of(each)
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name == "amount":
                with suppress(ArithmeticError):
                    yield Decimal(str(each)).normalize()
            else:
                yield from amounts_of(each)


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
        # NaN supports nothing.
        with suppress(ArithmeticError):
            ground.add_number(leaf)
    else:
        _add_machine_form(ground, str(leaf))


def _add_machine_form(ground: Ground, text: str) -> None:
    """Add a moment or a number in the notation of machines."""
    if not text[:1].isdigit() and text[:1] not in "+-":
        return
    with suppress(ValueError, ArithmeticError):
        if len(text) == _DATE_LENGTH and text[4] == text[7] == "-":
            add_leaf(ground, date.fromisoformat(text))
        elif len(text) > _DATE_LENGTH and text[:4].isdigit():
            add_leaf(ground, datetime.fromisoformat(text))
        else:
            ground.add_number(text)


def _add_moment(ground: Ground, day: date | None, clock: time | None) -> None:
    if day:
        ground.add_day(Day(day.month, day.day, day.year))
    if clock:
        ground.keys.setdefault("time", set()).add(clock.hour * 60 + clock.minute)
