"""What a plan is made of, and what is gathered while it is made: see `planning`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .holes import Ask, Hole


class Said(NamedTuple):
    """A place for the phrase of a call; `truth` as for a hole."""

    call: int
    truth: bool | None


class Written(NamedTuple):
    """What a `set` block wrote."""

    pieces: tuple[Piece, ...]


Piece = str | Hole | Said
Called = tuple[str, bool]
"""Slot, and whether phrases that fit less closely are looked at too."""


class Loop(NamedTuple):
    """Where a loop is: how many turns are over, and how many there are."""

    over: int
    length: int


@dataclass(slots=True)
class Walk:
    """What is gathered on the way.

    Attributes:
        values: the inputs of the message that the plan is made from; questions are answered by them.
        says: returns whether the phrase of a call is there, None if that cannot be told.
        calls: how many phrases have been called.
        asked: the questions that came up, and their answers: a plan holds for messages with the same ones.
    """

    values: Mapping[str, Any]
    says: Callable[[Called], bool | None]
    calls: int = 0
    asked: list[tuple[Ask, bool]] = field(default_factory=list)


class Unread(NamedTuple):
    """What a `set` block wrote that only asks; its questions count once somebody looks at it."""

    written: Written
    asked: list[tuple[Ask, bool]]
