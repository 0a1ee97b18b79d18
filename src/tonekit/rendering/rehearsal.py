"""Render without a message: style, labels and facts as people write them in YAML make an occasion."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ..conditions import Observed
from ..datafile import DataFile, Place, plain_problem
from ..profile import Style, StyleProfile
from ..situation import NEUTRAL_LABELS, READ_NAMES, with_style
from .inputs import fact_slots
from .occasion import Occasion

if TYPE_CHECKING:
    from .contract import Contract

_NUMBERS = ("contact_count", "waited_days", "tried_count")
_LISTS = ("threats",)
_FROM_LABELS = ("contact_count", "waited", "deadline")
"""Labels that templates can print as `reading.…`."""
_TRUTH = {"true": True, "false": False}


def check_style(profile: Mapping[str, Any], file: DataFile, place: Place) -> None:
    """Check the fields of a style.

    Raises:
        DataFileError: a field or value that does not exist.
    """
    try:
        Style.model_validate(profile)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = str(first["loc"][0])
        known = field in Style.model_fields
        problem = plain_problem(first) if known else f"there is no style field '{field}'{_near(field, Style.model_fields)}"
        raise file.error(problem, (*place, field)) from error


def check_labels(labels: Mapping[str, Any], file: DataFile, place: Place) -> None:
    """Check what is said to be read of a message.

    Raises:
        DataFileError: a name or label that does not exist.
    """
    for name, value in labels.items():
        if name not in READ_NAMES:
            raise file.error(f"nothing is called '{name}'{_near(name, READ_NAMES)}", (*place, name))
        values = READ_NAMES[name]
        for each in value if isinstance(value, list) else [value]:
            if values is not None and each not in values:
                raise file.error(f"'{name}' is never '{each}'; it is one of {', '.join(values)}", (*place, name))
        if name in _NUMBERS and not _is_number(value):
            raise file.error(f"'{name}' is a number, not '{value}'", (*place, name))


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
    read = {**NEUTRAL_LABELS, **{name: _value(name, value) for name, value in labels.items()}}
    situation = {name: _observed(name, value) for name, value in read.items()}
    slots = {path: _typed(value, contract, path) for path, value in fact_slots(facts).items()}
    situation |= {path: Observed(value) for path, value in slots.items() if path in READ_NAMES}
    reading = {f"reading.{name}": read[name] for name in (*NEUTRAL_LABELS, *_FROM_LABELS) if name in read}
    return Occasion({**reading, **slots}, with_style(situation, style), style, key)


def _observed(name: str, value: Any) -> Observed:
    return Observed(value, 1.0, {value: 1.0}) if name in NEUTRAL_LABELS else Observed(value)


def _value(name: str, value: Any) -> Any:
    if name in _NUMBERS:
        return _number(value)
    if name in _LISTS:
        return tuple(value) if isinstance(value, list) else (value,)
    return _TRUTH.get(value, value) if name == "emoji" else value


def _typed(value: Any, contract: Contract, path: str) -> Any:
    declared = contract.file.inputs.get(path)
    if declared and declared.type == "number" and _is_number(value):
        return _number(value)
    if declared and declared.type == "flag" and isinstance(value, str):
        return _TRUTH.get(value, value)
    return value


def _is_number(value: Any) -> bool:
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True


def _number(value: Any) -> int | float:
    number = float(value)
    return int(number) if number.is_integer() else number


def _near(name: str, known: Mapping[str, Any]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"; did you mean '{close[0]}'?" if close else f"; known: {', '.join(known)}"
