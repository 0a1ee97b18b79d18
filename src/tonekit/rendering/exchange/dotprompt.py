"""Prompt files of dotprompt: front matter with Picoschema or JSON Schema, a body in Handlebars."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..contract_reading import FROM_CUSTOMERS
from .guarding import guarded
from .handlebars import names_in, translate
from .imported import Imported, Inputs, contract_text, front_matter, role_blocks, template_id
from .picoschema import schema_inputs

_TAKEN = {"input", "name", "description"}


def read_dotprompt(text: str, path: Path, *, language: str) -> Imported:
    """Return the prompt that a dotprompt file makes.

    Raises:
        DataFileError: its front matter does not end, or is not YAML.
    """
    data, source = front_matter(text, path)
    inputs = Inputs()
    notes: list[str] = []
    given = data.get("input") or {}
    if not isinstance(given, Mapping):
        notes.append(f"'input' is not carried over: {_short(given)}")
        given = {}
    defaults = given.get("default")
    for raw, about in schema_inputs(given.get("schema") or {}, notes):
        # Whoever gives a default may leave the input out.
        left_out = isinstance(defaults, Mapping) and raw.split(".")[0] in defaults
        inputs.add(raw, **{key: value for key, value in about.items() if not (left_out and key == "required")})
    parts, more = translate(source, inputs)
    notes += more
    notes += [f"'{key}' is not carried over: {_short(value)}" for key, value in data.items() if key not in _TAKEN]
    if defaults:
        notes.append(f"defaults are not carried over: {_short(defaults)}; what is missing is left out of the prompt")
    name = template_id(str(data.get("name") or path.name.split(".")[0]))
    return prompt_of(name, data.get("description"), parts, inputs, notes=notes, language=language)


def prompt_of(
    name: str, about: Any, parts: list[tuple[str, str]], inputs: Inputs, *, notes: list[str], language: str
) -> Imported:
    """Return a prompt of role and text of each part; what may be missing is printed inside a condition."""
    notes = [*notes, *trust_in_system(parts, inputs), *inputs.renamed()]
    parts = [(role, guarded(part, inputs.optional)) for role, part in parts]
    contract = {"id": name, "kind": "prompt", "about": about, "inputs": inputs.declared}
    files = {"template.yaml": contract_text(contract), f"{language}.j2": role_blocks(parts)}
    return Imported(f"prompts/{name}", files, tuple(notes))


def trust_in_system(parts: list[tuple[str, str]], inputs: Inputs) -> list[str]:
    """Give inputs that stand in the system role the trust `agent`, where they may have it; return a note on each."""
    notes = []
    for name in dict.fromkeys(each for role, text in parts if role == "system" for each in names_in(text)):
        if FROM_CUSTOMERS.match(name) and name in inputs.declared:
            notes.append(f"'{name}' is the customer's and may not stand in the system role; move it to a user block")
        elif inputs.declared.get(name, {}).get("trust") == "customer":
            inputs.declared[name]["trust"] = "agent"
            notes.append(f"'{name}' stands in the system role, so its trust is agent; never give it a customer's words")
    return notes


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004 - fits on a line of the terminal
