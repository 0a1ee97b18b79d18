"""Private data that a model carries along without it being part of its value: ignored by comparison, hash and JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, eq=False)
class Uncompared(Generic[Value]):
    """A value, or None, for a private attribute. All instances are equal, so comparing models ignores them."""

    value: Value | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Uncompared)

    def __hash__(self) -> int:
        return hash(Uncompared)
