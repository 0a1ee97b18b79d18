"""The longest way through a template: one branch of each `if`, one turn of each loop."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from jinja2 import nodes

from ...errors import TemplateError
from ..syntax.variables import Parse


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that counts.

    Attributes:
        amount: how much.
        template, line: where.
        outer: line of the outermost file that leads there.
    """

    amount: int
    template: str
    line: int
    outer: int


Weigh = Callable[[nodes.Node], int]


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a walk is.

    Attributes:
        parse: parses an included template.
        chain: the file, and those that included it.
        outer: line of the outermost file, inside an include.
    """

    parse: Parse
    chain: tuple[str, ...]
    outer: int | None = None


def heaviest_path(node: nodes.Node, weigh: Weigh, trail: Trail) -> tuple[Mark, ...]:
    """Return the marks on the path with the greatest sum, in their order; what is included counts.

    Args:
        node: the template.
        weigh: what a piece of text or an expression counts.
        trail: where it stands.
    """
    if isinstance(node, nodes.If):
        branches = [node.body, *(each.body for each in node.elif_), node.else_]
        return max((_sequence(each, weigh, trail) for each in branches), key=_sum)
    if isinstance(node, nodes.CondExpr):
        choices = [each for each in (node.expr1, node.expr2) if each is not None]
        return max((heaviest_path(each, weigh, trail) for each in choices), key=_sum)
    if isinstance(node, nodes.Include) and isinstance(node.template, nodes.Const):
        return _included(str(node.template.value), node.lineno, weigh, trail)
    own = weigh(node)
    mark = (Mark(own, trail.chain[-1], node.lineno, trail.outer or node.lineno),) if own else ()
    return mark + _sequence(node.iter_child_nodes(), weigh, trail)


def _included(name: str, line: int, weigh: Weigh, trail: Trail) -> tuple[Mark, ...]:
    if name in trail.chain:
        return ()
    try:
        tree = trail.parse(name)
    except TemplateError:
        return ()  # the check of includes reports this
    return heaviest_path(tree, weigh, Trail(trail.parse, (*trail.chain, name), trail.outer or line))


def _sequence(children: Iterable[nodes.Node], weigh: Weigh, trail: Trail) -> tuple[Mark, ...]:
    return tuple(mark for child in children for mark in heaviest_path(child, weigh, trail))


def _sum(marks: Collection[Mark]) -> int:
    return sum(mark.amount for mark in marks)
