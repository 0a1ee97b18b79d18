"""Walk a template once for all messages of one shape: what is decided by style and shape is decided here.

What is left is a row of texts and places for values. It says what Jinja would write, or nothing at all: whatever is
not plainly known here raises `NotPlannedError`, and the template is left to Jinja.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import nodes

from ..environment import Inert
from .holes import Ask, Hole, NotPlannedError
from .pieces import Loop, Piece, Said, Unread, Walk, Written
from .planned_values import PLAIN, Expressions, constant


class Planner:
    """Plans one template.

    Args:
        context: what the template sees, with holes for inputs.
        inert: what makes a printed value inert.
        walk: gathers calls and questions.
    """

    def __init__(self, context: Mapping[str, Any], inert: Inert, walk: Walk) -> None:
        self._expressions = Expressions(context, walk)
        self._inert = inert
        self._walk = walk
        self._loops = 0

    def pieces(self, tree: nodes.Template) -> tuple[Piece, ...]:
        """Return what the template writes.

        Raises:
            NotPlannedError: it does what plans do not know.
        """
        return tuple(self._all(tree.body))

    def _all(self, body: list[nodes.Node]) -> Iterator[Piece]:
        for node in body:
            statement = _STATEMENTS.get(node.__class__)
            if statement is None:
                raise NotPlannedError
            yield from statement(self, node)

    def _output(self, node: nodes.Output) -> Iterator[Piece]:
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                yield child.data
            elif constant(child) is not None:
                # Jinja escapes it when it makes code of it.
                raise NotPlannedError
            else:
                yield from self._printed(self._expressions.value(child))

    def _printed(self, value: Any) -> Iterator[Piece]:
        if isinstance(value, Hole) or (isinstance(value, Said) and value.truth is not False):
            yield value
        elif isinstance(value, Said):
            return
        elif isinstance(value, Written):
            yield from value.pieces
        elif isinstance(value, PLAIN) and not isinstance(value, bool):
            yield self._inert(value)
        else:
            raise NotPlannedError

    def _if(self, node: nodes.If) -> Iterator[Piece]:
        if self._expressions.true(self._expressions.value(node.test)):
            yield from self._all(node.body)
            return
        for each in node.elif_:
            if self._expressions.true(self._expressions.value(each.test)):
                yield from self._all(each.body)
                return
        yield from self._all(node.else_)

    def _for(self, node: nodes.For) -> Iterator[Piece]:
        items = self._expressions.value(node.iter)
        if node.test or node.recursive or not isinstance(items, list) or not isinstance(node.target, nodes.Name):
            raise NotPlannedError
        self._loops += 1
        for index, item in enumerate(items):
            yield from self._inside(node.body, {"loop": Loop(index, len(items)), node.target.name: item})
        self._loops -= 1
        if not items:
            yield from self._inside(node.else_, {})

    def _scope(self, node: nodes.Scope) -> Iterator[Piece]:
        yield from self._inside(node.body, {})

    def _inside(self, body: list[nodes.Node], names: dict[str, Any]) -> Iterator[Piece]:
        self._expressions.scopes.append(names)
        yield from self._all(body)
        self._expressions.scopes.pop()

    def _assign(self, node: nodes.Assign) -> Iterator[Piece]:
        self._set(node.target, self._expressions.value(node.node))
        return iter(())

    def _assign_block(self, node: nodes.AssignBlock) -> Iterator[Piece]:
        if node.filter is not None:
            raise NotPlannedError
        before = self._walk.asked
        asked: list[tuple[Ask, bool]] = []
        self._walk.asked = asked
        written = Written(tuple(self._inside(node.body, {})))
        self._walk.asked = before
        if not _only_asks(node):
            before += asked
            asked = []
        self._set(node.target, Unread(written, asked) if asked else written)
        return iter(())

    def _set(self, target: nodes.Node, value: Any) -> None:
        if self._loops or not isinstance(target, nodes.Name):
            raise NotPlannedError
        self._expressions.scopes[-1][target.name] = value


def _only_asks(block: nodes.AssignBlock) -> bool:
    """Return whether a block writes nothing but texts of the author's, and no condition hangs on another.

    Such a block cannot fail, whatever is answered.
    """
    outputs = (each for output in block.find_all(nodes.Output) for each in output.nodes)
    branches = ([*test.body, *test.elif_, *test.else_] for test in block.find_all(nodes.If))
    return (
        all(isinstance(each, nodes.TemplateData) for each in outputs)
        and all(isinstance(each, nodes.Output) for branch in branches for each in branch)
        and all(block.find(kind) is None for kind in (nodes.And, nodes.Or, nodes.CondExpr))
    )


_STATEMENTS: Mapping[type[nodes.Node], Callable[..., Iterator[Piece]]] = {
    nodes.Output: Planner._output,  # noqa: SLF001 - of this module
    nodes.If: Planner._if,  # noqa: SLF001 - of this module
    nodes.For: Planner._for,  # noqa: SLF001 - of this module
    nodes.Scope: Planner._scope,  # noqa: SLF001 - of this module
    nodes.Assign: Planner._assign,  # noqa: SLF001 - of this module
    nodes.AssignBlock: Planner._assign_block,  # noqa: SLF001 - of this module
}
