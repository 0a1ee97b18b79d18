"""Results on their way between processes: what is computed late is not sent, but computed where it is read.

The evidence of a message is some hundred objects, and takes longer to send than to find. The same message gets the same
answer in every process, so who reads evidence here has the message read once more here.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any, get_args

from pydantic import BaseModel

from ..models.deferred import Deferred, unchecked

Path = tuple[str | int, ...]
"""Names of fields and places in tuples that lead from a result to a value inside it."""


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
    result = pickle.loads(packed)  # noqa: S301 - from a process that we started, by a pipe that nobody else has
    if isinstance(result, BaseModel):
        _give_makers(result, _Once(again))
    return result


class _WithoutLate(pickle.Pickler):
    """Leaves late fields out, computed or not, and sends of models nothing but their fields."""

    def reducer_override(self, value: Any) -> Any:
        if not isinstance(value, BaseModel):
            return NotImplemented
        if isinstance(value, Deferred):
            sent = {name: each for name, each in value.__dict__.items() if name not in value.late}
            return type(value).made, ({}, sent)
        if value.__pydantic_private__ or value.__pydantic_extra__:
            return NotImplemented
        # It was checked when it was made; pydantic's own way takes twice as long.
        return unchecked, (type(value), value.__dict__)


class _Once:
    """Calls when it is first needed, and keeps what came out."""

    def __init__(self, again: Callable[[], Any]) -> None:
        self._again = again
        self._made: tuple[Any, ...] = ()

    def at(self, path: Path) -> Any:
        """Return what stands at a path of the result."""
        if not self._made:
            self._made = (self._again(),)
        value = self._made[0]
        for name in path:
            value = value[name] if isinstance(name, int) else getattr(value, name)
        return value


class _Makers(Mapping[str, Callable[[], Any]]):
    """Makes the late fields of a model that stands at a path of the result: one object for all of them."""

    def __init__(self, late: tuple[str, ...], once: _Once, path: Path) -> None:
        self._late = late
        self._once = once
        self._path = path

    def __getitem__(self, name: str) -> Callable[[], Any]:
        return partial(self._once.at, (*self._path, name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._late)

    def __len__(self) -> int:
        return len(self._late)

    def __contains__(self, name: object) -> bool:
        return name in self._late


def _give_makers(model: BaseModel, once: _Once, path: Path = ()) -> None:
    """Give a model, and the models inside it, what computes the late fields that were not sent."""
    if isinstance(model, Deferred):
        model.will_make(_Makers(model.late, once, path))
    for name in _leading(type(model)):
        value = model.__dict__[name]
        if isinstance(value, BaseModel):
            _give_makers(value, once, (*path, name))
        elif isinstance(value, tuple):
            for place, each in enumerate(value):
                _give_makers(each, once, (*path, name, place))


@lru_cache(maxsize=64)
def _leading(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields that are sent and may hold a model with late fields, at whatever depth."""
    late = kind.late if issubclass(kind, Deferred) else ()
    fields = kind.model_fields.items()
    return tuple([name for name, field in fields if name not in late and _leads(field.annotation)])


def _leads(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return issubclass(annotation, Deferred) or bool(_leading(annotation))
    return any(map(_leads, get_args(annotation)))
