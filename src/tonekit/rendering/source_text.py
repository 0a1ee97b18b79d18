"""Parse the text of a template, and say where in which file it is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import TemplateSyntaxError, nodes

from ..errors import TemplateError
from .environment import Sandbox

_MARKS = re.compile("[\ufdd0-\ufdef]")
"""Signs that mark roles and sources."""


def parsed(environment: Sandbox, text: str, name: str) -> nodes.Template:
    """Return the syntax tree of a template.

    Raises:
        TemplateError: it cannot be parsed, or holds a sign that is reserved.
    """
    _refuse_marks(text, name)
    try:
        return environment.parse(text, name, name)
    except TemplateSyntaxError as error:
        raise TemplateError(error.message or "cannot be parsed", template=name, line=error.lineno) from error


@contextmanager
def inside(name: str, line: int | None) -> Iterator[None]:
    """Give errors of a text that stands inside the YAML file `name` the line of that text."""
    try:
        yield
    except TemplateError as error:
        if error.template == name and line is not None:
            error.line = line + (error.line or 1) - 1
        raise


def _refuse_marks(text: str, name: str) -> None:
    if match := _MARKS.search(text):
        line = text.count("\n", 0, match.start()) + 1
        problem = f"holds the noncharacter U+{ord(match[0]):04X}, which is reserved; delete it"
        raise TemplateError(problem, template=name, line=line)
