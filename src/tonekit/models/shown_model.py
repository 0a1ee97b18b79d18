"""The base of models that developers look at in a console, a debugger or a failing test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .frozen_model import FrozenModel

_DIGITS = 3
_SHOWN = 3
_UNSHOWN = frozenset(
    "construct copy dict from_orm json late made made_of material model_computed_fields model_construct model_extra"
    " model_fields model_parametrized_name model_post_init model_rebuild parse_file parse_obj parse_raw schema"
    " schema_json update_forward_refs validate will_make".split()
)
"""What a console does not offer: names that pydantic has given up, and what is ours alone."""


class ShownModel(FrozenModel):
    """A frozen model that prints what it has to say: no optional field that is None or empty, no tail of digits."""

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        fields = type(self).model_fields
        for name, value in super().__repr_args__():
            required = name in fields and fields[name].is_required()
            if required or (value is not None and value not in ("", (), {})):
                yield name, _rounded(value)

    def __dir__(self) -> list[str]:
        # What completion offers; fields that are computed late are in no dictionary yet.
        return sorted({*super().__dir__(), *type(self).model_fields} - _UNSHOWN)

    def __str__(self) -> str:
        # pydantic leaves the name of the class out, so that two models in one line run into each other.
        return repr(self)


class Brief(str):
    """A text that stands in a `repr` as it is, without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def brief(texts: Iterable[str], *, count: int) -> Brief:
    """Return how many things there are, and the first of them in words."""
    words = [word for word in dict.fromkeys(texts) if word]
    first = ", ".join(map(repr, words[:_SHOWN]))
    rest = ", …" if count > min(len(words), _SHOWN) else ""
    return Brief(f"<{count}{first and f': {first}{rest}'}>")


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return value
