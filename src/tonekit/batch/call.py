"""What is done with every message of a stream: a method with its options, which can be sent to another process."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import signature
from typing import Any, TypeVar

from ..argument_errors import ArgumentTypeError
from ..errors import ToneKitError, WorkerError
from ..incoming import Incoming

Made = TypeVar("Made")
Item = Incoming | tuple[Incoming, Mapping[str, Any]] | ToneKitError
"""A message, one with options of its own, `(message, {"customer": customer, "facts": facts})`, or why there is none.

Whoever reads files gives the error of a broken one in place of its message, and finds it among the outcomes.
"""


@dataclass(frozen=True)
class Call:
    """A method that takes a message, and the options that all messages share.

    Args:
        method: such as `ToneKit.analyze` of a toolkit; it travels as the configuration of its toolkit.
        options: keyword arguments of the method.
        repeatable: whether the same message gets the same result later too; not where templates are reloaded.

    Raises:
        TypeError: the method has no such option.
    """

    method: Callable[..., Any]
    options: Mapping[str, Any]
    repeatable: bool = True

    def __post_init__(self) -> None:
        signature(self.method).bind("", **self.options)

    def __call__(self, item: Any) -> Any:
        """Return the result for a message; options of its own outrank the shared ones.

        Raises:
            ToneKitError: the item, where it is an error.
        """
        if isinstance(item, ToneKitError):
            raise item
        message, own = parts_of(item)
        return self.method(message, **{**self.options, **own})


def parts_of(item: Any) -> tuple[Any, Mapping[str, Any]]:
    """Return the message of an item and its own options."""
    if not isinstance(item, tuple):
        return item, {}
    try:
        message, own = item
        return message, dict(own)
    except (TypeError, ValueError):
        needed = "a pair (message, {'option': value})"
        raise ArgumentTypeError("a message with options of its own", needed, item) from None


def message_of(item: Any) -> Any:
    """Return the message of an item, or the item itself where it is malformed."""
    return item[0] if isinstance(item, tuple) and item else item


def packed_call(call: Any) -> bytes:
    """Return a call, or a toolkit, as bytes for another process.

    Raises:
        WorkerError: it holds what cannot be sent.
    """
    try:
        return pickle.dumps(call, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise WorkerError(
            f"the toolkit cannot be sent to worker processes ({error}); give count_tokens and clock as functions that "
            "stand in a module, or read with workers=0"
        ) from error


def packed_error(error: Exception) -> bytes:
    """Return an error as bytes, with its traceback as a note; one that cannot be sent as a WorkerError of its words."""
    error.add_note("".join(traceback.format_exception(error)).rstrip())
    try:
        packed = pickle.dumps(error, pickle.HIGHEST_PROTOCOL)
        pickle.loads(packed)  # noqa: S301 - just made
    except Exception:  # noqa: BLE001 - foreign errors fail in any way when they are pickled
        return pickle.dumps(WorkerError(f"{type(error).__name__}: {error}"))
    return packed
