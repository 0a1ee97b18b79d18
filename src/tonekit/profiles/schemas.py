"""The JSON Schema of `profiles.yaml`."""

from __future__ import annotations

from typing import Any

from ..conditions.situation import READ_NAMES, STYLE_NAMES
from ..files.schema import DIALECT, condition_schema, described, values_schema
from ..profile import Style
from .rules_file import SHIPPED_RULES


def profiles_schema() -> dict[str, Any]:
    """Return the schema of the rules."""
    return {
        "$schema": DIALECT,
        "title": "Style profiles",
        "description": "Rules from top to bottom; a later rule overrides an earlier one.",
        "type": "object",
        "additionalProperties": False,
        "required": ["rules"],
        "properties": {"rules": {"type": "array", "description": "The rules.", "items": {"$ref": "#/$defs/Rule"}}},
        "$defs": {"Rule": _rule(), "Condition": condition_schema(READ_NAMES)},
    }


def _rule() -> dict[str, Any]:
    focus = {"type": "array", "items": Style.model_json_schema()["properties"]["focus"]["items"]}
    sentences = described(Style)
    fields = {name: values_schema(STYLE_NAMES[f"style.{name}"]) for name in Style.model_fields if name != "focus"}
    settings = {name: each | {"description": sentences[name]} for name, each in fields.items()}
    return {
        "type": "object",
        "additionalProperties": False,
        "anyOf": [{"required": ["id"]}, {"required": ["use"]}],
        "properties": {
            "id": {"type": "string", "description": "Its name in explanations; that of one that ships changes that."},
            "use": {"const": SHIPPED_RULES, "description": "All rules that ship come in here; those after it win."},
            "when": {"$ref": "#/$defs/Condition", "description": "When the rule fires; without it always."},
            "set": {
                "type": "object",
                "description": "Style field → value.",
                "additionalProperties": False,
                "properties": settings | {"focus": focus | {"description": sentences["focus"]}},
            },
            "add_focus": focus | {"description": "What the content should bring, in addition."},
            "protects": {
                "type": "array",
                "items": {"enum": list(fields)},
                "description": "Fields of `set` that no rule of your own should override; lint says where one does.",
            },
            "why": {"type": "string", "description": "One sentence for the colleague who asks."},
        },
    }
