"""The inputs that a schema of dotprompt declares: in Picoschema, or in JSON Schema, which has `properties`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Declared = Iterator[tuple[str, dict[str, Any]]]
_TYPES = {"string": "text", "number": "number", "integer": "number", "boolean": "flag", "array": "list"}
_KEY = re.compile(r"([\w.-]+)(\?)?(?:\((\w+)(?:,\s*(.*))?\))?$")


def schema_inputs(schema: Any, notes: list[str]) -> Declared:
    """Yield name and properties of each input; what cannot be declared here is added to the notes."""
    if not isinstance(schema, Mapping):
        notes.append(f"the schema {schema} stands elsewhere; the inputs are those that the text uses")
    elif isinstance(schema.get("properties"), Mapping):
        yield from _json_schema(schema, "", notes)
    else:
        yield from _picoschema(schema, "", notes)


def _picoschema(schema: Mapping[str, Any], above: str, notes: list[str], *, needed: bool = True) -> Declared:
    """Yield the inputs of a Picoschema: `name?: string, what it is`, `tags(array): string`, `order(object): …`."""
    for key, value in schema.items():
        match = _KEY.match(str(key))
        if match is None:
            notes.append(f"'{key}' of the schema is not carried over")
            continue
        path, required = f"{above}{match[1]}", needed and not match[2]
        if isinstance(value, Mapping) and match[3] != "array":
            yield from _picoschema(value, f"{path}.", notes, needed=required)
            continue
        kind, _, about = value.partition(",") if isinstance(value, str) else ("string", "", "")
        made = "list" if match[3] == "array" else _TYPES.get(kind.strip(), "text")
        yield path, _about(made, required=required, about=match[4] or about)


def _json_schema(schema: Mapping[str, Any], above: str, notes: list[str], *, needed: bool = True) -> Declared:
    asked = schema.get("required") or ()
    for key, each in schema["properties"].items():
        about = each if isinstance(each, Mapping) else {}
        if about.get("properties") and about.get("type") == "object":
            yield from _json_schema(about, f"{above}{key}.", notes, needed=needed and key in asked)
            continue
        made, words = _TYPES.get(str(about.get("type")), "text"), str(about.get("description") or "")
        yield f"{above}{key}", _about(made, required=needed and key in asked, about=words)


def _about(made: str, *, required: bool, about: str) -> dict[str, Any]:
    words = {"about": about.strip()} if about.strip() else {}
    return {"type": made, **({"required": True} if required else {}), **words}
