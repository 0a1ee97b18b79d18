"""Style and labels as people write them in YAML: checked, and turned into values."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from ...conditions.situation import READ_NAMES
from ...files.datafile import DataFile, Place
from ...models.plain_problems import plain_problem
from ...profile import Style

_NUMBERS = ("contact_count", "waited_days", "tried_count")
_LISTS = ("threats", "alerts", "topics")
TRUTH: Mapping[str, bool] = {"true": True, "false": False}


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
        problem = (
            plain_problem(first) if known else f"there is no style field '{field}'{_near(field, Style.model_fields)}"
        )
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
                raise file.error(f"'{name}' cannot be '{each}'; it is one of {', '.join(values)}", (*place, name))
        if name in _NUMBERS and not is_number(value):
            raise file.error(f"'{name}' is a number, not '{value}'", (*place, name))


def label_value(name: str, value: Any) -> Any:
    """Return the value that a label, fact or name of the customer has in a situation."""
    if name in _NUMBERS:
        return as_number(value)
    if name in _LISTS:
        return tuple(value) if isinstance(value, list) else (value,)
    return TRUTH.get(value, value) if name == "emoji" else value


def is_number(value: Any) -> bool:
    """Return whether a value of YAML can be read as a number."""
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True


def as_number(value: Any) -> int | float:
    """Return a value of YAML as a number."""
    number = float(value)
    return int(number) if number.is_integer() else number


def _near(name: str, known: Mapping[str, Any]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"; did you mean '{close[0]}'?" if close else f"; known: {', '.join(known)}"
