"""What the expressions of a template come to, as far as style and shape decide it: see `planning`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, cast

from jinja2 import nodes

from ..contracts.values import Section
from .holes import OPERATORS, Hole, NotPlannedError, Part, question
from .pieces import Called, Loop, Said, Unread, Walk, Written

_ABSENT = object()
"""An input that is not there, or a name that nothing was set to: false in a condition."""
_FUNCTIONS = frozenset({"phrase", "range", "caller"})
"""Names that stand for no value."""
PLAIN = (str, int, float)
_LOOP: Mapping[str, Callable[[int, int], Any]] = {
    "index": lambda over, _: over + 1,
    "index0": lambda over, _: over,
    "first": lambda over, _: over == 0,
    "last": lambda over, length: over == length - 1,
    "length": lambda _, length: length,
    "revindex": lambda over, length: length - over,
}


class Expressions:
    """Says what expressions come to.

    Args:
        context: what the template sees, with holes for inputs.
        walk: gathers calls and questions.
    """

    def __init__(self, context: Mapping[str, Any], walk: Walk) -> None:
        self.scopes: list[dict[str, Any]] = [dict(context)]
        self._walk = walk

    def value(self, node: nodes.Node) -> Any:
        """Return a known value, or what stands for one that is not known.

        Raises:
            NotPlannedError: the expression is of a kind that plans do not know.
        """
        expression = _EXPRESSIONS.get(node.__class__)
        if expression is None:
            raise NotPlannedError
        return expression(self, node)

    def _name(self, node: nodes.Name) -> Any:
        if node.name in _FUNCTIONS:
            raise NotPlannedError
        found = next((scope[node.name] for scope in reversed(self.scopes) if node.name in scope), _ABSENT)
        if isinstance(found, Unread):
            self._walk.asked += [each for each in found.asked if each not in self._walk.asked]
            return found.written
        return found

    def _getattr(self, node: nodes.Getattr) -> Any:
        owner = self.value(node.node)
        if isinstance(owner, Loop) and node.attr in _LOOP:
            return _LOOP[node.attr](*owner)
        if not isinstance(owner, Section):
            raise NotPlannedError
        return owner.get(node.attr, _ABSENT)

    def _several(self, node: nodes.Tuple | nodes.List) -> Any:
        return tuple(self.value(each) for each in node.items)

    def _call(self, node: nodes.Call) -> Said:
        call = phrase_call(node)
        if call is None:
            raise NotPlannedError
        said = Said(self._walk.calls, self._walk.says(call))
        self._walk.calls += 1
        return said

    def _filter(self, node: nodes.Filter) -> Any:
        value = self.value(cast(nodes.Expr, node.node))
        if node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise NotPlannedError
        if node.name == "default" and len(node.args) == 1:
            # Jinja looks at it whether it is needed or not, and it may fail, or call a phrase.
            other = self.value(node.args[0])
            return other if value is _ABSENT else value
        if node.args:
            raise NotPlannedError
        if node.name in ("length", "count") and isinstance(value, list):
            return len(value)
        if node.name in _PLACES:
            if isinstance(value, list) and value:
                return value[_PLACES[node.name]]
            if isinstance(value, Hole) and value.text and value.truth:
                return Part(value, _PLACES[node.name])
        raise NotPlannedError

    def _compare(self, node: nodes.Compare) -> Any:
        if len(node.ops) != 1:
            raise NotPlannedError
        left, operator, right = self.value(node.expr), node.ops[0].op, self.value(node.ops[0].expr)
        return self._asked(left, operator, right) if isinstance(left, (Hole, Part)) else compared(left, operator, right)

    def _asked(self, left: Hole | Part, operator: str, right: Any) -> bool:
        ask = question(left, operator, right)
        answer = ask.answer(self._walk.values)
        self._walk.asked.append((ask, answer))
        return answer

    def _getitem(self, node: nodes.Getitem) -> Any:
        """Return the entry of a table that is written out, such as `{3: "three"}[reading.contact_count]`."""
        wanted, table = self.value(node.arg), constant(node.node)
        if not isinstance(table, dict) or not isinstance(wanted, Hole):
            raise NotPlannedError
        return next((entry for key, entry in table.items() if self._asked(wanted, "eq", key)), _ABSENT)

    def _and(self, node: nodes.And) -> Any:
        left = self.value(node.left)
        return self.value(node.right) if self.true(left) else left

    def _or(self, node: nodes.Or) -> Any:
        left = self.value(node.left)
        return left if self.true(left) else self.value(node.right)

    def _not(self, node: nodes.Not) -> bool:
        return not self.true(self.value(node.node))

    def _conditional(self, node: nodes.CondExpr) -> Any:
        chosen = node.expr1 if self.true(self.value(node.test)) else node.expr2
        if chosen is None:
            raise NotPlannedError
        return self.value(chosen)

    def true(self, value: Any) -> bool:
        """Return whether a value counts as true.

        Raises:
            NotPlannedError: that depends on what it says.
        """
        truth = _truth(value)
        if truth is None:
            raise NotPlannedError
        return truth


def constant(node: nodes.Expr) -> Any:
    """Return what a constant expression is, or None if it is none."""
    with suppress(nodes.Impossible):
        return node.as_const()
    return None


def phrase_call(node: nodes.Call) -> Called | None:
    """Return what a call of `phrase` asks for, or None if it cannot be told, or something else is called."""
    named = isinstance(node.node, nodes.Name) and node.node.name == "phrase"
    if not named or node.dyn_args or node.dyn_kwargs or len(node.args) != 1:
        return None
    given = [node.args[0], *(option.value for option in node.kwargs)]
    constants = [each.value for each in given if isinstance(each, nodes.Const)]
    if len(constants) != len(given) or any(option.key != "widen" for option in node.kwargs):
        return None
    return str(constants[0]), bool(constants[1:] and constants[1])


def compared(left: Any, operator: str, right: Any) -> Any:
    """Return what a comparison of two known values says.

    Raises:
        NotPlannedError: they are not plain, or cannot be compared.
    """
    if not _is_plain(left) or not _is_plain(right):
        raise NotPlannedError
    try:
        return OPERATORS[operator](left, right)
    except (KeyError, TypeError) as error:
        raise NotPlannedError from error


def _is_plain(value: Any) -> bool:
    # What stands for a value is a tuple too, of a class of its own.
    listed = value.__class__ in (list, tuple)
    return all(isinstance(each, PLAIN) for each in value) if listed else isinstance(value, PLAIN)


def _truth(value: Any) -> bool | None:
    if isinstance(value, (Hole, Said)):
        return value.truth
    if isinstance(value, Written):
        truths = [_truth(piece) for piece in value.pieces]
        return True if True in truths else None if None in truths else False
    if value is _ABSENT:
        return False
    known = value.__class__ in (list, tuple) or isinstance(value, (*PLAIN, Section))
    return bool(value) if known else None


_PLACES = {"first": 0, "last": -1}
_EXPRESSIONS: Mapping[type[nodes.Node], Callable[..., Any]] = {
    nodes.Const: lambda _, node: node.value,
    nodes.Name: Expressions._name,  # noqa: SLF001 - of this module
    nodes.Getattr: Expressions._getattr,  # noqa: SLF001 - of this module
    nodes.Getitem: Expressions._getitem,  # noqa: SLF001 - of this module
    nodes.Tuple: Expressions._several,  # noqa: SLF001 - of this module
    nodes.List: Expressions._several,  # noqa: SLF001 - of this module
    nodes.Call: Expressions._call,  # noqa: SLF001 - of this module
    nodes.Filter: Expressions._filter,  # noqa: SLF001 - of this module
    nodes.Compare: Expressions._compare,  # noqa: SLF001 - of this module
    nodes.And: Expressions._and,  # noqa: SLF001 - of this module
    nodes.Or: Expressions._or,  # noqa: SLF001 - of this module
    nodes.Not: Expressions._not,  # noqa: SLF001 - of this module
    nodes.CondExpr: Expressions._conditional,  # noqa: SLF001 - of this module
}
