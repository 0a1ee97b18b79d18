"""Errors in the text of a template: from Jinja, in role marks, and with the line where the text stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import Environment, TemplateSyntaxError, nodes

from ...errors import TemplateError
from .open_blocks import left_open
from .syntax_remedies import explained

_MARKS = re.compile("[\ufdd0-\ufdef]")


@contextmanager
def syntax_errors(name: str) -> Iterator[None]:
    """Turn what Jinja says of the text of `name` into our error, with file and line."""
    try:
        yield
    except TemplateSyntaxError as error:
        lines = (error.source or "").splitlines()
        line = lines[error.lineno - 1] if error.lineno <= len(lines) else ""
        problem, word = explained(error.message or "cannot be parsed", line)
        raise TemplateError(problem, template=name, line=error.lineno, word=word) from error


@contextmanager
def inside(name: str, line: int | None) -> Iterator[None]:
    """Give errors of a text that stands inside the YAML file `name` the line of that text."""
    try:
        yield
    except TemplateError as error:
        for each in (error, *error.more):
            if isinstance(each, TemplateError) and each.template == name and line is not None:
                each.line = line + (each.line or 1) - 1
        raise


def refuse_marks(text: str, name: str) -> None:
    """Refuse a template that holds the noncharacters which mark roles and sources.

    Raises:
        TemplateError: it holds one, with its line.
    """
    if match := _MARKS.search(text):
        line = text.count("\n", 0, match.start()) + 1
        problem = f"holds the noncharacter U+{ord(match[0]):04X}, which is reserved; delete it"
        raise TemplateError(problem, template=name, line=line)


def parsed(environment: Environment, text: str, name: str) -> nodes.Template:
    """Return the syntax tree of a template.

    Raises:
        TemplateError: it cannot be parsed, or holds a sign that is reserved.
    """
    refuse_marks(text, name)
    with syntax_errors(name):
        try:
            return environment.parse(text, name, name)
        except TemplateSyntaxError as error:
            if not (error.message or "").startswith("Unexpected end") or not (tag := left_open(environment, text)):
                raise
            what, line = tag
            problem = f"the tag '{what}' in this line is not closed; write {{% end{what} %}} where its text ends"
            raise TemplateError(problem, template=name, line=line) from error
        except (RecursionError, ValueError) as error:
            problem = "nests too deeply, or holds a number with too many digits; write it in several steps"
            raise TemplateError(problem, template=name) from error
