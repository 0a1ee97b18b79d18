"""Base of models that developers fill in: a field that does not fit raises our own error, as a wrong argument does."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import Any, NoReturn

from pydantic import BaseModel, ValidationError, ValidationInfo, field_validator

from ..argument_errors import ArgumentTypeError, ArgumentValueError
from ..errors import ToneKitError
from .plain_problems import plain_problem
from .shown_model import ShownModel

_TYPES = {
    "string_type": "a str",
    "datetime_type": "a datetime",
    "bool_type": "a bool",
    "dict_type": "a dict",
    "tuple_type": "a list or a tuple",
}
"""What pydantic finds missing, in the words of `ArgumentTypeError`."""
_MOMENT = "datetime"
_MISSING = "a cell without a value is None here"


class InputModel(ShownModel):
    """A frozen model whose constructor raises errors of tonekit.

    pydantic's own error stays where pydantic is asked: `model_validate`, data files, and web frameworks, which make the
    answer to a wrong request of it.
    """

    @field_validator("*", mode="before")
    @classmethod
    def _decoded(cls, given: Any, field: ValidationInfo) -> Any:
        # pydantic decodes bytes as UTF-8 without a word, which is what nobody knows of a mail.
        # A subclass may have fields of its own that hold bytes, such as the raw mail.
        if isinstance(given, (bytes, bytearray)) and field.field_name in _texts_of(cls):
            raise ValueError("needs a text; decode the bytes first")
        return given

    def __init__(self, *unnamed: object, **fields: Any) -> None:
        """Check the fields and keep them.

        Raises:
            ArgumentTypeError: a field is something else altogether, or given without its name.
            ArgumentValueError: a field is missing or unknown, or has a value that it cannot have.
        """
        if unnamed:
            raise _without_name(type(self), unnamed[0])
        try:
            super().__init__(**fields)
        except ValidationError as error:
            _raise(type(self), error)

    # Without it pydantic calls the constructor for models inside others, too, and cannot tell where they stand.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]
    # What `help` and a console show: fields have names, whatever is caught above.
    __init__.__signature__ = Signature(  # type: ignore[attr-defined]
        [Parameter("self", Parameter.POSITIONAL_ONLY), Parameter("fields", Parameter.VAR_KEYWORD)]
    )


def _texts_of(model: type[BaseModel]) -> set[str]:
    """Return the fields of a model that hold a text."""
    return {name for name, field in model.model_fields.items() if field.annotation in (str, str | None)}


def _without_name(model: type[BaseModel], given: object) -> ArgumentTypeError:
    """Return the error for a field by its place; Python's own would name a class that nobody has heard of."""
    name = model.__name__
    return ArgumentTypeError(name, f"made of named fields, such as {name}({next(iter(model.model_fields))}=…)", given)


def _raise(model: type[BaseModel], error: ValidationError) -> NoReturn:
    # A misspelt name tells more than that the right one is missing.
    problems = sorted(error.errors(include_url=False), key=lambda problem: problem["type"] != "extra_forbidden")
    first, *more = [_as_ours(model, problem) for problem in problems]
    first.more = tuple(more)
    raise first from None


def _as_ours(model: type[BaseModel], problem: Any) -> ToneKitError:
    place = model.__name__ + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in problem["loc"])
    kind, context = problem["type"], problem.get("ctx", {})
    if isinstance(problem["input"], float) and problem["input"] != problem["input"]:
        return ArgumentTypeError(place, _TYPES.get(kind, "a value"), problem["input"], hint=_MISSING)
    if isinstance(problem["input"], (bytes, bytearray)):
        return ArgumentTypeError(place, "a str", problem["input"])
    needed = f"a {context.get('class_name')}" if kind == "model_type" else _TYPES.get(kind)
    if needed:
        return ArgumentTypeError(place, needed, problem["input"])
    if kind == "too_short":
        return ArgumentValueError(place, "needs at least one entry")
    if kind.startswith(_MOMENT):
        return ArgumentValueError(place, "needs a datetime, or a text such as '2026-05-04T09:30:00+02:00'")
    return ArgumentValueError(place, plain_problem(problem, keys=tuple(model.model_fields)))
