"""Check what a template does with its values before anything is rendered, by what each name in it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import nodes

from ...errors import Problems, TemplateError
from ..contracts.values import InputType
from .roles import role_of
from .value_misuse import Misuse, misuse_of, unprintable
from .value_shapes import LOOP, MACRO, TEXT, UNKNOWN, Names, Shape, given_names, item_of, outcomes, shape_of
from .variables import Parse


def check_values(tree: nodes.Template, parse: Parse, *, name: str, inputs: Mapping[str, InputType | None]) -> None:
    """Check what a template and what it includes do with their values; what cannot be included is passed over.

    Args:
        tree: the parsed template.
        parse: parses an included template by name.
        name: the file of the template.
        inputs: dotted path → type of every input, or None if it is not known.

    Raises:
        TemplateError: it asks for what is not below a value, calls one, adds texts, or loops too long.
    """
    walk = _Walk(parse, (name,), Problems())
    _block(tree.body, given_names(inputs), walk)
    walk.problems.raise_first()


@dataclass(frozen=True, slots=True)
class _Walk:
    """Where a walk is: the chain of files, and what was wrong so far."""

    parse: Parse
    chain: tuple[str, ...]
    problems: Problems

    def add(self, found: Misuse, line: int) -> None:
        self.problems.add(
            TemplateError(found.problem, template=self.chain[-1], line=line, rule=found.rule, word=found.word)
        )


def _block(statements: Iterable[nodes.Node], names: Names, walk: _Walk) -> None:
    for node in statements:
        names = _statement(node, names, walk)


def _statement(node: nodes.Node, names: Names, walk: _Walk) -> Names:
    """Check a statement and return the names behind it."""
    for kind, check in _STATEMENTS.items():
        if isinstance(node, kind):
            return {**names, **(check(node, names, walk) or {})}
    if isinstance(node, nodes.Expr):
        _expression(node, names, walk)
    else:
        _block(node.iter_child_nodes(), names, walk)
    return names


def _output(node: nodes.Output, names: Names, walk: _Walk) -> None:
    for each in node.nodes:
        for outcome in outcomes(each):
            if found := unprintable(outcome, names):
                walk.add(found, outcome.lineno)
        _expression(each, names, walk)


def _for(node: nodes.For, names: Names, walk: _Walk) -> None:
    _expression(node.iter, names, walk)
    shape = shape_of(node.iter, names)
    if shape.kind in ("number", "flag"):
        problem = f"a loop needs a list, but this is a {shape.kind}; loop over a list, or count with range(…)"
        walk.add(Misuse(problem, "wrong-operation", "for"), node.lineno)
    inner = {**names, **_bound(node.target, item_of(shape)), "loop": LOOP}
    if node.test:
        _expression(node.test, inner, walk)
    _block(node.body, inner, walk)
    _block(node.else_, names, walk)


def _if(node: nodes.If, names: Names, walk: _Walk) -> Names:
    for branch in (node, *node.elif_):
        _expression(branch.test, names, walk)
        _block(branch.body, names, walk)
    _block(node.else_, names, walk)
    # Which branch was taken is not known here.
    assigned: Iterator[Any] = node.find_all((nodes.Assign, nodes.AssignBlock))
    return {name: UNKNOWN for each in assigned for name in _bound(each.target)}


def _assign(node: nodes.Assign, names: Names, walk: _Walk) -> Names:
    _expression(node.node, names, walk)
    return _bound(node.target, shape_of(node.node, names))


def _assign_block(node: nodes.AssignBlock, names: Names, walk: _Walk) -> Names:
    _block(node.body, names, walk)
    return _bound(node.target, TEXT)


def _with(node: nodes.With, names: Names, walk: _Walk) -> None:
    inner = dict(names)
    for target, value in zip(node.targets, node.values, strict=True):
        _expression(value, names, walk)
        inner |= _bound(target, shape_of(value, names))
    _block(node.body, inner, walk)


def _macro(node: nodes.Macro, names: Names, walk: _Walk) -> Names:
    _block(node.body, {**names, **{each.name: UNKNOWN for each in node.args}}, walk)
    return {node.name: MACRO}


def _call_block(node: nodes.CallBlock, names: Names, walk: _Walk) -> None:
    if role_of(node) is None:
        _expression(node.call, names, walk)
    _block(node.body, {**names, **{each.name: UNKNOWN for each in node.args}}, walk)


def _include(node: nodes.Include, names: Names, walk: _Walk) -> None:
    part = str(node.template.value) if isinstance(node.template, nodes.Const) else walk.chain[-1]
    if part not in walk.chain:
        with suppress(TemplateError):  # the check of includes reports it
            tree = walk.parse(part)
            _block(tree.body, names, replace(walk, chain=(*walk.chain, part)))


def _expression(node: nodes.Node, names: Names, walk: _Walk) -> None:
    if found := misuse_of(node, names):
        walk.add(found, node.lineno)
        # What is below a value that has nothing below it has nothing either; arguments are values of their own.
        inner: Iterable[nodes.Node] = node.args if isinstance(node, nodes.Call) else ()
    else:
        inner = node.iter_child_nodes()
    for child in inner:
        _expression(child, names, walk)


def _bound(target: nodes.Node, shape: Shape = UNKNOWN) -> dict[str, Shape]:
    """Return the names that a target binds; of several, none is known."""
    if isinstance(target, nodes.Name):
        return {target.name: shape}
    return {name.name: UNKNOWN for name in target.find_all(nodes.Name)}


_STATEMENTS: Mapping[type[nodes.Node], Callable[..., Names | None]] = {
    nodes.Output: _output,
    nodes.For: _for,
    nodes.If: _if,
    nodes.Assign: _assign,
    nodes.AssignBlock: _assign_block,
    nodes.With: _with,
    nodes.Macro: _macro,
    nodes.CallBlock: _call_block,
    nodes.Include: _include,
}
