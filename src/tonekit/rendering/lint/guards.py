"""Optional inputs that a template prints without checking first whether they are given."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from jinja2 import nodes

from ...errors import TemplateError
from ..syntax.variables import Parse, path_of

Sure = frozenset[str]
CONDITIONS = (nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Test)
"""Expressions whose value is a truth value."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place that prints nothing, or fails, if something is missing.

    Attributes:
        path: the input, or empty if the gap is an inline `if` without `else`.
        template, line: where.
    """

    path: str
    template: str
    line: int


@dataclass(frozen=True, slots=True)
class Scope:
    """What is known at a place of a template.

    Attributes:
        optional: inputs that may be missing.
        parse: parses an included template.
        chain: the files that lead here.
        sure: inputs that are there, as conditions around the place say.
        alias: local name → the input that it stands for; a name of another value stands for nothing.
        meaning: local name of a condition → what is there when it holds, and when it does not.
    """

    optional: Collection[str]
    parse: Parse
    chain: tuple[str, ...]
    sure: Sure = frozenset()
    alias: Mapping[str, str] = field(default_factory=dict)
    meaning: Mapping[str, tuple[Sure, Sure]] = field(default_factory=dict)

    def knowing(self, more: Collection[str]) -> Scope:
        """Return the scope inside a condition."""
        return replace(self, sure=self.sure | frozenset(more))

    def path(self, node: nodes.Node) -> str | None:
        """Return the input that a node names, through a local name too."""
        found = path_of(node)
        head = found.split(".")[0] if found else ""
        return (self.alias[head] or None) if head in self.alias else found

    def naming(self, target: nodes.Node, path: str | None) -> Scope:
        """Return the scope after `{% set target = path %}` or inside a loop."""
        names = [each.name for each in target.find_all(nodes.Name)]
        names += [target.name] if isinstance(target, nodes.Name) else []
        meaning = {name: each for name, each in self.meaning.items() if name not in names}
        return replace(self, alias={**self.alias, **dict.fromkeys(names, path or "")}, meaning=meaning)

    def assigned(self, node: nodes.Assign) -> Scope:
        """Return the scope after `{% set name = … %}`; the name of a condition stands for that condition."""
        scope = self.naming(node.target, self.path(node.node))
        if isinstance(node.target, nodes.Name) and isinstance(node.node, CONDITIONS):
            return replace(scope, meaning={**scope.meaning, node.target.name: known(node.node, self)})
        return scope


def find_gaps(tree: nodes.Node, scope: Scope) -> Iterator[Gap]:
    """Yield the unguarded prints of a template and of what it includes, in their order."""
    yield from _block(list(tree.iter_child_nodes()), scope)


def _block(statements: Collection[nodes.Node], scope: Scope) -> Iterator[Gap]:
    for node in statements:
        yield from _statement(node, scope)
        if isinstance(node, nodes.Assign):
            scope = scope.assigned(node)


def _statement(node: nodes.Node, scope: Scope) -> Iterator[Gap]:
    if isinstance(node, nodes.If):
        yield from _if(node, scope)
    elif isinstance(node, nodes.For):
        yield from _printed(node.iter, scope)
        inner = scope.naming(node.target, None)
        yield from _block(node.body, inner)
        yield from _block(node.else_, scope)
    elif isinstance(node, nodes.Include):
        yield from _include(node, scope)
    elif isinstance(node, nodes.Assign):
        yield from (_tested if isinstance(node.node, CONDITIONS) else _kept)(node.node, scope)
    elif isinstance(node, nodes.Output):
        for each in node.nodes:
            yield from _printed(each, scope)
    elif isinstance(node, nodes.Expr):
        yield from _printed(node, scope)
    else:
        yield from _block(list(node.iter_child_nodes()), scope)


def _kept(node: nodes.Node, scope: Scope) -> Iterator[Gap]:
    """Yield the gaps of a value that gets a name; naming an optional input is not a gap, since only printing it is."""
    if scope.path(node) is None:
        yield from _printed(node, scope)


def _if(node: nodes.If, scope: Scope) -> Iterator[Gap]:
    for branch in (node, *node.elif_):
        yield from _tested(branch.test, scope)
        when, unless = known(branch.test, scope)
        yield from _block(branch.body, scope.knowing(when))
        scope = scope.knowing(unless)
    yield from _block(node.else_, scope)


def _include(node: nodes.Include, scope: Scope) -> Iterator[Gap]:
    name = str(node.template.value) if isinstance(node.template, nodes.Const) else scope.chain[-1]
    if name in scope.chain:
        return
    try:
        tree = scope.parse(name)
    except TemplateError:
        return  # the check of includes reports this
    yield from find_gaps(tree, replace(scope, chain=(*scope.chain, name)))


def _printed(node: nodes.Node, scope: Scope) -> Iterator[Gap]:
    """Yield the gaps of an expression whose value is printed."""
    if (path := scope.path(node)) is not None:
        if path in scope.optional and path not in scope.sure:
            yield Gap(path, scope.chain[-1], node.lineno)
    elif isinstance(node, nodes.CondExpr):
        yield from _choice(node, scope)
    elif isinstance(node, nodes.Or):
        yield from _tested(node.left, scope)
        yield from _printed(node.right, scope.knowing(known(node.left, scope)[1]))
    elif isinstance(node, nodes.And):
        yield from _printed(node.left, scope)
        yield from _printed(node.right, scope.knowing(known(node.left, scope)[0]))
    elif isinstance(node, nodes.Not):
        yield from _tested(node.node, scope)
    elif _may_be_missing(node):
        for child in list(node.iter_child_nodes())[1:]:
            yield from _printed(child, scope)
    else:
        for child in node.iter_child_nodes():
            yield from _printed(child, scope)


def _choice(node: nodes.CondExpr, scope: Scope) -> Iterator[Gap]:
    yield from _tested(node.test, scope)
    when, unless = known(node.test, scope)
    yield from _printed(node.expr1, scope.knowing(when))
    if node.expr2 is None:
        yield Gap("", scope.chain[-1], node.lineno)
    else:
        yield from _printed(node.expr2, scope.knowing(unless))


def _tested(node: nodes.Node, scope: Scope) -> Iterator[Gap]:
    """Yield the gaps of an expression that is only tested for truth."""
    if scope.path(node) is not None:
        return
    if isinstance(node, nodes.Not):
        yield from _tested(node.node, scope)
    elif isinstance(node, (nodes.And, nodes.Or)):
        yield from _tested(node.left, scope)
        when, unless = known(node.left, scope)
        yield from _tested(node.right, scope.knowing(when if isinstance(node, nodes.And) else unless))
    else:
        yield from _printed(node, scope)


def _may_be_missing(node: nodes.Node) -> bool:
    """Return whether a filter or test accepts missing values."""
    if isinstance(node, nodes.Filter):
        return node.name in ("default", "d")
    return isinstance(node, nodes.Test) and node.name in ("defined", "undefined")


def known(test: nodes.Node, scope: Scope) -> tuple[Sure, Sure]:
    """Return which inputs are certain to be given when a condition holds, and which when it does not."""
    none: Sure = frozenset()
    if isinstance(test, nodes.Name) and test.name in scope.meaning:
        return scope.meaning[test.name]
    if (path := scope.path(test)) is not None:
        return frozenset({path}), none
    if isinstance(test, nodes.Not):
        when, unless = known(test.node, scope)
        return unless, when
    if isinstance(test, (nodes.And, nodes.Or)):
        (left, left_not), (right, right_not) = known(test.left, scope), known(test.right, scope)
        both = isinstance(test, nodes.And)
        return (left | right, left_not & right_not) if both else (left & right, left_not | right_not)
    if isinstance(test, nodes.Test) and (path := scope.path(test.node)) is not None:
        there = {"defined": (frozenset({path}), none), "undefined": (none, frozenset({path}))}
        return there.get(test.name, (none, none))
    return none, none
