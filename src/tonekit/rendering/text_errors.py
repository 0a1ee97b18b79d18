"""Errors in the text of a template: from Jinja, in role marks, and with the line where the text stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import TemplateSyntaxError

from ..errors import TemplateError
from .inert import ROLE_CLOSE, ROLE_NAMED, ROLE_OPEN


@contextmanager
def syntax_errors(name: str) -> Iterator[None]:
    """Turn what Jinja says of the text of `name` into our error, with file and line."""
    try:
        yield
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


def refuse_role_marks(text: str, name: str) -> None:
    """Refuse a template that holds the noncharacters which mark roles.

    Raises:
        TemplateError: it holds one, with its line.
    """
    for mark in (ROLE_OPEN, ROLE_NAMED, ROLE_CLOSE):
        if mark in text:
            line = text[: text.index(mark)].count("\n") + 1
            problem = f"holds the noncharacter U+{ord(mark):04X}, which is reserved; delete it"
            raise TemplateError(problem, template=name, line=line)
