"""JSON Schema for editors: of pydantic models, with their docstrings as descriptions, and of conditions."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from ..conditions.forms import ORDERS

_ATTRIBUTE = re.compile(r"^ {8}(\w[\w, ]*): (.+(?:\n {12}.+)*)", re.MULTILINE)
_CONDITION = "#/$defs/Condition"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def model_schema(model: type[BaseModel], *, title: str, known: Mapping[str, tuple[str, ...] | None]) -> dict[str, Any]:
    """Return the schema of a YAML file that is read into `model`, written for editors.

    Args:
        model: the whole file.
        title: its name for people.
        known: what conditions may name, with the values of each.
    """
    schema = model.model_json_schema()
    definitions = schema.setdefault("$defs", {})
    for each in [model, *_models(model)]:
        _describe(schema if each is model else definitions.get(each.__name__, {}), each)
    _fit_to_yaml(schema)
    definitions["Condition"] = condition_schema(known)
    return {"$schema": DIALECT, **schema, "title": title}


def condition_schema(known: Mapping[str, tuple[str, ...] | None]) -> dict[str, Any]:
    """Return the schema of a condition that may name what is `known`."""
    return {
        "type": "object",
        "description": "All parts must hold; see docs/profiles.md.",
        "additionalProperties": False,
        "properties": {
            "min_confidence": {
                "description": "Every label that is named must be at least so sure, 0 to 1.",
                "type": ["number", "string"],
            },
            "any_of": {
                "description": "One of these conditions holds.",
                "type": "array",
                "items": {"$ref": _CONDITION},
            },
            **{name: _wanted(name, values) for name, values in known.items()},
        },
    }


def values_schema(values: tuple[str, ...] | None) -> dict[str, Any]:
    """Return the schema of one value of a closed list; truth values may stand with or without quotes."""
    if values is None:
        return {"type": ["string", "number", "boolean"]}
    truth = [each == "true" for each in values] if set(values) == {"true", "false"} else []
    return {"enum": [*values, *truth]}


def _wanted(name: str, values: tuple[str, ...] | None) -> dict[str, Any]:
    one = values_schema(values)
    several = {"type": "array", "items": one, "minItems": 1}
    operators: dict[str, Any] = {
        "not": {"anyOf": [one, several, {"type": "null"}], "description": "None of these."},
        "possible": {"anyOf": [one, several], "description": "The label has a probability of at least 0.2."},
    }
    if name in ORDERS:
        operators["at_least"] = {"enum": list(ORDERS[name]), "description": "This one or a higher one; lowest first."}
    elif values is None:
        operators["at_least"] = {"type": ["number", "string"], "description": "The number is at least this."}
    return {
        "anyOf": [
            one,
            {"enum": ["present", "missing", None], "description": "It is there, or it is not; null means missing."},
            several,
            {"type": "object", "additionalProperties": False, "minProperties": 1, "properties": operators},
        ]
    }


def described(model: type[BaseModel]) -> dict[str, str]:
    """Return the sentence that the docstring of a model has for each attribute."""
    found: dict[str, str] = {}
    for names, text in _ATTRIBUTE.findall(_docstring(model)):
        sentence = " ".join(text.split())
        found |= dict.fromkeys(names.split(", "), sentence[0].upper() + sentence[1:])
    return found


def _docstring(model: type[BaseModel]) -> str:
    inherited = [each.__doc__ or "" for each in model.__mro__ if issubclass(each, BaseModel) and each is not BaseModel]
    return "\n".join(inherited)


def _describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    sentences = described(model)
    schema["description"] = inspect.cleandoc(model.__doc__ or "").partition("\n\n")[0]
    for name, each in schema.get("properties", {}).items():
        each.pop("title", None)
        if name in sentences:
            each["description"] = sentences[name]


def _models(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return the models inside a model, at any depth."""
    found: dict[type[BaseModel], None] = {}
    for field in model.model_fields.values():
        for each in _inside(field.annotation):
            found |= dict.fromkeys([each, *_models(each)])
    return list(found)


def _inside(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in getattr(annotation, "__args__", ()) for model in _inside(argument)]


def _fit_to_yaml(schema: Any) -> None:
    """Let every `when` be a condition, keys keep their pattern, and `5` stand where a text is wanted."""
    if isinstance(schema, list):
        for each in schema:
            _fit_to_yaml(each)
    elif isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict) and "when" in properties:
            properties["when"] = {"$ref": _CONDITION, "description": "When this holds; without it always."}
        if "patternProperties" in schema:
            schema["additionalProperties"] = False
        if schema.get("type") == "string" and not {"enum", "const", "pattern"} & schema.keys():
            schema["type"] = ["string", "number", "boolean"]
        for each in schema.values():
            _fit_to_yaml(each)
