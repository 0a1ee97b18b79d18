"""Handlebars as prompt files use it, as templates of ours: variables, if, unless, each, with, partials, roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .handlebars_context import Contexts
from .imported import Inputs, literal

_TAG = re.compile(r"(?P<escaped>\\)?\{\{\{?(?:(?P<comment>~?!(?:--)?)|(?P<inner>[^{}]*+)\}?\}\})")
_LONG_END = re.compile(r"--~?\}\}")
_TAG_OF_OURS = re.compile(r"\{[{%]((?:(?!\{[{%]).)*?)[%}]\}", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"[@\w./-]+$")
_ROLE = re.compile(r"role\s+[\"'](\w+)[\"']$")
_COMPARED = re.compile(r"(?P<name>[@\w./-]+)\s+(?P<other>\"[^\"]*\"|'[^']*'|[@\w./-]+)$")
_ASKING = {"if": "{}", "unless": "not {}", "ifEquals": "{} == {}", "unlessEquals": "{} != {}"}
"""Blocks that ask something, as conditions of ours."""


class _Tag(NamedTuple):
    """A tag between two offsets; a comment has nothing inside."""

    start: int
    end: int
    escaped: bool
    inner: str | None


@dataclass(slots=True)
class Translation:
    """A body while it is translated.

    Attributes:
        contexts: what names mean at this place.
        parts: role and text so far.
        ends: for each open block what closes it.
    """

    contexts: Contexts
    parts: list[tuple[str, list[str]]] = field(default_factory=lambda: [("user", [])])
    ends: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add to the text of the role that is open."""
        self.parts[-1][1].append(text)

    def begin(self, text: str, end: str = "{% endif %}") -> None:
        """Write what opens a block, and keep what will close it."""
        self.write(text)
        self.ends.append(end)


def translate(source: str, inputs: Inputs) -> tuple[list[tuple[str, str]], list[str]]:
    """Return role and text of each part of a Handlebars prompt, and notes on what was not carried over."""
    made = Translation(Contexts(inputs))
    end = 0
    for tag in _tags(source):
        made.write(literal(source[end : tag.start]))
        if tag.escaped:
            made.write(literal(source[tag.start + 1 : tag.end]))
        elif tag.inner is not None:
            _tag(tag.inner.strip().strip("~").strip().lstrip("&").strip(), made)
        end = tag.end
    made.write(literal(source[end:]))
    return [(role, "".join(text)) for role, text in made.parts], made.contexts.all_notes()


def _tags(source: str) -> Iterator[_Tag]:
    # Known once, they keep a text full of comments without an end from being searched for it again and again.
    last, last_long = source.rfind("}}"), max(source.rfind("--}}"), source.rfind("--~}}"))
    match = _TAG.search(source)
    while match:
        end = match.end()
        if match["comment"]:
            long = match["comment"].endswith("--") and end <= last_long and _LONG_END.search(source, end)
            # A comment without an end is text.
            end = long.end() if long else source.find("}}", end) + 2 if end <= last else 0
        if end:
            yield _Tag(match.start(), end, bool(match["escaped"]), match["inner"])
        match = _TAG.search(source, end or match.end())


def _tag(inner: str, made: Translation) -> None:
    if role := _ROLE.match(inner):
        _role(role[1], made)
    elif inner.startswith(("#", "^")) and inner != "^":
        _open(inner[1:].lstrip("*> "), made, negated=inner[0] == "^")
    elif inner.startswith("/"):
        made.contexts.leave()
        made.write(made.ends.pop() if made.ends else "")
    elif inner == "^" or inner.split()[:1] == ["else"]:
        _else(inner.removeprefix("else").strip("^ "), made)
    elif inner.startswith(">"):
        _include((inner[1:].split() or ["unnamed"])[0], made)
    elif inner == "history":
        made.contexts.inputs.add("thread.turns", type="turns")
        turns = "{% for turn in thread.turns %}\n{{ turn.author }}:\n{{ turn.text }}\n{% endfor %}\n"
        made.write(f"{{% if thread.turns %}}\n{turns}{{% endif %}}\n")
    elif _NAME.match(inner):
        made.write(f"{{{{ {made.contexts.value(inner)} }}}}")
    else:
        made.contexts.notes.append(f"{{{{{inner}}}}} has no counterpart here and was left out")


def _include(partial: str, made: Translation) -> None:
    made.contexts.notes.append(f"the partial {partial} is included as parts/{partial}.j2; write it")
    made.write(f'{{% include "parts/{partial}.j2" %}}')


def _role(role: str, made: Translation) -> None:
    if made.ends:
        made.contexts.notes.append(f"the role {role} opens inside a block; a role cannot depend on a condition here")
    if role not in ("system", "user", "assistant"):
        known = {"model": "assistant"}.get(role, "user")
        if role != "model":
            made.contexts.notes.append(f"the role {role} is {known} here")
        role = known
    made.parts.append((role, []))


def _open(inner: str, made: Translation, *, negated: bool) -> None:
    kind, _, rest = inner.partition(" ")
    name = rest.strip()
    if condition := _condition(kind, name, made):
        made.contexts.enter()
        made.begin(f"{{% if {condition} %}}")
    elif kind == "each" and _NAME.match(name):
        over = made.contexts.value(name, several=True)
        made.begin(f"{{% for {made.contexts.enter_items(name)} in {over} %}}", "{% endfor %}")
    elif kind == "with" and _NAME.match(name):
        made.contexts.enter_part(name)
        made.begin("", "")
    elif not name and _NAME.match(kind):
        _section(kind, made, negated=negated)
    else:
        made.contexts.notes.append(f"the block {{{{#{inner}}}}} has no counterpart; its content is kept")
        made.contexts.enter()
        made.begin("{% if true %}")


def _section(name: str, made: Translation, *, negated: bool) -> None:
    """Open a section of Mustache, which is a condition or a loop: which of them, only its data tell."""
    if not negated:
        made.contexts.notes.append(
            f"{{{{#{name}}}}} is a condition here; where '{name}' is a list, write a loop instead"
        )
    condition = _asked("unless" if negated else "if", name, made)
    made.contexts.enter()
    made.begin(f"{{% if {condition} %}}")


def _condition(kind: str, rest: str, made: Translation) -> str:
    """Return the condition of ours that a block asks, or nothing where it has no counterpart."""
    if kind in ("if", "unless") and _NAME.match(rest):
        return _asked(kind, rest, made)
    compared = _COMPARED.match(rest)
    if kind in ("ifEquals", "unlessEquals") and compared:
        other = compared["other"]
        shown = other if other[0] in "\"'" or other.isdigit() else made.contexts.value(other)
        return _ASKING[kind].format(made.contexts.value(compared["name"]), shown)
    return ""


def _asked(kind: str, name: str, made: Translation) -> str:
    asked = made.contexts.asked(name)
    return _ASKING[kind].format(f"({asked})" if " or " in asked and kind == "unless" else asked)


def _else(rest: str, made: Translation) -> None:
    kind, _, name = rest.partition(" ")
    condition = _condition(kind, name.strip(), made) if rest else ""
    if rest and not condition:
        made.contexts.notes.append(
            f"{{{{else {rest}}}}} has no counterpart; what follows it is kept for all other cases"
        )
    made.write(f"{{% elif {condition} %}}" if condition else "{% else %}")


def names_in(text: str) -> Iterator[str]:
    """Yield the inputs that a translated text prints or asks for."""
    for inside in _TAG_OF_OURS.findall(text):
        yield from re.findall(r"\b[a-z_]+(?:\.[a-z_]+)?\b", _QUOTED.sub(" ", inside))
