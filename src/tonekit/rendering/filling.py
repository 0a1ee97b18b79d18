"""Fill a compiled template: values in, text out, errors with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from traceback import extract_tb
from typing import Any

from jinja2 import Template
from jinja2 import TemplateError as JinjaError

from ..errors import MissingInputError, TemplateError
from .environment import MissingValueError
from .values import Section

_WRONG_USE = (TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What Python says to a filter of the wrong value, a division by zero, a call with the wrong arguments."""


def sections(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return `{"customer.name": …}` as `{"customer": {"name": …}}`; a template reads `customer.name`."""
    context: dict[str, Any] = {}
    for path, value in values.items():
        group, _, name = path.partition(".")
        if name:
            context.setdefault(group, Section(group))[name] = value
        else:
            context[group] = value
    return context


def empty_sections(paths: Iterable[str]) -> dict[str, Section]:
    """Return the groups of declared inputs, so that a guard may ask for one of which nothing is there."""
    groups = {path.partition(".")[0] for path in paths if "." in path}
    return {group: Section(group) for group in sorted(groups)}


def fill(template: Template, context: Mapping[str, Any], *, name: str, longest: int) -> str:
    """Return the text of a filled template.

    Raises:
        MissingInputError: it prints an input that is missing or blank.
        TemplateError: it does what the sandbox forbids, or writes more than `longest` characters.
    """
    parts: list[str] = []
    size = 0
    try:
        for part in template.generate(context):
            size += len(part)
            if size > longest:
                raise TemplateError(f"writes more than {longest:,} characters", template=name)
            parts.append(part)
    except MissingValueError as error:
        file, line = _place(error, template, name)
        raise MissingInputError(error.path, template=file, available=sorted(_paths(context)), line=line) from error
    except JinjaError as error:
        file, line = _place(error, template, name)
        raise TemplateError(str(error.message), template=file, line=line) from error
    except _WRONG_USE as error:
        file, line = _place(error, template, name)
        problem = f"cannot be computed: {str(error) or type(error).__name__}; check filters, numbers and calls"
        raise TemplateError(problem, template=file, line=line) from error
    return "".join(parts)


def _paths(context: Mapping[str, Any]) -> list[str]:
    return [
        f"{group}.{name}" if isinstance(value, Section) else group
        for group, value in context.items()
        for name in (value if isinstance(value, Section) else [""])
        if not callable(value)
    ]


def _place(error: BaseException, template: Template, name: str) -> tuple[str, int | None]:
    """Return file and line in which an error arose; Jinja names template lines in the traceback."""
    frames = [
        frame
        for frame in extract_tb(error.__traceback__)
        if frame.name in ("root", "top-level template code") or frame.name.startswith(("block ", "template"))
    ]
    if not frames:
        return name, None
    part = frames[-1].filename
    return name if part in (template.filename, "<template>") else part, frames[-1].lineno
