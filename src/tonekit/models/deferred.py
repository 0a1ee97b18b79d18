"""Fields of a result that are computed on first access, because most callers never read them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from copy import deepcopy
from typing import Any, ClassVar, Protocol, Self, TypeVar

from pydantic import (
    BaseModel,
    GetJsonSchemaHandler,
    PrivateAttr,
    SerializerFunctionWrapHandler,
    model_serializer,
)

from .shown_model import ShownModel

Model = TypeVar("Model", bound=BaseModel)
_new = object.__new__
_set = object.__setattr__


def unchecked(model: type[Model], fields: dict[str, Any], *, private: dict[str, Any] | None = None) -> Model:
    """Return a model made of `fields` without validation: our own values need no second check.

    Args:
        model: any frozen model.
        fields: all of its fields, in order; the dictionary becomes the model's own.
        private: its private attributes, if it has any.
    """
    made = _new(model)
    # What pydantic's model_construct does, in a fraction of its time.
    _set(made, "__dict__", fields)
    _set(made, "__pydantic_fields_set__", set(fields))
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", private)
    return made


class Makers(Protocol):
    """Late field → what computes it; a mapping is one."""

    def get(self, name: str, /) -> Callable[[], Any] | None:
        """Return what computes a field."""


class Deferred(ShownModel):
    """A frozen model with fields that may be computed late.

    From outside it is a model like any other: reading, comparing, copying, pickling, `model_dump` and JSON see the
    values. Two threads that read at the same time both compute the value.

    Attributes:
        late: the fields that may be computed late.
    """

    late: ClassVar[tuple[str, ...]] = ()
    _every_field: ClassVar[set[str]] = set()

    _makers: Makers = PrivateAttr(default_factory=dict[str, Callable[[], Any]])

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        # One set for all instances: a frozen model never adds to its own.
        super().__pydantic_init_subclass__(**kwargs)
        cls._every_field = set(cls.model_fields)

    @classmethod
    def made(cls, makers: Makers, fields: dict[str, Any]) -> Self:
        """Return the model made of `fields`, unchecked, and of what `makers` compute on first access.

        Args:
            makers: late field → what computes it.
            fields: all others; the dictionary becomes the model's own.
        """
        made = _new(cls)
        # What pydantic's model_construct does, which would take longer than writing the reply itself.
        _set(made, "__dict__", fields)
        _set(made, "__pydantic_fields_set__", cls._every_field)
        _set(made, "__pydantic_extra__", None)
        _set(made, "__pydantic_private__", {"_makers": makers})
        return made

    def will_make(self, makers: Makers) -> None:
        """Set what computes the late fields that the model was made without."""
        _set(self, "__pydantic_private__", {"_makers": makers})

    def __getattr__(self, name: str) -> Any:
        # Called only for attributes that do not exist yet.
        if name in type(self).late:
            # Where pydantic keeps `_makers`: asking it for them takes longer than computing most values.
            private = self.__pydantic_private__ or {}
            if make := private.get("_makers", {}).get(name):
                value = self.__dict__[name] = make()
                return value
        # pydantic hides it from type checkers
        return super().__getattr__(name)  # type: ignore[misc]

    def _whole(self) -> Self:
        """Return the model with everything computed, the fields in their order."""
        if any(name not in self.__dict__ for name in self.late):
            values = {name: getattr(self, name) for name in type(self).model_fields}
            object.__setattr__(self, "__dict__", values)
        return self

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self._whole().__dict__ == other._whole().__dict__

    def __hash__(self) -> int:
        return hash(tuple(value for name, value in self._whole().__dict__.items() if name not in self.late))

    def __iter__(self) -> Generator[tuple[str, Any], None, None]:  # noqa: PYI058 - as the base class declares it
        yield from self._whole().__dict__.items()

    def __getstate__(self) -> dict[Any, Any]:
        state = self._whole().__dict__
        return {**super().__getstate__(), "__dict__": state, "__pydantic_private__": {"_makers": {}}}

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        # As a pickle: what computes the late fields holds compiled templates and readers, which cannot be copied.
        copied = _new(type(self))
        copied.__setstate__(deepcopy(self.__getstate__(), memo))
        return copied

    def __repr_args__(self) -> Any:
        self._whole()
        return super().__repr_args__()

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        # The serializer below only computes what is late. pydantic cannot know that, and would say "any object" to
        # OpenAPI, which shows what a service answers with.
        return handler(_without_serializer(core_schema))

    @model_serializer(mode="wrap")
    def _serialized(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        serialized: dict[str, Any] = handler(self._whole())
        return serialized


def _without_serializer(core_schema: Any) -> Any:
    return {key: value for key, value in core_schema.items() if key != "serialization"}
