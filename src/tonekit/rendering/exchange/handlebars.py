"""Handlebars as prompt files use it, as templates of ours: variables, if, unless, each, partials, roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .imported import Inputs, literal

_TAG = re.compile(r"\{\{\{?(?P<comment>!(?:--.*?--|[^}]*))?(?P<inner>[^{}]*)\}?\}\}", re.DOTALL)
_NAME = re.compile(r"[@\w./]+$")
_ROLE = re.compile(r"role\s+[\"'](\w+)[\"']$")


@dataclass(slots=True)
class Translation:
    """A body while it is translated.

    Attributes:
        inputs: the inputs it uses.
        notes: what could not be translated.
        parts: role and text so far.
    """

    inputs: Inputs
    notes: list[str] = field(default_factory=list)
    parts: list[tuple[str, list[str]]] = field(default_factory=lambda: [("user", [])])
    blocks: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add to the text of the role that is open."""
        self.parts[-1][1].append(text)


def translate(source: str, inputs: Inputs) -> tuple[list[tuple[str, str]], list[str]]:
    """Return role and text of each part of a Handlebars prompt, and notes on what was not carried over."""
    made = Translation(inputs)
    end = 0
    for match in _TAG.finditer(source):
        made.write(literal(source[end : match.start()]))
        if not match["comment"]:
            _tag(match["inner"].strip().strip("~").strip(), made)
        end = match.end()
    made.write(literal(source[end:]))
    return [(role, "".join(text)) for role, text in made.parts], made.notes


def _tag(inner: str, made: Translation) -> None:
    if role := _ROLE.match(inner):
        _role(role[1], made)
    elif inner.startswith(("#", "^")):
        _open(inner[1:], made)
    elif inner.startswith("/"):
        made.write({"each": "{% endfor %}"}.get(made.blocks.pop() if made.blocks else "", "{% endif %}"))
    elif inner == "else":
        made.write("{% else %}")
    elif inner.startswith(">"):
        _include((inner[1:].split() or ["unnamed"])[0], made)
    elif inner == "history":
        made.inputs.add("thread.turns", type="turns")
        turns = "{% for turn in thread.turns %}\n{{ turn.author }}:\n{{ turn.text }}\n{% endfor %}\n"
        made.write(f"{{% if thread.turns %}}\n{turns}{{% endif %}}\n")
    elif _NAME.match(inner):
        made.write(f"{{{{ {_value(inner, made)} }}}}")
    else:
        made.notes.append(f"{{{{{inner}}}}} has no counterpart here and was left out")


def _include(partial: str, made: Translation) -> None:
    made.notes.append(f"the partial {partial} is included as parts/{partial}.j2; write it")
    made.write(f'{{% include "parts/{partial}.j2" %}}')


def _role(role: str, made: Translation) -> None:
    if made.blocks:
        made.notes.append(f"the role {role} opens inside a block; a role cannot depend on a condition here")
    if role not in ("system", "user", "assistant"):
        known = {"model": "assistant"}.get(role, "user")
        if role != "model":
            made.notes.append(f"the role {role} is {known} here")
        role = known
    made.parts.append((role, []))


def _open(inner: str, made: Translation) -> None:
    kind, _, name = inner.partition(" ")
    value = _value(name.strip(), made, several=kind == "each") if name else ""
    made.blocks.append(kind)
    if kind == "each":
        # In a loop `this` is the item; inside it other names still mean the inputs.
        made.write(f"{{% for item in {value} %}}")
    elif kind in ("if", "unless"):
        made.write(f"{{% if {'not ' if kind == 'unless' else ''}{value} %}}")
    else:
        made.notes.append(f"the block {{{{#{inner}}}}} has no counterpart; its content is kept")
        made.write("{% if true %}")


def _value(name: str, made: Translation, *, several: bool = False) -> str:
    if name in ("this", "."):
        return "item"
    if name.startswith("this."):
        return f"item.{name[5:]}"
    if name.startswith("@"):
        counter = {"@index": "loop.index0", "@first": "loop.first", "@last": "loop.last"}.get(name)
        return counter or _unknown(name, made)
    return made.inputs.add(name, **({"type": "list"} if several else {}))


def _unknown(name: str, made: Translation) -> str:
    made.notes.append(f"{name} has no counterpart here; it is the input '{name.strip('@')}' now")
    return made.inputs.add(name.strip("@"))


def names_in(text: str) -> Iterator[str]:
    """Yield the inputs that a translated text prints or asks for."""
    yield from re.findall(r"\b[a-z_]+(?:\.[a-z_]+)?\b", " ".join(re.findall(r"\{[{%](.*?)[%}]\}", text)))
