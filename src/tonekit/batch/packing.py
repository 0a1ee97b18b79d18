"""Results on their way between processes: what is computed late is not sent, but computed where it is read.

The evidence of a message is some hundred objects, and takes longer to send than to find. The same message gets the same
answer in every process, so who reads evidence here has the message read once more here.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from functools import partial
from typing import Any

from pydantic import BaseModel

from ..deferred import Deferred


def pack(result: Any, *, whole: bool) -> bytes:
    """Return a result as bytes; with `whole`, late fields as well."""
    packed = io.BytesIO()
    pickler = pickle.Pickler if whole else _WithoutLate
    pickler(packed, pickle.HIGHEST_PROTOCOL).dump(result)
    return packed.getvalue()


def unpack(packed: bytes, again: Callable[[], Any]) -> Any:
    """Return a result.

    Args:
        packed: what `pack` made.
        again: makes the same result once more, for late fields that were not sent.
    """
    # It comes from a process that we started, through a pipe that nobody else has.
    result = pickle.loads(packed)  # noqa: S301
    if isinstance(result, BaseModel):
        _give_makers(result, _Once(again))
    return result


class _WithoutLate(pickle.Pickler):
    """Leaves late fields out, computed or not."""

    def reducer_override(self, value: Any) -> Any:
        if not isinstance(value, Deferred) or not value.late:
            return NotImplemented
        sent = {name: each for name, each in value.__dict__.items() if name not in value.late}
        return type(value).made, ({}, sent)


class _Once:
    """Calls when it is first needed, and keeps what came out."""

    def __init__(self, again: Callable[[], Any]) -> None:
        self._again = again
        self._made: tuple[Any, ...] = ()

    def at(self, path: tuple[str | int, ...]) -> Any:
        """Return what stands at a path of the result."""
        if not self._made:
            self._made = (self._again(),)
        value = self._made[0]
        for name in path:
            value = value[name] if isinstance(name, int) else getattr(value, name)
        return value


def _give_makers(model: BaseModel, once: _Once, path: tuple[str | int, ...] = ()) -> None:
    """Give every late field that is missing in a model, or in a model inside it, what computes it."""
    if isinstance(model, Deferred):
        missing = [name for name in model.late if name not in model.__dict__]
        model.will_make({name: partial(once.at, (*path, name)) for name in missing})
    for name, value in model.__dict__.items():
        if isinstance(value, BaseModel):
            _give_makers(value, once, (*path, name))
        elif isinstance(value, tuple) and value and isinstance(value[0], Deferred):
            for place, each in enumerate(value):
                _give_makers(each, once, (*path, name, place))
