"""A generator that several threads may use and close: `asyncio.to_thread` keeps running when its task is cancelled."""

from __future__ import annotations

from collections.abc import Generator
from threading import RLock
from types import TracebackType
from typing import Any, TypeVar

Made = TypeVar("Made")


class SharedGenerator(Generator[Made, None, None]):
    """Gives out what a generator yields; a thread waits until what another one has asked for is there.

    Args:
        inner: the generator; it is closed when this one is, or is forgotten.
    """

    def __init__(self, inner: Generator[Made, None, None]) -> None:
        self._inner = inner
        # Entered twice where the source of the items asks: Python's own error is better than to wait for oneself.
        self._turn = RLock()

    def send(self, value: None) -> Made:
        """Return the next item.

        Raises:
            StopIteration: there is none.
        """
        with self._turn:
            return self._inner.send(value)

    def throw(
        self,
        kind: type[BaseException] | BaseException,
        value: BaseException | object = None,
        traceback: TracebackType | None = None,
    ) -> Made:
        """Raise an error where the generator stands."""
        given: Any = kind if value is None and traceback is None else (value or kind)
        with self._turn:
            return self._inner.throw(given)

    def close(self) -> None:
        """End it, once what was asked for last is there."""
        with self._turn:
            self._inner.close()
