"""An attribute that is computed when it is first read, for objects that are made anew for every message."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

from .garbage_collection import uncollected

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 - used as `property` is
    """Computes an attribute when it is first read, and keeps it with the object.

    As `functools.cached_property` is from Python 3.12 on: the lock that it takes in 3.11, one for all objects, costs
    more than what is computed here. Two threads that read at once compute the same value twice.

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
    """Computes an attribute as `once` does, for objects that threads share and for what takes long, such as a table.

    Threads that read at once wait for one of them, and so does a fork: the lock of `functools.cached_property` in
    Python 3.11 stays held in a process that is forked meanwhile.
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
