"""What a name means inside a block of Handlebars: an input, a member of an object, or a part of an item."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from .imported_inputs import ImportedInputs, item_parts_note

_COUNTERS = {"@index": "loop.index0", "@first": "loop.first", "@last": "loop.last"}


class _Context(NamedTuple):
    """What names mean inside a block.

    Attributes:
        kind: names are `inputs`, members of an `object`, or parts of an `item` in a loop.
        name: of the object or the item, empty for inputs.
        looped: the list that a loop goes through.
    """

    kind: Literal["inputs", "object", "item"]
    name: str = ""
    looped: str = ""


@dataclass(slots=True)
class Contexts:
    """The contexts of all open blocks, the innermost last.

    Attributes:
        inputs: of the template.
        notes: on what has no counterpart here.
    """

    inputs: ImportedInputs
    notes: list[str] = field(default_factory=list)
    _item_parts: dict[str, dict[str, None]] = field(default_factory=dict)
    _open: list[_Context] = field(default_factory=lambda: [_Context("inputs")])

    def enter(self) -> None:
        """Enter a block that leaves the meaning of names as it is."""
        self._open.append(self._open[-1])

    def enter_items(self, name: str) -> str:
        """Enter a loop over the list called `name`, and return what its item is called."""
        depth = sum(each.kind == "item" for each in dict.fromkeys(self._open))
        item = "item" if depth == 0 else f"item_{depth + 1}"
        self._open.append(_Context("item", item, name))
        return item

    def enter_object(self, name: str) -> None:
        """Enter a block in which names are members of the object called `name`."""
        outer = self._open[-1]
        self._open.append(_Context("object", f"{outer.name}.{name}" if outer.kind == "object" else name))

    def leave(self) -> None:
        """Leave the innermost block."""
        if len(self._open) > 1:
            self._open.pop()

    def value(self, name: str, *, looped: bool = False) -> str:
        """Return how our templates write a value, and declare it if it is an input."""
        if name in _COUNTERS:
            return _COUNTERS[name]
        context, bare = self._resolve(name)
        if "@" in bare:
            raw = bare.rpartition("@")[2]
            self.notes.append(f"@{raw} has no counterpart here; it became an input")
            return self.inputs.use(raw, looped=looped)
        if context.kind == "item":
            return self._item_value(context, re.sub(r"[^\w.]", "_", bare))
        raw = _raw_name(context, bare)
        if members := self.inputs.members(raw):
            self.notes.append(f"'{raw}' has no text of its own, only {', '.join(members)}; print those instead")
        return self.inputs.use(raw, looped=looped)

    def _item_value(self, item: _Context, part: str) -> str:
        if not part:
            return item.name
        self._item_parts.setdefault(item.looped, {})[part] = None
        return f"{item.name}.{part}"

    def is_given(self, name: str) -> str:
        """Return the condition that a value is given; an object is given if one of its members is."""
        context, bare = self._resolve(name)
        members = [] if name in _COUNTERS or context.kind == "item" else self.inputs.members(_raw_name(context, bare))
        return " or ".join(members) or self.value(name)

    def all_notes(self) -> list[str]:
        """Return all notes, with those on lists whose items have parts."""
        return [*self.notes, *(item_parts_note(name, parts) for name, parts in self._item_parts.items())]

    def _resolve(self, name: str) -> tuple[_Context, str]:
        """Return the context that a path such as `../name` leads to, and the rest of the name; empty for `this`."""
        if name.startswith("@root."):
            return self._open[0], name.removeprefix("@root.")
        up = re.match(r"(?:\.\./)*", name)
        steps = up[0].count("/") if up else 0
        # Conditions share the context around them, so `../` does not count them.
        distinct = [each for index, each in enumerate(self._open) if index == 0 or each is not self._open[index - 1]]
        context = distinct[max(0, len(distinct) - 1 - steps)]
        bare = re.sub(r"^(?:\.\./)*(?:this\b[./]?|\.$)?", "", name)
        return context, bare


def _raw_name(context: _Context, bare: str) -> str:
    return ".".join(filter(None, (context.name, bare))) or "this"
