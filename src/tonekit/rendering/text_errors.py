"""Errors in the text of a template: from Jinja, in role marks, and with the line where the text stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..curly_quotes import CURLY, REMEDY
from ..errors import TemplateError
from .open_blocks import left_open

_UNEXPECTED = re.compile(r"unexpected char '(.)' at \d+", re.DOTALL)
_MARKS = re.compile("[\ufdd0-\ufdef]")


@contextmanager
def syntax_errors(name: str) -> Iterator[None]:
    """Turn what Jinja says of the text of `name` into our error, with file and line."""
    try:
        yield
    except TemplateSyntaxError as error:
        problem, word = _explained(error.message or "cannot be parsed")
        raise TemplateError(problem, template=name, line=error.lineno, word=word) from error


def _explained(message: str) -> tuple[str, str]:
    """Return what Jinja says in the words of people who do not program, and the sign that is meant, if any."""
    if (found := _UNEXPECTED.fullmatch(message)) is None:
        return message, ""
    sign = found[1]
    if sign in CURLY:
        return f"{sign} is a quote of a word processor, which templates do not read as one; {REMEDY}", sign
    return f"the sign {sign} has no meaning between the braces; delete it, or put the text it stands in in quotes", sign


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
