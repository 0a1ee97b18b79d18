"""Fill a compiled template: values in, text out, errors with file and line."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from jinja2 import TemplateError as JinjaError
from jinja2.runtime import Context

from ..errors import MissingInputError, TemplateError
from .absent_values import MissingValueError, NothingBelowError
from .budget import TooMuchWrittenError
from .contracts.values import Section
from .syntax.compiling import Compiled
from .syntax.value_spelling import owner_of

_WRONG_USE = (TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What Python says to a filter of the wrong value, a division by zero, a call with the wrong arguments."""


_AT_ONCE = 64
"""Pieces of text between two looks at how much has been written."""


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


def fill(compiled: Compiled, context: Mapping[str, Any], *, longest: int) -> str:
    """Return the text of a filled template.

    Raises:
        MissingInputError: it prints an input that is missing or blank.
        TooMuchWrittenError: it writes more than `longest` characters.
        TemplateError: it does what the sandbox forbids.
    """
    template = compiled.template
    parts: list[str] = []
    size = 0
    try:
        # As Template.generate, which rewrites tracebacks; `Compiled.place` knows more about lines than that does.
        # and Template.new_context, which copies more than once.
        environment = template.environment
        seen = {**environment.globals, **context}
        written = template.root_render_func(Context(environment, seen, template.name, template.blocks))
        while some := list(islice(written, _AT_ONCE)):
            parts.append("".join(some))
            size += len(parts[-1])
            if size > longest:
                raise TooMuchWrittenError(longest=longest, template=compiled.files[0])
    except MissingValueError as error:
        file, line = compiled.place(error.__traceback__)
        raise MissingInputError(error.path, template=file, available=sorted(_paths(context)), line=line) from error
    except NothingBelowError as error:
        file, line = compiled.place(error.__traceback__)
        raise TemplateError(_nothing_below(error.name, compiled), template=file, line=line) from error
    except JinjaError as error:
        file, line = compiled.place(error.__traceback__)
        raise TemplateError(str(error.message), template=file, line=line) from error
    except _WRONG_USE as error:
        file, line = compiled.place(error.__traceback__)
        problem = f"cannot be computed: {str(error) or type(error).__name__}; check filters, numbers and calls"
        raise TemplateError(problem, template=file, line=line) from error
    return "".join(parts)


def _nothing_below(name: str, compiled: Compiled) -> str:
    if name.isdecimal():
        return f"there is no item [{name}] here; ask first whether there is one, or loop over what there is"
    owner = owner_of(name, compiled.tree)
    path, below = (f"{owner}.{name}", f"'{owner}'") if owner else (name, "this value")
    return f"'{path}' is not there; nothing stands below {below}: print it whole, or give the part as an input"


def _paths(context: Mapping[str, Any]) -> list[str]:
    return [
        f"{group}.{name}" if isinstance(value, Section) else group
        for group, value in context.items()
        for name in (value if isinstance(value, Section) else [""])
        if not callable(value)
    ]
