"""Compile a checked template into one piece: what includes and role blocks do is written into it.

An include or a role block is a call with a context of its own in Jinja, which takes longer than everything that a part
prints. What they do can be said before: an include is the text of the part, a role block its text between two marks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, cast

from jinja2 import Template, TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from ...errors import TemplateError
from ..environment import Sandbox
from .roles import role_marks, role_of
from .variables import Parse

Path = tuple[str, str]
"""Group and name of an input."""
_LINES = 100_000
"""A line number says file and line at once, because Jinja keeps one number for each statement: file × this + line."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Compiled:
    """A template ready to render.

    Attributes:
        template: Jinja's template.
        files: the file it was compiled from, then those it includes.
        straight: its texts and the paths that it prints, in order, where it does nothing but print; else empty.
        tree: what it was compiled from, parts and all, for plans.
    """

    template: Template
    files: tuple[str, ...]
    straight: tuple[str | Path, ...]
    tree: nodes.Template

    def printed(self, context: Mapping[str, Any]) -> str | None:
        """Return the text of a template that only prints, or None if it takes Jinja, also to say what is missing."""
        pieces: list[str] = []
        for part in self.straight:
            if isinstance(part, str):
                pieces.append(part)
                continue
            group, name = part
            if name not in context[group]:
                return None
            pieces.append(self.template.environment.finalize(context[group][name]))  # type: ignore[misc]
        return "".join(pieces) if pieces else None

    def place(self, traceback: TracebackType | None) -> tuple[str, int | None]:
        """Return file and line in which an error arose."""
        number = None
        while traceback is not None:
            if traceback.tb_frame.f_globals.get("__jinja_template__") is self.template:
                number = self.template.get_corresponding_lineno(traceback.tb_lineno)
            traceback = traceback.tb_next
        if number is None:
            return self.files[0], None
        file, line = divmod(number, _LINES)
        return self.files[file], line


def compiled(tree: nodes.Template, environment: Sandbox, parse: Parse, *, name: str) -> Compiled:
    """Return the compiled template.

    Args:
        tree: a parsed and checked template; it is changed.
        environment: what it is compiled for.
        parse: parses an included template by name.
        name: the file it comes from.

    Raises:
        TemplateError: it names a filter or test that does not exist.
    """
    flattening = _Flattening(parse, name)
    flat = flattening.visit(tree)
    flat.set_environment(environment)
    try:
        template = environment.from_string(flat)
    except TemplateSyntaxError as error:
        # Unknown filters and tests show only when code is made of the tree.
        file, line = divmod(error.lineno, _LINES)
        raise TemplateError(error.message or "wrong", template=flattening.files[file], line=line) from error
    return Compiled(template, tuple(flattening.files), _straight(flat), flat)


def _straight(tree: nodes.Template) -> tuple[str | Path, ...]:
    """Return texts and paths of a template that does nothing but print them, else nothing."""
    parts: list[str | Path] = []
    for statement in tree.body:
        if not isinstance(statement, nodes.Output):
            return ()
        for node in statement.nodes:
            if isinstance(node, nodes.TemplateData):
                parts.append(node.data)
            elif isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
                parts.append((node.node.name, node.attr))
            else:
                return ()
    return tuple(parts)


class _Flattening(NodeTransformer):
    """Puts the text of parts in the place of includes, and marks in the place of role blocks."""

    def __init__(self, parse: Parse, name: str) -> None:
        self._parse = parse
        self.files = [name]

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 - Jinja's visitors are called so
        name = str(cast(nodes.Const, node.template).value)
        if name not in self.files:
            self.files.append(name)
        shift = self.files.index(name) * _LINES
        tree = self._parse(name)
        for each in tree.find_all(nodes.Node):
            each.lineno = (each.lineno or 0) % _LINES + shift
        # What a part sets stays in the part.
        return cast(nodes.Node, self.visit(nodes.Scope(tree.body, lineno=node.lineno)))

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        if (role := role_of(node)) is None:
            return node
        first, last = (nodes.Output([nodes.TemplateData(mark)], lineno=node.lineno) for mark in role_marks(role))
        return nodes.Scope([first, *node.body, last], lineno=node.lineno)
