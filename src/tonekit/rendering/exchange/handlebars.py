"""Handlebars, as prompt files use it, in our template syntax: variables, blocks, partials, roles and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .handlebars_context import Contexts
from .imported_inputs import ImportedInputs
from .imported_prompt import RolePart
from .template_spelling import literal_text

_TAG = re.compile(r"(?P<escaped>\\)?\{\{\{?(?:(?P<comment>~?!(?:--)?)|(?P<inner>[^{}]*+)\}?\}\})")
_LONG_COMMENT_END = re.compile(r"--~?\}\}")
_NAME = re.compile(r"[@\w./-]+$")
_ROLE_TAG = re.compile(r"role\s+[\"'](\w+)[\"']$")
_COMPARISON = re.compile(r"(?P<name>[@\w./-]+)\s+(?P<other>\"[^\"]*\"|'[^']*'|[@\w./-]+)$")
_CONDITIONS = {"if": "{}", "unless": "not {}", "ifEquals": "{} == {}", "unlessEquals": "{} != {}"}
"""Block → the condition that it becomes."""
_HISTORY = """\
{% if thread.turns %}
{% for turn in thread.turns %}
{{ turn.author }}:
{{ turn.text }}
{% endfor %}
{% endif %}
"""
"""What `{{history}}` becomes: the conversation so far."""


class _Tag(NamedTuple):
    """A tag between two offsets; a comment has nothing inside."""

    start: int
    end: int
    escaped: bool
    inner: str | None


@dataclass(slots=True)
class _Translation:
    """A body while it is translated.

    Attributes:
        contexts: what names mean at this place.
        parts: each role with the pieces of its text so far.
        ends: for each open block the tag that will close it.
    """

    contexts: Contexts
    parts: list[tuple[str, list[str]]] = field(default_factory=lambda: [("user", [])])
    ends: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add to the text of the current role."""
        self.parts[-1][1].append(text)

    def open_block(self, tag: str, end: str = "{% endif %}") -> None:
        """Write the tag that opens a block, and keep the one that will close it."""
        self.write(tag)
        self.ends.append(end)

    def note(self, text: str) -> None:
        """Tell whoever continues with the template about something."""
        self.contexts.notes.append(text)


def translate_handlebars(source: str, inputs: ImportedInputs) -> tuple[list[RolePart], list[str]]:
    """Return the roles of a Handlebars prompt with their texts, and notes on what was not carried over."""
    target = _Translation(Contexts(inputs))
    end = 0
    for tag in _tags(source):
        target.write(literal_text(source[end : tag.start]))
        if tag.escaped:
            target.write(literal_text(source[tag.start + 1 : tag.end]))
        elif tag.inner is not None:
            _translate_tag(tag.inner.strip().strip("~").strip().lstrip("&").strip(), target)
        end = tag.end
    target.write(literal_text(source[end:]))
    return [RolePart(role, "".join(pieces)) for role, pieces in target.parts], target.contexts.all_notes()


def _tags(source: str) -> Iterator[_Tag]:
    # Without these bounds, every comment that is never closed would search the rest of the text for its end.
    last, last_long = source.rfind("}}"), max(source.rfind("--}}"), source.rfind("--~}}"))
    match = _TAG.search(source)
    while match:
        end = match.end()
        if match["comment"]:
            long = match["comment"].endswith("--") and end <= last_long and _LONG_COMMENT_END.search(source, end)
            # A comment that is never closed is text.
            end = long.end() if long else source.find("}}", end) + 2 if end <= last else 0
        if end:
            yield _Tag(match.start(), end, bool(match["escaped"]), match["inner"])
        match = _TAG.search(source, end or match.end())


def _translate_tag(inner: str, target: _Translation) -> None:
    if role := _ROLE_TAG.match(inner):
        _start_role(role[1], target)
    elif inner.startswith(("#", "^")) and inner != "^":
        _open_block(inner[1:].lstrip("*> "), target, negated=inner[0] == "^")
    elif inner.startswith("/"):
        target.contexts.leave()
        target.write(target.ends.pop() if target.ends else "")
    elif inner == "^" or inner.split()[:1] == ["else"]:
        _write_else(inner.removeprefix("else").strip("^ "), target)
    elif inner.startswith(">"):
        _include_partial((inner[1:].split() or ["unnamed"])[0], target)
    elif inner == "history":
        target.contexts.inputs.declare("thread.turns", type="turns")
        target.write(_HISTORY)
    elif _NAME.match(inner):
        target.write(f"{{{{ {target.contexts.value(inner)} }}}}")
    else:
        target.note(f"{{{{{inner}}}}} has no counterpart here and was left out")


def _include_partial(partial: str, target: _Translation) -> None:
    target.note(f"the partial {partial} is included as parts/{partial}.j2; create that file")
    target.write(f'{{% include "parts/{partial}.j2" %}}')


def _start_role(role: str, target: _Translation) -> None:
    if target.ends:
        target.note(f"the role {role} starts inside a block; a role cannot depend on a condition here")
    if role == "model":
        role = "assistant"
    elif role not in ("system", "user", "assistant"):
        target.note(f"the role {role} became user")
        role = "user"
    target.parts.append((role, []))


def _open_block(inner: str, target: _Translation, *, negated: bool) -> None:
    kind, _, rest = inner.partition(" ")
    name = rest.strip()
    if condition := _block_condition(kind, name, target):
        target.contexts.enter()
        target.open_block(f"{{% if {condition} %}}")
    elif kind == "each" and _NAME.match(name):
        over = target.contexts.value(name, looped=True)
        target.open_block(f"{{% for {target.contexts.enter_items(name)} in {over} %}}", "{% endfor %}")
    elif kind == "with" and _NAME.match(name):
        target.contexts.enter_object(name)
        target.open_block("", "")
    elif not name and _NAME.match(kind):
        _open_section(kind, target, negated=negated)
    else:
        target.note(f"the block {{{{#{inner}}}}} has no counterpart here; its content was kept")
        target.contexts.enter()
        target.open_block("{% if true %}")


def _open_section(name: str, target: _Translation, *, negated: bool) -> None:
    """Open a section of Mustache as a condition; whether it is one or a loop, only its data tell."""
    if not negated:
        target.note(f"{{{{#{name}}}}} became a condition; if '{name}' is a list, write a loop instead")
    condition = _presence("unless" if negated else "if", name, target)
    target.contexts.enter()
    target.open_block(f"{{% if {condition} %}}")


def _block_condition(kind: str, rest: str, target: _Translation) -> str:
    """Return the condition that a block becomes, or nothing if it has no counterpart."""
    if kind in ("if", "unless") and _NAME.match(rest):
        return _presence(kind, rest, target)
    comparison = _COMPARISON.match(rest)
    if kind in ("ifEquals", "unlessEquals") and comparison:
        other = comparison["other"]
        operand = other if other[0] in "\"'" or other.isdigit() else target.contexts.value(other)
        return _CONDITIONS[kind].format(target.contexts.value(comparison["name"]), operand)
    return ""


def _presence(kind: str, name: str, target: _Translation) -> str:
    """Return the condition that a value is given (`if`) or not (`unless`)."""
    given = target.contexts.is_given(name)
    return _CONDITIONS[kind].format(f"({given})" if " or " in given and kind == "unless" else given)


def _write_else(rest: str, target: _Translation) -> None:
    kind, _, name = rest.partition(" ")
    condition = _block_condition(kind, name.strip(), target) if rest else ""
    if rest and not condition:
        target.note(f"{{{{else {rest}}}}} has no counterpart here; its content was kept for all other cases")
    target.write(f"{{% elif {condition} %}}" if condition else "{% else %}")
