"""The JSON Schemas of what stands in a template folder: contracts, phrases and examples."""

from __future__ import annotations

from typing import Any

from ...analysis import LABELS
from ...conditions.situation import READ_NAMES, STYLE_NAMES
from ...files.schema import DIALECT, described, model_schema, values_schema
from ...profile import Style
from ..contracts.contract_file import ContractFile
from ..examples import ExamplesFile
from ..phrases.phrase_book import EntryFile

_KNOWN = {**READ_NAMES, **STYLE_NAMES}


def contract_schema() -> dict[str, Any]:
    """Return the schema of `template.yaml`."""
    schema = model_schema(ContractFile, title="Contract of a template", known=_KNOWN)
    trial = schema["$defs"]["TrialFile"]["properties"]
    trial["profile"] |= style_schema()
    trial["labels"] |= labels_schema()
    return schema


def phrases_schema() -> dict[str, Any]:
    """Return the schema of `phrases/<language>.yaml`."""
    schema = model_schema(EntryFile, title="Phrase", known=_KNOWN)
    definitions = schema.pop("$defs")
    del schema["$schema"]
    return {
        "$schema": DIALECT,
        "title": "Phrases of a language",
        "description": "Slot → alternatives. Of those that fit, the most specific are used; the wording varies.",
        "type": "object",
        "additionalProperties": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Phrase"}},
        "$defs": {**definitions, "Phrase": schema},
    }


def examples_schema() -> dict[str, Any]:
    """Return the schema of `examples/<name>.yaml`."""
    schema = model_schema(ExamplesFile, title="Examples for prompts", known=_KNOWN)
    example = schema["$defs"]["ExampleFile"]["properties"]
    style = style_schema()
    del style["properties"]["focus"]
    example["style"] |= style
    example["request"] = {"description": example["request"]["description"], "enum": list(LABELS["request"])}
    return schema


def style_schema() -> dict[str, Any]:
    """Return the schema of a mapping of style fields."""
    sentences = described(Style)
    focus = Style.model_json_schema()["properties"]["focus"]["items"]
    properties = {name: values_schema(STYLE_NAMES[f"style.{name}"]) for name in Style.model_fields if name != "focus"}
    properties["focus"] = {"type": "array", "items": focus}
    for name, each in properties.items():
        each["description"] = sentences[name]
    return {"type": "object", "additionalProperties": False, "properties": properties}


def labels_schema() -> dict[str, Any]:
    """Return the schema of a mapping of what was read."""
    one = {name: values_schema(values) for name, values in READ_NAMES.items()}
    for name in ("threats", "alerts", "topics"):
        one[name] = {"anyOf": [one[name], {"type": "array", "items": one[name]}]}
    return {"type": "object", "additionalProperties": False, "properties": one}
