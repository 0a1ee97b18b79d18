"""What may be given beside a message: the types of the options, and the check that what was given is of them.

A value of another type fails far from where it was given, or counts for nothing: the text `"example.com"` is an
iterable of hosts too, of eleven hosts of one letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from typing import Any, SupportsIndex, TypedDict, get_args

from .argument_errors import ArgumentTypeError, ArgumentValueError
from .errors import UnknownNameError
from .message import Channel, Customer, Message, Thread
from .result import Result
from .settings import Brand

_CHANNELS = get_args(Channel)


class AnalyzeOptions(TypedDict, total=False):
    """The options of `ToneKit.analyze`."""

    locale: str | None


class PersonalizeOptions(TypedDict, total=False):
    """The options of `ToneKit.personalize`."""

    customer: Customer | None
    template: str | None
    prompt: str | None
    facts: Mapping[str, Any] | None
    locale: str | None
    channel: Channel | None
    brand: Brand | None
    recent: Sequence[str]


_TYPES: Mapping[str, tuple[type, ...]] = {
    "answer": (str,),
    "brand": (Brand,),
    "customer": (Customer,),
    "draft": (str,),
    "facts": (Mapping,),
    "language": (str,),
    "locale": (str,),
    "prompt": (str,),
    "result": (Result,),
    "template": (str,),
    "templates": (str, PathLike),
    "text": (str,),
    "weights": (str, PathLike),
}
_OPTIONAL = frozenset(
    {"brand", "customer", "facts", "language", "locale", "prompt", "template", "templates", "weights"}
)
_SINGLE = (str, bytes, Message, Thread)
"""Iterables that are one thing: a text of letters, a message of fields."""


def check_given(**given: object) -> None:
    """Check what a caller gave, by its name.

    Raises:
        ArgumentTypeError: it is something else altogether.
    """
    for name, value in given.items():
        if (value is not None or name not in _OPTIONAL) and not isinstance(value, _TYPES[name]):
            raise ArgumentTypeError(name, f"a {' or '.join(kind.__name__ for kind in _TYPES[name])}", value)


def check_channel(channel: object) -> None:
    """Check how a message came, where that is known.

    Raises:
        UnknownNameError: a channel that does not exist.
    """
    if channel is not None and channel not in _CHANNELS:
        raise UnknownNameError("channel", str(channel), available=_CHANNELS)


def check_several(name: str, several: object, *, required: bool = False) -> None:
    """Check that several were given, and not a single one.

    Args:
        name: the argument.
        several: what was given.
        required: whether the call needs the argument.

    Raises:
        ArgumentTypeError: it is a single one, or nothing that can be iterated.
    """
    if isinstance(several, (*_SINGLE, Mapping)) or not isinstance(several, Iterable):
        hint = "put a single one into brackets" if isinstance(several, _SINGLE) else ""
        if several is None and not required:
            hint = "leave it out"
        raise ArgumentTypeError(name, "a list or another iterable", several, hint=hint)


def texts(name: str, several: Iterable[str]) -> tuple[str, ...]:
    """Return several texts that a caller gave.

    Raises:
        ArgumentTypeError: it is a single one, or one of them is no text.
    """
    check_several(name, several)
    # An iterator is true whether or not it holds anything, and can be gone through once.
    taken = tuple(several)
    for place, each in enumerate(taken):
        if not isinstance(each, str):
            raise ArgumentTypeError(f"{name}[{place}]", "a str", each)
    return taken


def count_of(name: str, number: object, *, what: str) -> int:
    """Return a whole number that a caller gave.

    Raises:
        ArgumentTypeError: it is no whole number.
        ArgumentValueError: it is negative.
    """
    if isinstance(number, bool) or not isinstance(number, SupportsIndex):
        raise ArgumentTypeError(name, f"a whole number, {what}", number)
    if (whole := number.__index__()) < 0:
        raise ArgumentValueError(name, f"is {what}, not {whole}")
    return whole
