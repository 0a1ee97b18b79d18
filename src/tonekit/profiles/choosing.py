"""Choose the style of an answer: apply the rules from top to bottom; later ones override earlier ones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from ..conditions.condition import Situation
from ..profile import Setting, Style, StyleProfile
from .rules import Rule, Rules

_NEUTRAL = dict(Style())


def choose_profile(situation: Situation, rules: Rules, *, language: str) -> StyleProfile:
    """Return the style that the rules give in this situation, with the rule and the verdicts behind each field."""
    held = rules.holding(situation)
    values: dict[str, Any] = dict(_NEUTRAL)
    focus: dict[str, None] = {}
    for rule in held:
        values |= rule.settings
        if "focus" in rule.settings:
            focus = dict.fromkeys(rule.settings["focus"])
        focus |= dict.fromkeys(rule.focus)
    # The rules were checked against the style when they were read.
    fields = {**values, "focus": tuple(focus), "language": language}
    return StyleProfile.made({"why": partial(_why, held, situation)}, fields)


def _why(held: Iterable[Rule], situation: Situation) -> tuple[Setting, ...]:
    return tuple(
        Setting(field=field, value=shown_value(value), rule=rule.id, because=rule.when.because(situation))
        for rule in held
        for field, value in {**rule.settings, **({"focus": rule.focus} if rule.focus else {})}.items()
    )


def shown_value(value: Any) -> str:
    """Return the value of a field as text, as rules write it."""
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(value) if isinstance(value, tuple) else str(value)
