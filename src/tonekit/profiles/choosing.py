"""Choose the style of an answer: walk the rules from top to bottom, a later one overrides an earlier one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..conditions import Situation
from ..profile import Setting, StyleProfile
from .rules import Rule


def choose_profile(situation: Situation, rules: Iterable[Rule], *, language: str) -> StyleProfile:
    """Return the style that the rules give in this situation, with the rule and the verdicts behind each field."""
    values: dict[str, Any] = {}
    focus: dict[str, None] = {}
    why: list[Setting] = []
    for rule in rules:
        if not rule.when.holds(situation):
            continue
        because = rule.when.because(situation)
        if "focus" in rule.settings:
            focus = {}
        for field, value in {**rule.settings, **({"focus": rule.focus} if rule.focus else {})}.items():
            if field == "focus":
                focus |= dict.fromkeys(value)
            else:
                values[field] = value
            why.append(Setting(field=field, value=_shown(value), rule=rule.id, because=because))
    return StyleProfile(**values, focus=tuple(focus), language=language, why=tuple(why))  # type: ignore[arg-type]


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(value) if isinstance(value, tuple) else str(value)
