"""A fact as plain lists and texts: rows of data frames hold arrays, and what refers to itself has no end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...argument_errors import ArgumentValueError

DEEPEST = 8
"""Levels of lists and mappings in a fact; the deepest type, priced items, has three."""
_WHOLE = frozenset({str, int, float, bool, type(None)})


def plain_fact(path: str, value: Any, levels: int = DEEPEST) -> Any:
    """Return a fact with lists in place of the arrays of NumPy.

    Args:
        path: of the fact, for the error.
        value: what was given.
        levels: of nesting that are left.

    Raises:
        ArgumentValueError: it is nested deeper than any fact, or holds itself.
    """
    if value.__class__ in _WHOLE:
        return value
    if type(value).__module__ == "numpy" and getattr(value, "ndim", False):
        value = value.tolist()
    if not isinstance(value, (Mapping, list, tuple)):
        return value
    if not levels:
        raise ArgumentValueError(f"facts['{path}']", f"is nested more than {DEEPEST} levels deep; give a plain list")
    if isinstance(value, Mapping):
        return {name: plain_fact(path, each, levels - 1) for name, each in value.items()}
    return [plain_fact(path, each, levels - 1) for each in value]
