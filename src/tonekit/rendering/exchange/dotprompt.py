"""Prompt files of dotprompt: front matter with Picoschema or JSON Schema, a body in Handlebars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .dotprompt_schema import schema_inputs
from .front_matter import split_front_matter
from .handlebars import translate_handlebars
from .imported_inputs import ImportedInputs
from .imported_prompt import imported_prompt
from .imported_template import ImportedTemplate, template_id

_USED_KEYS = {"input", "name", "description"}
_LONGEST_SHOWN = 60
"""Characters of a value that fit on a line of the terminal beside the rest of a note."""


def read_dotprompt(text: str, path: Path, *, language: str) -> ImportedTemplate:
    """Return the prompt that a dotprompt file becomes.

    Raises:
        DataFileError: its front matter is not closed, or is not YAML.
    """
    data, body = split_front_matter(text, path)
    inputs = ImportedInputs()
    notes = list(_declare_inputs(data.get("input") or {}, inputs))
    parts, body_notes = translate_handlebars(body, inputs)
    notes += body_notes
    notes += [f"'{key}' is not carried over: {_short(value)}" for key, value in data.items() if key not in _USED_KEYS]
    if defaults := _defaults(data.get("input")):
        notes.append(f"defaults are not carried over: {_short(defaults)}; a missing input is left out of the prompt")
    name = template_id(str(data.get("name") or path.name.split(".")[0]))
    return imported_prompt(name, parts, inputs, about=data.get("description"), notes=notes, language=language)


def _declare_inputs(section: Any, inputs: ImportedInputs) -> Iterator[str]:
    """Declare the inputs of the section `input`, and yield notes on what is not carried over."""
    if not isinstance(section, Mapping):
        yield f"'input' is not carried over: {_short(section)}"
        return
    defaults = _defaults(section)
    notes: list[str] = []
    for raw, properties in schema_inputs(section.get("schema") or {}, notes):
        # An input with a default may be left out by the caller.
        has_default = isinstance(defaults, Mapping) and raw.split(".")[0] in defaults
        inputs.declare(raw, **{key: each for key, each in properties.items() if key != "required" or not has_default})
    yield from notes


def _defaults(section: Any) -> Any:
    return section.get("default") if isinstance(section, Mapping) else None


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
