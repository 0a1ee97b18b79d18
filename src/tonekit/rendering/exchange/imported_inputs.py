"""The inputs of a template while it is imported: those that the source declares, and those that its text uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from .template_spelling import input_name


@dataclass(slots=True)
class ImportedInputs:
    """The inputs found so far, each under a name of its own.

    Attributes:
        declared: name, such as `order.id` → what the contract says of it.
    """

    declared: dict[str, dict[str, Any]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _undeclared: set[str] = field(default_factory=set)

    def declare(self, raw: str, **properties: Any) -> str:
        """Declare an input, unless it is declared already, and return the name that it has in our template."""
        if raw not in self._names:
            self._names[raw] = self._free_name(input_name(raw))
        name = self._names[raw]
        self.declared.setdefault(name, {"type": "line", "trust": "customer"} | properties)
        return name

    def use(self, raw: str, *, looped: bool = False) -> str:
        """Return the name of an input that the text uses.

        One that the source does not declare becomes a text, or a list as soon as the template loops over it.
        """
        if raw not in self._names:
            self._undeclared.add(self.declare(raw, type="text"))
        name = self._names[raw]
        if looped and name in self._undeclared:
            self.declared[name]["type"] = "list"
        return name

    def members(self, raw: str) -> list[str]:
        """Return the inputs declared below a name; none where the name is an input itself."""
        if raw in self._names:
            return []
        return [name for declared, name in self._names.items() if declared.startswith(f"{raw}.")]

    @property
    def optional(self) -> frozenset[str]:
        """The inputs that may be missing."""
        return frozenset(name for name, properties in self.declared.items() if not properties.get("required"))

    def rename_notes(self) -> Iterator[str]:
        """Yield a note that lists the inputs with a new name, if there are any."""
        if renamed := [f"{raw} → {name}" for raw, name in self._names.items() if raw != name]:
            yield f"inputs were renamed: {', '.join(renamed)}"

    def _free_name(self, name: str) -> str:
        """Return the name, or a variant of it where another input has it or it is a group of inputs."""
        flat = name.replace(".", "_")
        longer = (f"{flat}_{'b' * length}" for length in count(1))
        return next(candidate for candidate in chain((name, flat), longer) if self._is_free(candidate))

    def _is_free(self, name: str) -> bool:
        group, dot, _ = name.partition(".")
        groups = {declared.partition(".")[0] for declared in self.declared if "." in declared}
        return name not in self.declared and (group not in self.declared if dot else name not in groups)


def item_parts_note(name: str, parts: Iterable[str]) -> str:
    """Return the note on a list whose items have parts in the source: items of our lists are single texts."""
    return f"each item of '{name}' has {', '.join(parts)}; here an item is a single text, so put those parts into it"
