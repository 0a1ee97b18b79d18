"""What stands in a plan for the inputs of a message: where each of them will be found, and what is known of it before.

A plan is made for all messages of one shape: the same inputs are there, lists have as many items. What a value says is
not known when a plan is made; a condition that looks at it is a question that is asked of every message.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import contains, eq, ge, gt, le, lt, ne
from typing import Any, NamedTuple

from ..contracts.contract import Contract
from ..contracts.values import Section

MOST_ITEMS = 12
"""Items of a list that are written out in a plan, as many as templates get of what was read; longer ones are rare."""


class NotPlannedError(Exception):
    """A template does something that plans do not know; it is left to Jinja."""


class Hole(NamedTuple):
    """A place for a value.

    Attributes:
        path: the input.
        item: place in its list, or None if it is none.
        field: name in the entry of a list, or None.
        truth: whether the value counts as true, or None if the shape does not say.
        text: whether it is a text, and a number otherwise.
    """

    path: str
    item: int | None = None
    field: str | None = None
    truth: bool | None = None
    text: bool = True

    def value(self, values: Mapping[str, Any]) -> Any:
        """Return what belongs here."""
        found = values[self.path]
        if self.item is not None:
            found = found[self.item]
        return found if self.field is None else found[self.field]


class Part(NamedTuple):
    """The first or last character of a text."""

    hole: Hole
    place: int


class Ask(NamedTuple):
    """A condition that looks at what a value says, such as whether it ends with a full stop.

    Attributes:
        hole: the value.
        place: which character of it is looked at, or None for all of it.
        operator: as Jinja calls it.
        operand: what it is compared with.
    """

    hole: Hole
    place: int | None
    operator: str
    operand: Any

    def answer(self, values: Mapping[str, Any]) -> bool:
        """Return whether it holds."""
        value = self.hole.value(values)
        return bool(OPERATORS[self.operator](value if self.place is None else value[self.place], self.operand))


OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": eq,
    "ne": ne,
    "gt": gt,
    "gteq": ge,
    "lt": lt,
    "lteq": le,
    "in": lambda value, among: contains(among, value),
    "notin": lambda value, among: not contains(among, value),
}
"""Comparisons, as Jinja calls them."""
_OF_TEXTS = ("eq", "ne", "in", "notin")


def question(left: Hole | Part, operator: str, operand: Any) -> Ask:
    """Return the question that a comparison asks; it cannot fail, whatever the value.

    Raises:
        NotPlannedError: it might fail, or is not known.
    """
    hole, place = left if isinstance(left, Part) else (left, None)
    among = operand if isinstance(operand, tuple) else (operand,)
    wanted: type | tuple[type, ...] = str if hole.text else (int, float)
    plain = all(isinstance(each, wanted) for each in among)
    listed = isinstance(operand, tuple) or (hole.text and isinstance(operand, str))
    fits = listed if operator in ("in", "notin") else not isinstance(operand, tuple)
    if operator not in OPERATORS or not plain or not fits or (hole.text and operator not in _OF_TEXTS):
        raise NotPlannedError
    return Ask(hole, place, operator, operand)


def inputs_as_holes(contract: Contract, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the inputs of a context with holes in the places of values.

    Raises:
        NotPlannedError: a list is too long, or holds what no hole is made for.
    """
    context: dict[str, Any] = {group: Section(group) for group in contract.blank}
    for path, value in values.items():
        group, name = contract.places[path]
        if group:
            context[group][name] = _hole(path, value)
        else:
            context[name] = _hole(path, value)
    return context


def _hole(path: str, value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return Hole(path, truth=bool(value))
    if isinstance(value, (int, float)):
        return Hole(path, truth=bool(value), text=False)
    if not isinstance(value, list) or len(value) > MOST_ITEMS:
        raise NotPlannedError
    return [_item(path, index, each) for index, each in enumerate(value)]


def _item(path: str, index: int, value: Any) -> Any:
    if isinstance(value, str):
        return Hole(path, index, truth=bool(value))
    if not isinstance(value, Section):
        raise NotPlannedError
    return Section(value.path, {name: _field(path, index, name, each) for name, each in value.items()})


def _field(path: str, index: int, name: str, value: Any) -> Hole:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise NotPlannedError
    return Hole(path, index, name, text=isinstance(value, str))
