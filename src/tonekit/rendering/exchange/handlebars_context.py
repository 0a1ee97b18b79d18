"""What names mean inside the blocks of Handlebars: in a loop the item's own, in `with` those of a part, else inputs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from .imported import Inputs, parts_of_items

_COUNTERS = {"@index": "loop.index0", "@first": "loop.first", "@last": "loop.last"}


class _Context(NamedTuple):
    """What names mean inside a block.

    Attributes:
        kind: `inputs`, `part` of an input, or `item` of a loop.
        name: of the part or the item, empty for the inputs.
        of: what the loop goes through.
    """

    kind: Literal["inputs", "part", "item"]
    name: str = ""
    of: str = ""


@dataclass(slots=True)
class Contexts:
    """The contexts of the blocks that are open, the innermost last.

    Attributes:
        inputs: of the template.
        notes: what has no counterpart here.
    """

    inputs: Inputs
    notes: list[str] = field(default_factory=list)
    _parts: dict[str, dict[str, None]] = field(default_factory=dict)
    _open: list[_Context] = field(default_factory=lambda: [_Context("inputs")])

    def enter(self) -> None:
        """Enter a block in which names mean what they mean around it."""
        self._open.append(self._open[-1])

    def enter_items(self, name: str) -> str:
        """Enter a loop over what is called `name`; return the name of its item."""
        depth = sum(each.kind == "item" for each in dict.fromkeys(self._open))
        item = "item" if depth == 0 else f"item_{depth + 1}"
        self._open.append(_Context("item", item, name))
        return item

    def enter_part(self, name: str) -> None:
        """Enter a block in which names are those below the input called `name`."""
        above = self._open[-1]
        self._open.append(_Context("part", f"{above.name}.{name}" if above.kind == "part" else name))

    def leave(self) -> None:
        """Leave the innermost block."""
        if len(self._open) > 1:
            self._open.pop()

    def value(self, name: str, *, several: bool = False) -> str:
        """Return how a template of ours writes a value, and declare it where it is an input."""
        if name in _COUNTERS:
            return _COUNTERS[name]
        context, bare = self._meant(name)
        if "@" in bare:
            raw = bare.rpartition("@")[2]
            self.notes.append(f"@{raw} has no counterpart here; it is an input now")
            return self.inputs.use(raw, several=several)
        if context.kind == "item":
            bare = re.sub(r"[^\w.]", "_", bare)
            if bare:
                self._parts.setdefault(context.of, {})[bare] = None
            return f"{context.name}.{bare}" if bare else context.name
        raw = _raw(context, bare)
        if members := self.inputs.members(raw):
            self.notes.append(f"'{raw}' is no input here, only {', '.join(members)}; write those in its place")
        return self.inputs.use(raw, several=several)

    def asked(self, name: str) -> str:
        """Return what a condition asks: a value, or where a name has only members, whether one of them is given."""
        context, bare = self._meant(name)
        members = [] if name in _COUNTERS or context.kind == "item" else self.inputs.members(_raw(context, bare))
        return " or ".join(members) or self.value(name)

    def all_notes(self) -> list[str]:
        """Return the notes, those on lists whose items have parts among them."""
        return [*self.notes, *(parts_of_items(name, parts) for name, parts in self._parts.items())]

    def _meant(self, name: str) -> tuple[_Context, str]:
        """Return the context that a name means, and the name in it; empty for the context itself."""
        if name.startswith("@root."):
            return self._open[0], name.removeprefix("@root.")
        up = re.match(r"(?:\.\./)*", name)
        steps = up[0].count("/") if up else 0
        # Conditions have no context of their own: two in a row are one step.
        own = [each for index, each in enumerate(self._open) if index == 0 or each is not self._open[index - 1]]
        context = own[max(0, len(own) - 1 - steps)]
        bare = re.sub(r"^(?:\.\./)*(?:this\b[./]?|\.$)?", "", name)
        return context, bare


def _raw(context: _Context, bare: str) -> str:
    return ".".join(filter(None, (context.name, bare))) or "this"
