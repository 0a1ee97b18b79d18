"""What a model carries along without it being a part of its value: it counts in no comparison and stands in no JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, eq=False)
class Aside(Generic[Value]):
    """A value, or None, for a private attribute. Every one is equal to every other."""

    value: Value | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Aside)

    def __hash__(self) -> int:
        return hash(Aside)
