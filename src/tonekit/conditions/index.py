"""Many conditions asked at once: only those are, that something observed speaks for.

Most conditions need a value that few messages have: `mood: frustrated`, `alerts: [legal]`. Of each condition one such
part is chosen; where nothing of the kind was observed, the condition cannot hold and is not asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .condition import PRESENCE, Condition, Situation, listed, written
from .forms import FREE_TEXTS, folded

_ANY = ""
"""Stands for any value; no value that a condition names is empty."""
Sign = tuple[str, str]
"""Name and value without which a condition cannot hold."""


class ConditionIndex:
    """Conditions in their order. Safe to share between threads.

    Args:
        conditions: the conditions.
    """

    def __init__(self, conditions: Sequence[Condition]) -> None:
        self._conditions = tuple(conditions)
        self._always: list[int] = []
        self._by_name: dict[str, dict[str, list[int]]] = {}
        for number, condition in enumerate(self._conditions):
            signs = _signs(condition.parts)
            if signs is None:
                self._always.append(number)
            for name, value in signs or ():
                self._by_name.setdefault(name, {}).setdefault(value, []).append(number)

    def holding(self, situation: Situation) -> list[int]:
        """Return the places of the conditions that hold, in order."""
        asked = set(self._always)
        for name, by_value in self._by_name.items():
            seen = situation.get(name)
            if seen is None or seen.value is None or seen.value == ():
                continue
            if type(seen.value) is str and name not in FREE_TEXTS:
                # As nearly all is that is seen: a label.
                asked.update(by_value.get(seen.value, ()), by_value.get(_ANY, ()))
                continue
            for value in seen.value if isinstance(seen.value, tuple) else (seen.value,):
                asked.update(by_value.get(folded(name, value) if isinstance(value, str) else written(value), ()))
            asked.update(by_value.get(_ANY, ()))
        conditions = self._conditions
        return [number for number in sorted(asked) if conditions[number].holds(situation)]


def _signs(parts: Mapping[str, Any]) -> set[Sign] | None:
    """Return signs of which a condition needs one at least, as few as there are, or None if it needs none."""
    found = [signs for name, wanted in parts.items() if (signs := _signs_of(name, wanted)) is not None]
    return min(found, key=len, default=None)


def _signs_of(name: str, wanted: Any) -> set[Sign] | None:
    if name == "min_confidence":
        return None
    if name == "any_of":
        choices = [_signs(choice) for choice in wanted]
        return None if None in choices else {sign for signs in choices for sign in signs or ()}
    if isinstance(wanted, dict):
        return {(name, _ANY)} if "at_least" in wanted else None
    if wanted in PRESENCE:
        return {(name, _ANY)} if wanted == "present" else None
    return {(name, folded(name, value)) for value in listed(wanted)}
