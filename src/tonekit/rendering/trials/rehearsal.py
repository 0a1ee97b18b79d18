"""Render without a message: style, labels and facts as people write them in YAML make an occasion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...conditions.condition import Observed
from ...conditions.situation import NEUTRAL_LABELS, READ_NAMES, with_style
from ...profile import Style, StyleProfile
from ..contracts.contract import Contract
from ..contracts.inputs import fact_slots
from ..contracts.written_values import TRUTH, as_number, is_number, label_value
from ..occasion import Occasion

_FROM_LABELS = ("contact_count", "waited", "deadline")
"""Labels that templates can print as `reading.…`."""


def rehearse(
    contract: Contract,
    *,
    language: str,
    profile: Mapping[str, Any],
    labels: Mapping[str, Any],
    facts: Mapping[str, Any],
    key: str,
) -> Occasion:
    """Return the occasion in which a template is rendered with these values.

    Args:
        contract: the template; its types decide how facts are read.
        language: language of the text.
        profile: fields of the style.
        labels: what was read; a dimension that is not named has its neutral label.
        facts: inputs by dotted path or in groups; texts stand for numbers and truth values where the type is such.
        key: the conversation; alternatives vary with it.
    """
    style = StyleProfile(language=language, **Style.model_validate(profile).model_dump())
    read = {**NEUTRAL_LABELS, **{name: label_value(name, value) for name, value in labels.items()}}
    situation = {name: _observed(name, value) for name, value in read.items()}
    slots = {path: _typed(value, contract, path) for path, value in fact_slots(facts).items()}
    situation |= {path: Observed(value) for path, value in slots.items() if path in READ_NAMES}
    reading = {f"reading.{name}": read[name] for name in (*NEUTRAL_LABELS, *_FROM_LABELS) if name in read}
    return Occasion({**reading, **slots}, with_style(situation, style), style, key)


def _observed(name: str, value: Any) -> Observed:
    return Observed(value, 1.0, {value: 1.0}) if name in NEUTRAL_LABELS else Observed(value)


def _typed(value: Any, contract: Contract, path: str) -> Any:
    declared = contract.file.inputs.get(path)
    if declared and declared.type == "number" and is_number(value):
        return as_number(value)
    if declared and declared.type == "flag" and isinstance(value, str):
        return TRUTH.get(value, value)
    return value
