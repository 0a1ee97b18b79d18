"""Prompt files of dotprompt: front matter with Picoschema, a body in Handlebars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...datafile import DataFile
from .guarding import guarded
from .handlebars import names_in, translate
from .imported import Imported, Inputs, contract_text, front_matter, role_blocks, template_id

_TYPES = {"string": "text", "number": "number", "integer": "number", "boolean": "flag"}
_KEY = re.compile(r"([\w.]+)(\?)?(?:\((\w+)(?:,\s*(.*))?\))?$")
_TAKEN = {"input", "name", "description"}


def read_dotprompt(text: str, path: Path, *, language: str) -> Imported:
    """Return the prompt that a dotprompt file makes.

    Raises:
        DataFileError: it has no front matter, or that is not YAML.
    """
    head, source = front_matter(text, path)
    data = DataFile(path, head).data or {}
    inputs = Inputs()
    notes: list[str] = []
    given = data.get("input") or {}
    defaults = given.get("default")
    for raw, about in _schema(given.get("schema") or {}, ""):
        # Whoever gives a default may leave the input out.
        left_out = isinstance(defaults, Mapping) and raw.split(".")[0] in defaults
        inputs.add(raw, **{key: value for key, value in about.items() if not (left_out and key == "required")})
    parts, more = translate(source, inputs)
    notes += more
    notes += [f"'{key}' is not carried over: {_short(value)}" for key, value in data.items() if key not in _TAKEN]
    if defaults:
        notes.append(f"defaults are not carried over: {_short(defaults)}; what is missing is left out of the prompt")
    notes += trust_in_system(parts, inputs)
    parts = [(role, guarded(part, inputs.optional)) for role, part in parts]
    name = template_id(data.get("name") or path.name.split(".")[0])
    contract = {"id": name, "kind": "prompt", "about": data.get("description"), "inputs": inputs.declared}
    files = {"template.yaml": contract_text(contract), f"{language}.j2": role_blocks(parts)}
    return Imported(f"prompts/{name}", files, tuple(notes))


def trust_in_system(parts: list[tuple[str, str]], inputs: Inputs) -> list[str]:
    """Give inputs that stand in the system role the trust `agent`; return a note on each."""
    notes = []
    for name in dict.fromkeys(each for role, text in parts if role == "system" for each in names_in(text)):
        if inputs.declared.get(name, {}).get("trust") == "customer":
            inputs.declared[name]["trust"] = "agent"
            notes.append(f"'{name}' stands in the system role, so its trust is agent; never give it a customer's words")
    return notes


def _schema(schema: Any, above: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the inputs of a Picoschema: `name?: string, what it is`, `tags(array): string`, `order(object): …`."""
    if not isinstance(schema, Mapping):
        return
    for key, value in schema.items():
        match = _KEY.match(str(key))
        if match is None:
            continue
        path = f"{above}.{match[1]}" if above else match[1]
        if match[3] == "object" or (isinstance(value, Mapping) and match[3] != "array"):
            yield from _schema(value, path)
            continue
        kind, _, about = value.partition(",") if isinstance(value, str) else ("string", "", "")
        made = "list" if match[3] == "array" else _TYPES.get(kind.strip(), "text")
        words = {"about": (about or match[4] or "").strip()} if about or match[4] else {}
        yield path, {"type": made, **({} if match[2] else {"required": True}), **words}


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004 - fits on a line of the terminal
