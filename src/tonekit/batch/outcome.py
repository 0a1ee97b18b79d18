"""What became of one message of a stream: a result, or the error that stood in its way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from ..incoming import Incoming

Made = TypeVar("Made")


class Outcome(Generic[Made]):
    """One message of a stream with its result or its error; exactly one of the two is there.

    What comes from a worker process is unpacked when `result` is first read, and its evidence is computed when that is
    read: who does not look does not pay.

    Attributes:
        index: place of the message in the stream, from 0.
        message: the message, as it was given.
        error: why there is no result, or None.
    """

    __slots__ = ("_result", "_unpack", "error", "index", "message")

    def __init__(
        self,
        index: int,
        message: Incoming,
        *,
        result: Made | None = None,
        unpack: Callable[[], Made] | None = None,
        error: Exception | None = None,
    ) -> None:
        self.index = index
        self.message = message
        self.error = error
        self._result = result
        self._unpack = unpack

    @property
    def result(self) -> Made | None:
        """The result, or None if there is an error."""
        if self._unpack is not None:
            self._result = self._unpack()
            self._unpack = None
        return self._result

    def unwrap(self) -> Made:
        """Return the result.

        Raises:
            Exception: the error, where there is one.
        """
        if self.error is not None:
            raise self.error
        result: Any = self.result
        made: Made = result
        return made

    def __repr__(self) -> str:
        said = f"error={self.error!r}" if self.error is not None else "done"
        return f"<Outcome {self.index}: {said}>"
