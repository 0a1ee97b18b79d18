"""A prompt made from the parts of an imported prompt file: roles, trust of its inputs, contract and body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from ..contracts.contract_reading import FROM_CUSTOMERS
from .imported_inputs import ImportedInputs
from .imported_template import ImportedTemplate, contract_text
from .optional_inputs import guard_optional

_TAG = re.compile(r"\{[{%]((?:(?!\{[{%]).)*?)[%}]\}", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"\b[a-z_]+(?:\.[a-z_]+)?\b")


class RolePart(NamedTuple):
    """A piece of a prompt, with the role that says it: `system`, `user` or `assistant`."""

    role: str
    text: str


def imported_prompt(
    name: str,
    parts: Sequence[RolePart],
    inputs: ImportedInputs,
    *,
    about: Any,
    notes: Iterable[str],
    language: str,
) -> ImportedTemplate:
    """Return the prompt that an imported file becomes; whatever prints an optional input is put into a condition.

    Args:
        name: of the template folder.
        parts: roles with their texts, already in our template syntax.
        inputs: of the template; those of the system role are given the trust `agent`.
        about: description in the source, if there is one.
        notes: from reading the source.
        language: code of the language that the prompt is written in.
    """
    notes = [*notes, *_trust_system_inputs(parts, inputs), *inputs.rename_notes()]
    guarded = [RolePart(role, guard_optional(text, inputs.optional)) for role, text in parts]
    contract = {"id": name, "kind": "prompt", "about": about, "inputs": inputs.declared}
    files = {"template.yaml": contract_text(contract), f"{language}.j2": _role_blocks(guarded)}
    return ImportedTemplate(f"prompts/{name}", files, tuple(notes))


def _role_blocks(parts: Iterable[RolePart]) -> str:
    """Return the body of a prompt: each role as a block, empty ones left out."""
    blocks = [f"{{% {role} %}}\n{text.strip()}\n{{% end{role} %}}\n" for role, text in parts if text.strip()]
    return "".join(blocks)


def _trust_system_inputs(parts: Iterable[RolePart], inputs: ImportedInputs) -> Iterator[str]:
    """Set the trust of inputs in the system role to `agent` where that is allowed, and yield a note on each."""
    system = [text for role, text in parts if role == "system"]
    for name in dict.fromkeys(name for text in system for name in _names_in_tags(text)):
        if name not in inputs.declared:
            continue
        if FROM_CUSTOMERS.match(name):
            yield f"'{name}' comes from the customer and may not be used in the system role; move it to a user block"
        elif inputs.declared[name].get("trust") == "customer":
            inputs.declared[name]["trust"] = "agent"
            yield f"'{name}' is used in the system role, so its trust is agent; never pass a customer's words in it"


def _names_in_tags(text: str) -> Iterator[str]:
    """Yield the names that a template prints or asks for, without the words of quoted texts."""
    for inside in _TAG.findall(text):
        yield from _NAME.findall(_QUOTED.sub(" ", inside))
