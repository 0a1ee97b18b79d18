"""Plans that have been made, by the shape of the messages that they are for.

A shape is planned when it comes up a second time: many come up once. Where a plan has questions to a message, the
answers lead to the plan; not all of them may have been made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from .holes import Ask, NotPlannedError

Plan = TypeVar("Plan")
Asked = Sequence[tuple[Ask, bool]]

MOST_SHAPES = 512
"""Shapes that are kept for the templates of a brand; a plan takes some kilobytes."""
MOST_PLANS = 12
"""Plans of one shape: more come of answers that differ from message to message, which planning does not pay for."""


@dataclass(slots=True)
class _Fork(Generic[Plan]):
    """A question, and where its answers lead."""

    ask: Ask
    ways: dict[bool, _Fork[Plan] | Plan] = field(default_factory=dict)


@dataclass(slots=True)
class _Shape(Generic[Plan]):
    """What is known of a shape: the first plan or question, how many plans there are, whether more may be made."""

    first: _Fork[Plan] | Plan | None = None
    made: int = 0


class Plans(Generic[Plan]):
    """Keeps plans. Safe to share between threads: two that plan at once make the same plan twice."""

    def __init__(self) -> None:
        self._shapes: dict[object, _Shape[Plan]] = {}

    def find(self, shape: object, values: Mapping[str, Any]) -> Plan | None:
        """Return the plan for a message, or None if there is none."""
        known = self._shapes.get(shape)
        found = None if known is None else known.first
        while isinstance(found, _Fork):
            found = found.ways.get(found.ask.answer(values))
        return found

    def learn(self, shape: object, make: Callable[[], tuple[Asked, Plan]]) -> None:
        """Take note of a message without a plan; the second of its shape makes one.

        Args:
            shape: its shape.
            make: makes the plan; it raises `NotPlannedError` where there can be none.
        """
        known = self._shapes.get(shape)
        if known is None:
            if len(self._shapes) >= MOST_SHAPES:
                self._shapes.clear()
            self._shapes[shape] = _Shape()
        elif known.made < MOST_PLANS:
            try:
                asked, plan = make()
            except NotPlannedError:
                known.made = MOST_PLANS
                return
            known.made += 1
            known.first = _added(known.first, list(asked), plan)


def _added(place: _Fork[Plan] | Plan | None, asked: Asked, plan: Plan) -> _Fork[Plan] | Plan:
    """Return what stands at a place with one more plan behind it."""
    if not asked:
        return plan
    (ask, answer), *rest = asked
    # Another question at the same place is of a plan that could not follow the one before: that plan gives way.
    fork = place if isinstance(place, _Fork) and place.ask == ask else _Fork(ask)
    fork.ways[answer] = _added(fork.ways.get(answer), rest, plan)
    return fork
