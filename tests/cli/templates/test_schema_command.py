"""The schemas accept what ships, and refuse what the loader refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tonekit.cli.templates.schema_command import FILES, SchemaName, schema_of
from tonekit.rendering.folders.sources import shipped_templates

SHIPPED = [
    (name, path)
    for name, patterns in FILES.items()
    for pattern in patterns
    for path in sorted(shipped_templates().glob(pattern))
]
TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def wrong(value: Any, schema: Any, root: dict[str, Any], at: str = "") -> Iterator[str]:
    """Yield what is wrong with a value, as far as our schemas use JSON Schema."""
    if isinstance(schema, bool):
        yield from () if schema else (f"{at}: not allowed",)
        return
    unknown = schema.keys() - KEYWORDS
    assert not unknown, f"this check does not know {unknown}"
    if "$ref" in schema:
        yield from wrong(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    if "anyOf" in schema and all(list(wrong(value, each, root, at)) for each in schema["anyOf"]):
        yield f"{at}: none of the choices"
    yield from wrong_scalar(value, schema, at)
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from wrong(item, schema.get("items", True), root, f"{at}.{index}")
        if len(value) < schema.get("minItems", 0):
            yield f"{at}: too few"
    if isinstance(value, dict):
        yield from wrong_entries(value, schema, root, at)


def wrong_scalar(value: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
    """Yield what is wrong with a value that has no parts."""
    if "enum" in schema and not any(value == each and type(value) is type(each) for each in schema["enum"]):
        yield f"{at}: not one of {schema['enum']}"
    if value != schema.get("const", value):
        yield f"{at}: not {schema['const']}"
    types = schema.get("type", [])
    if types and not any(is_a(value, each) for each in ([types] if isinstance(types, str) else types)):
        yield f"{at}: not {types}"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: does not match {schema['pattern']}"
    if isinstance(value, (int, float)) and value < schema.get("minimum", value):
        yield f"{at}: too small"


KEYWORDS = {
    *(
        "$schema",
        "$defs",
        "$ref",
        "title",
        "description",
        "default",
        "type",
        "enum",
        "const",
        "anyOf",
        "pattern",
        "items",
    ),
    *("minItems", "minProperties", "properties", "patternProperties", "additionalProperties", "required", "minimum"),
}


def is_a(value: Any, kind: str) -> bool:
    """Return whether a value has a type of JSON; a truth value is no number there."""
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def wrong_entries(value: dict[Any, Any], schema: Any, root: dict[str, Any], at: str) -> Iterator[str]:
    """Yield what is wrong with the entries of a mapping."""
    yield from (f"{at}: {name} is missing" for name in schema.get("required", ()) if name not in value)
    for key, each in value.items():
        parts = [schema["properties"][key]] if key in schema.get("properties", {}) else []
        parts += [part for name, part in schema.get("patternProperties", {}).items() if re.search(name, str(key))]
        for part in parts or [schema.get("additionalProperties", True)]:
            yield from wrong(each, part, root, f"{at}.{key}")


@pytest.mark.parametrize(("name", "path"), SHIPPED, ids=lambda each: each.name if isinstance(each, Path) else str(each))
def test_shipped_files_are_accepted(name: SchemaName, path: Path) -> None:
    """An editor has nothing to underline in the files that ship."""
    schema = schema_of(name)

    assert list(wrong(yaml.safe_load(path.read_text(encoding="utf-8")), schema, schema)) == []


def test_a_tonekit_yaml_of_ones_own_needs_no_key() -> None:
    """An editor does not ask for keys that stand as shipped where a file leaves them out."""
    schema = schema_of(SchemaName.TONEKIT)

    assert list(wrong({"brand": {"name": "Acme"}}, schema, schema)) == []


def test_rules_of_ones_own_may_use_those_that_ship() -> None:
    """An editor knows the line that takes them over, and needs nothing beside it."""
    schema = schema_of(SchemaName.PROFILES)

    assert list(wrong({"rules": [{"use": "!profiles.yaml"}, {"id": "a", "protects": []}]}, schema, schema)) == []


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        pytest.param("contract", "{id: a, kind: replay}", ".kind", id="kind"),
        pytest.param(
            "examples", "{examples: [{id: a, language: ger, message: x, anser: y}]}", "anser", id="example-key"
        ),
        pytest.param(
            "examples",
            "{examples: [{id: a, language: de, request: problm, message: x, answer: y}]}",
            ".request",
            id="example-request",
        ),
        pytest.param(
            "examples",
            "{examples: [{id: a, language: de, style: {tone: loud}, message: x, answer: y}]}",
            ".tone",
            id="example-style",
        ),
        pytest.param("contract", "{kind: reply}", "id is missing", id="required"),
        pytest.param("contract", "{id: a, kind: reply, inputs: {a b: {type: line, trust: agent}}}", "a b", id="path"),
        pytest.param("contract", "{id: a, kind: reply, inputs: {a: {type: lin, trust: agent}}}", ".type", id="type"),
        pytest.param(
            "contract", "{id: a, kind: reply, select: [{use: x, when: {moood: neutral}}]}", "moood", id="name"
        ),
        pytest.param("contract", "{id: a, kind: reply, select: [{use: x, when: {mood: angry}}]}", ".mood", id="label"),
        pytest.param(
            "contract",
            "{id: a, kind: reply, select: [{use: x, when: {any_of: [{mood: {nott: neutral}}]}}]}",
            "mood",
            id="operator",
        ),
        pytest.param("contract", "{id: a, kind: reply, subject: {German: x}}", "German", id="language"),
        pytest.param(
            "contract",
            "{id: a, kind: reply, tests: [{name: n, language: en, profile: {tone: loud}, expect: {}}]}",
            "tone",
            id="style",
        ),
        pytest.param("phrases", "{greeting: []}", "too few", id="empty-slot"),
        pytest.param("phrases", "{greeting: [{id: a, txt: x}]}", "txt", id="phrase-key"),
        pytest.param("profiles", "{rules: [{id: a, set: {tone: loud}}]}", "tone", id="field-value"),
        pytest.param("profiles", "{rules: [{id: a, add_focus: [money]}]}", "add_focus", id="focus"),
        pytest.param("profiles", "{rules: [{use: profiles.yaml}]}", ".use", id="use"),
        pytest.param("profiles", "{rules: [{id: a, protects: [tune]}]}", "protects", id="protects"),
        pytest.param("profiles", "{rules: [{set: {tone: warm}}]}", "rules.0", id="neither-id-nor-use"),
        pytest.param(
            "tonekit", "{brand: {name: a}, replies: [{template: a}], limits: {max_output: 5}}", "small", id="limit"
        ),
        pytest.param("tonekit", "{brand: {name: a}, replies: []}", "too few", id="no-replies"),
    ],
)
def test_mistakes_are_refused(name: str, text: str, where: str) -> None:
    """An editor underlines what the loader would refuse."""
    schema = schema_of(SchemaName(name))

    assert any(where in each for each in wrong(yaml.safe_load(text), schema, schema))


@pytest.mark.parametrize("name", SchemaName)
def test_everything_is_described(name: SchemaName) -> None:
    """Whoever points at a key of the file itself is told what it is for."""
    schema = schema_of(name)
    described = {"properties": schema.get("properties", {}), **schema["$defs"]}
    silent = [
        f"{owner}.{key}"
        for owner, each in described.items()
        if owner != "Condition"
        for key, value in (each if owner == "properties" else each.get("properties", {})).items()
        if not value.get("description")
    ]

    assert silent == []
