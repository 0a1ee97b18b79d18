"""The command `schema`: what editors need to complete and check the YAML files of a template folder."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any

import typer


class SchemaName(StrEnum):
    """The kinds of files that have a schema."""

    CONTRACT = "contract"
    PROFILES = "profiles"
    PHRASES = "phrases"
    EXAMPLES = "examples"
    TONEKIT = "tonekit"


FILES = {
    SchemaName.CONTRACT: ("replies/*/template.yaml", "prompts/*/template.yaml"),
    SchemaName.PROFILES: ("profiles.yaml",),
    SchemaName.PHRASES: ("phrases/*.yaml",),
    SchemaName.EXAMPLES: ("examples/*.yaml",),
    SchemaName.TONEKIT: ("tonekit.yaml",),
}
"""Which files of a template folder a schema is for."""


def schema(name: Annotated[SchemaName, typer.Argument(help="The kind of file.")]) -> None:
    """Print the JSON Schema of a kind of file, for editors that complete and check YAML."""
    print(json.dumps(schema_of(name), indent=2, ensure_ascii=False))


def schema_of(name: SchemaName) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file."""
    from ...files.schema import model_schema
    from ...guard.observed import GUARD_NAMES
    from ...profiles.schemas import profiles_schema
    from ...rendering.folders.schemas import contract_schema, examples_schema, phrases_schema
    from ...settings import Settings

    if name is SchemaName.TONEKIT:
        settings = model_schema(Settings, title="Settings of a template folder", known=GUARD_NAMES)
        del settings["required"]  # what a file of one's own leaves out stands as shipped
        del settings["$defs"]["NeverSay"]["required"]  # nor does an entry that uses or changes shipped ones
        return settings
    return {
        SchemaName.CONTRACT: contract_schema,
        SchemaName.PROFILES: profiles_schema,
        SchemaName.PHRASES: phrases_schema,
        SchemaName.EXAMPLES: examples_schema,
    }[name]()
