"""Prompt files of prompty: front matter with inputs, a body in Jinja or Mustache with lines that open a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .front_matter import split_front_matter
from .handlebars import translate_handlebars
from .imported_inputs import ImportedInputs
from .imported_prompt import RolePart, imported_prompt
from .imported_template import ImportedTemplate, template_id
from .jinja_names import rename_inputs

_ROLE_LINE = re.compile(
    r"^[ \t]*+#*+[ \t]*+(system|user|assistant|developer)(?:\[[^\]\n]*+\])?[ \t]*+:[ \t]*+$",
    re.MULTILINE | re.IGNORECASE,
)
_TYPES = {
    **dict.fromkeys(("string", "str"), "text"),
    **dict.fromkeys(("number", "integer", "int", "float"), "number"),
    **dict.fromkeys(("boolean", "bool"), "flag"),
    **dict.fromkeys(("array", "list", "thread"), "list"),
}
_USED_KEYS = {"inputs", "inputSchema", "name", "description"}


def read_prompty(text: str, path: Path, *, language: str) -> ImportedTemplate:
    """Return the prompt that a prompty file becomes.

    Raises:
        DataFileError: its front matter is not closed, or is not YAML.
    """
    data, body = split_front_matter(text, path)
    inputs = ImportedInputs()
    notes: list[str] = []
    for raw, properties in _declared_inputs(_input_section(data), notes):
        inputs.declare(raw, **properties)
    notes += [f"'{key}' is not carried over" for key in data if key not in _USED_KEYS]
    mustache = _is_mustache(data)
    parts = [RolePart(role, _translated(part, inputs, notes, mustache=mustache)) for role, part in _roles(body)]
    name = template_id(str(data.get("name") or path.stem))
    return imported_prompt(name, parts, inputs, about=data.get("description"), notes=notes, language=language)


def _translated(text: str, inputs: ImportedInputs, notes: list[str], *, mustache: bool) -> str:
    """Return the text of a role in our template syntax."""
    if not mustache:
        return rename_inputs(text, inputs, notes)
    parts, body_notes = translate_handlebars(text, inputs)
    notes += body_notes
    return "".join(part.text for part in parts)


def _is_mustache(data: Mapping[str, Any]) -> bool:
    template = data.get("template")
    # A plain word, or a mapping that holds it under `type` or `format`, depending on the version of prompty.
    return any(word in str(template).lower() for word in ("mustache", "handlebars"))


def _input_section(data: Mapping[str, Any]) -> Any:
    schema = data.get("inputSchema")
    return data.get("inputs") or (schema.get("properties") if isinstance(schema, Mapping) else schema) or {}


def _declared_inputs(inputs: Any, notes: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield name and properties of each input: of a list, a mapping, or a mapping from names to samples."""
    if not isinstance(inputs, (list, Mapping)):
        notes.append(f"the inputs are defined elsewhere ({inputs}), so they are those that the text uses")
        return
    entries = inputs if isinstance(inputs, list) else [{"name": key, "value": each} for key, each in inputs.items()]
    for entry in entries:
        described = _described(entry)
        if name := str(described.get("name") or ""):
            yield name, _properties(name, described, notes)


def _described(entry: Any) -> Mapping[str, Any]:
    """Return an entry as a mapping that holds the name; it may be the name alone, a sample, or properties."""
    if not isinstance(entry, Mapping):
        return {"name": entry}
    value = entry.get("value")
    if isinstance(value, Mapping):
        return {**value, "name": entry.get("name")}
    return {**({"kind": "list"} if isinstance(value, list) else {}), **entry}


def _properties(name: str, described: Mapping[str, Any], notes: list[str]) -> dict[str, Any]:
    """Return what a contract says of an input, and add a note if its default is lost."""
    if "default" in described:
        notes.append(f"the default of '{name}' is not carried over; a missing input is left out of the prompt")
    kind = str(described.get("kind") or described.get("type") or "string")
    about = {"about": str(described["description"])} if described.get("description") else {}
    required = str(described.get("required", "")).lower() == "true" and "default" not in described
    return {"type": _TYPES.get(kind, "text"), **({"required": True} if required else {}), **about}


def _roles(body: str) -> Iterator[RolePart]:
    """Yield the roles with their texts; text above the first role line belongs to the system role."""
    pieces = _ROLE_LINE.split(body)
    if pieces[0].strip():
        yield RolePart("system", pieces[0])
    for role, text in zip(pieces[1::2], pieces[2::2], strict=True):
        yield RolePart("system" if role.lower() == "developer" else role.lower(), text)
