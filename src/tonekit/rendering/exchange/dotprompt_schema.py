"""The inputs that the schema of a dotprompt file declares: Picoschema, or JSON Schema, which has `properties`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

DeclaredInputs = Iterator[tuple[str, dict[str, Any]]]
"""Name of each input, and its properties in a contract."""
_TYPES = {"string": "text", "number": "number", "integer": "number", "boolean": "flag", "array": "list"}
_KEY = re.compile(r"([\w.-]+)(\?)?(?:\((\w+)(?:,\s*(.*))?\))?$")


def schema_inputs(schema: Any, notes: list[str]) -> DeclaredInputs:
    """Yield the inputs of a schema, and add a note on everything that a contract cannot declare."""
    if not isinstance(schema, Mapping):
        notes.append(f"the schema {schema} is defined elsewhere, so the inputs are those that the text uses")
    elif isinstance(schema.get("properties"), Mapping):
        yield from _json_schema(schema, "")
    else:
        yield from _picoschema(schema, "", notes)


def _picoschema(schema: Mapping[str, Any], prefix: str, notes: list[str], *, needed: bool = True) -> DeclaredInputs:
    """Yield the inputs of a Picoschema: `name?: string, what it is`, `tags(array): string`, `order(object): …`."""
    for key, value in schema.items():
        match = _KEY.match(str(key))
        if match is None:
            notes.append(f"'{key}' of the schema is not carried over")
            continue
        name, required = f"{prefix}{match[1]}", needed and not match[2]
        if isinstance(value, Mapping) and match[3] != "array":
            yield from _picoschema(value, f"{name}.", notes, needed=required)
            continue
        kind, _, about = value.partition(",") if isinstance(value, str) else ("string", "", "")
        input_type = "list" if match[3] == "array" else _TYPES.get(kind.strip(), "text")
        yield name, _properties(input_type, required=required, about=match[4] or about)


def _json_schema(schema: Mapping[str, Any], prefix: str, *, needed: bool = True) -> DeclaredInputs:
    required_keys = schema.get("required") or ()
    for key, each in schema["properties"].items():
        described = each if isinstance(each, Mapping) else {}
        required = needed and key in required_keys
        if described.get("properties") and described.get("type") == "object":
            yield from _json_schema(described, f"{prefix}{key}.", needed=required)
            continue
        input_type = _TYPES.get(str(described.get("type")), "text")
        about = str(described.get("description") or "")
        yield f"{prefix}{key}", _properties(input_type, required=required, about=about)


def _properties(input_type: str, *, required: bool, about: str) -> dict[str, Any]:
    described = {"about": about.strip()} if about.strip() else {}
    return {"type": input_type, **({"required": True} if required else {}), **described}
