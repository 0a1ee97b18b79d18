"""Fields of the style that a person chose for one answer, such as a colleague who wants it shorter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from ..argument_errors import ArgumentTypeError, ArgumentValueError
from ..errors import UnknownNameError
from ..models.plain_problems import plain_problem
from ..profile import Setting, Style, StyleProfile
from .choosing import shown_value

CALLER = "caller"
"""What stands in `StyleProfile.why` in place of a rule."""


def as_wished(profile: StyleProfile, wishes: Mapping[str, Any] | None) -> StyleProfile:
    """Return a profile with the fields that somebody chose; they outrank the rules, and `why` says so.

    Raises:
        ArgumentTypeError: the name of a field is no text.
        UnknownNameError: there is no such field.
        ArgumentValueError: a field has no such value.
    """
    if not wishes:
        return profile
    chosen = _checked(wishes)
    why = tuple(Setting(field=name, value=shown_value(value), rule=CALLER) for name, value in chosen.items())
    return StyleProfile.made({"why": lambda: profile.why + why}, {**_fields(profile), **chosen})


def _fields(profile: StyleProfile) -> dict[str, Any]:
    return {name: getattr(profile, name) for name in StyleProfile.model_fields if name not in StyleProfile.late}


def _checked(wishes: Mapping[str, Any]) -> dict[str, Any]:
    for name in wishes:
        if not isinstance(name, str):
            raise ArgumentTypeError("the name of a field of the style", "a str", name)
        if name not in Style.model_fields:
            raise UnknownNameError("field of the style", name, available=Style.model_fields)
    try:
        style = Style.model_validate(dict(wishes))
    except ValidationError as error:
        problem: Any = error.errors(include_url=False)[0]
        raise ArgumentValueError(f"style['{problem['loc'][0]}']", plain_problem(problem)) from None
    return {name: getattr(style, name) for name in wishes}
