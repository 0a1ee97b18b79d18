"""Prompt files of prompty: front matter with inputs, a body in Jinja or Mustache with lines that open a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .dotprompt import prompt_of
from .handlebars import translate
from .imported import Imported, Inputs, front_matter, template_id
from .jinja_names import own_names

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
_TAKEN = {"inputs", "inputSchema", "name", "description"}


def read_prompty(text: str, path: Path, *, language: str) -> Imported:
    """Return the prompt that a prompty file makes.

    Raises:
        DataFileError: its front matter does not end, or is not YAML.
    """
    data, source = front_matter(text, path)
    inputs = Inputs()
    notes: list[str] = []
    for raw, about in _declared(_inputs_of(data), notes):
        inputs.add(raw, **about)
    notes += [f"'{key}' is not carried over" for key in data if key not in _TAKEN]
    parts = [(role, _own(part, inputs, notes, mustache=_is_mustache(data))) for role, part in _roles(source)]
    name = template_id(str(data.get("name") or path.stem))
    return prompt_of(name, data.get("description"), parts, inputs, notes=notes, language=language)


def _own(text: str, inputs: Inputs, notes: list[str], *, mustache: bool) -> str:
    """Return a part as a template of ours."""
    if not mustache:
        return own_names(text, inputs, notes)
    parts, more = translate(text, inputs)
    notes += more
    return "".join(each for _, each in parts)


def _is_mustache(data: Mapping[str, Any]) -> bool:
    template = data.get("template")
    # Either the word itself, or a mapping in which one version calls it `type` and another `format`.
    return any(word in str(template).lower() for word in ("mustache", "handlebars"))


def _inputs_of(data: Mapping[str, Any]) -> Any:
    schema = data.get("inputSchema")
    return data.get("inputs") or (schema.get("properties") if isinstance(schema, Mapping) else schema) or {}


def _declared(inputs: Any, notes: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the inputs of each form: a list with names, a mapping, or a mapping to samples."""
    if not isinstance(inputs, (list, Mapping)):
        notes.append(f"the inputs stand elsewhere ({inputs}); they are those that the text uses")
        return
    entries = inputs if isinstance(inputs, list) else [{"name": key, "value": each} for key, each in inputs.items()]
    for entry in entries:
        about = _about(entry)
        if name := str(about.get("name") or ""):
            yield name, _properties(name, about, notes)


def _about(entry: Any) -> Mapping[str, Any]:
    """Return what is said of an input: its name alone, a sample of it, or its properties."""
    if not isinstance(entry, Mapping):
        return {"name": entry}
    value = entry.get("value")
    if isinstance(value, Mapping):
        return {**value, "name": entry.get("name")}
    return {**({"kind": "list"} if isinstance(value, list) else {}), **entry}


def _properties(name: str, about: Mapping[str, Any], notes: list[str]) -> dict[str, Any]:
    if "default" in about:
        notes.append(f"the default of '{name}' is not carried over; what is missing is left out")
    kind = str(about.get("kind") or about.get("type") or "string")
    words = {"about": str(about["description"])} if about.get("description") else {}
    asked = str(about.get("required", "")).lower() == "true" and "default" not in about
    return {"type": _TYPES.get(kind, "text"), **({"required": True} if asked else {}), **words}


def _roles(source: str) -> Iterator[tuple[str, str]]:
    pieces = _ROLE_LINE.split(source)
    if pieces[0].strip():
        yield "system", pieces[0]
    for role, text in zip(pieces[1::2], pieces[2::2], strict=True):
        yield ("system" if role.lower() == "developer" else role.lower()), text
