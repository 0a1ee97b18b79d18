"""Attributes that are computed on first access: `once` for objects of one message, `loaded` for shared ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

from .garbage_collection import uncollected

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 - used as `property` is
    """Computes an attribute on first access and keeps it with the object.

    Works as `functools.cached_property` does from Python 3.12 on. In 3.11 that takes one lock for all objects, which
    costs more than what is computed here. Two threads that read at the same time both compute the value.

    Args:
        make: computes the value.
    """

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> once[Value]: ...

    @overload
    def __get__(self, owner: object, kind: type) -> Value: ...

    def __get__(self, owner: object | None, kind: type) -> once[Value] | Value:
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._make(owner)
        return value


class loaded(once[Value]):  # noqa: N801 - used as `property` is
    """Computes an attribute as `once` does, for shared objects and values that take long to load, such as a table.

    Only one thread computes the value; others wait for it, and so does a fork. (The lock of
    `functools.cached_property` in Python 3.11 would stay held in a process forked in the meantime.)
    """

    @overload
    def __get__(self, owner: None, kind: type) -> once[Value]: ...

    @overload
    def __get__(self, owner: object, kind: type) -> Value: ...

    def __get__(self, owner: object | None, kind: type) -> once[Value] | Value:
        if owner is None:
            return self
        with uncollected():
            if self._name in owner.__dict__:
                kept: Value = owner.__dict__[self._name]
                return kept
            return super().__get__(owner, kind)
