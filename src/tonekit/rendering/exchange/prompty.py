"""Prompt files of prompty: front matter with inputs, a body in Jinja with lines that open a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...datafile import DataFile
from .dotprompt import trust_in_system
from .guarding import guarded
from .imported import Imported, Inputs, contract_text, front_matter, role_blocks, template_id

_ROLE_LINE = re.compile(r"^[ \t]*#*[ \t]*(system|user|assistant|developer)[ \t]*:[ \t]*$", re.MULTILINE | re.IGNORECASE)
_TYPES = {
    **dict.fromkeys(("string", "str"), "text"),
    **dict.fromkeys(("number", "integer", "int", "float"), "number"),
    **dict.fromkeys(("boolean", "bool"), "flag"),
    **dict.fromkeys(("array", "list", "thread"), "list"),
}
_PRINTED = re.compile(r"\{\{-?\s*([\w.]+)")
_LOOPED = re.compile(r"\{%-?\s*for\s+(\w+)\s+in\s+([\w.]+)")
_ASKED = re.compile(r"\{%-?\s*(?:el)?if\s+(?:not\s+)?([\w.]+)")
_TAKEN = {"inputs", "inputSchema", "name", "description"}


def read_prompty(text: str, path: Path, *, language: str) -> Imported:
    """Return the prompt that a prompty file makes.

    Raises:
        DataFileError: it has no front matter, or that is not YAML.
    """
    head, source = front_matter(text, path)
    data = DataFile(path, head).data or {}
    inputs = Inputs()
    notes: list[str] = []
    for raw, about in _declared(data.get("inputs") or (data.get("inputSchema") or {}).get("properties") or {}, notes):
        inputs.add(raw, **about)
    parts = [(role, _renamed(part, inputs)) for role, part in _roles(source)]
    notes += [f"'{key}' is not carried over" for key in data if key not in _TAKEN]
    notes += trust_in_system(parts, inputs)
    parts = [(role, guarded(part, inputs.optional)) for role, part in parts]
    name = template_id(data.get("name") or path.stem)
    contract = {"id": name, "kind": "prompt", "about": data.get("description"), "inputs": inputs.declared}
    files = {"template.yaml": contract_text(contract), f"{language}.j2": role_blocks(parts)}
    return Imported(f"prompts/{name}", files, tuple(notes))


def _declared(inputs: Any, notes: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the inputs of either form: a list with names, or a mapping."""
    entries = inputs if isinstance(inputs, list) else [{"name": key, "value": each} for key, each in inputs.items()]
    for entry in entries:
        value = entry.get("value", entry)
        about = value if isinstance(value, Mapping) else {}
        kind = str(about.get("kind") or about.get("type") or "string")
        if "default" in about:
            notes.append(f"the default of '{entry['name']}' is not carried over; what is missing is left out")
        words = {"about": about["description"]} if about.get("description") else {}
        asked = str(about.get("required", "")).lower() == "true" and "default" not in about
        needed = {"required": True} if asked else {}
        yield str(entry["name"]), {"type": _TYPES.get(kind, "text"), **needed, **words}


def _roles(source: str) -> Iterator[tuple[str, str]]:
    pieces = _ROLE_LINE.split(source)
    if pieces[0].strip():
        yield "system", pieces[0]
    for role, text in zip(pieces[1::2], pieces[2::2], strict=True):
        yield ("system" if role.lower() == "developer" else role.lower()), text


def _renamed(text: str, inputs: Inputs) -> str:
    """Return a part with its inputs under legal names, and declare those that were not."""
    local = {"loop", *(match[1] for match in _LOOPED.finditer(text))}
    looped = [match[2] for match in _LOOPED.finditer(text)]
    names = looped + [match[1] for pattern in (_PRINTED, _ASKED) for match in pattern.finditer(text)]
    for raw in dict.fromkeys(names):
        if raw.split(".")[0] not in local:
            path = inputs.add(raw, type="list" if raw in looped else "text")
            text = re.sub(rf"(?<![\w.'\"]){re.escape(raw)}(?![\w.'\"])(?=[^{{}}]*[%}}]\}})", path, text)
    return text
