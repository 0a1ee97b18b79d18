"""The options that may accompany a message: their types, and the checks that callers use the right ones.

A value of another type would fail far from where it was passed, or silently do nothing: the text `"example.com"` is
also an iterable of eleven hosts, one letter each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import index
from os import PathLike
from typing import Any, SupportsIndex, TypedDict, get_args

from .argument_errors import ArgumentTypeError, ArgumentValueError
from .errors import UnknownNameError
from .message import Channel, Customer, Message, Thread
from .result import Result
from .settings import Brand

_CHANNELS = get_args(Channel)
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*")


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
    style: Mapping[str, Any] | None


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
    "style": (Mapping,),
    "template": (str,),
    "templates": (str, PathLike),
    "text": (str,),
    "today": (date,),
    "weights": (str, PathLike),
}
_OPTIONAL = frozenset(
    {"brand", "customer", "facts", "language", "locale", "prompt", "style", "template", "templates", "today", "weights"}
)
_MODELS = frozenset({"brand", "customer"})
_SINGLE = (str, bytes, Message, Thread)
"""Iterables that are a single thing all the same: a text of letters, a message of fields."""


def check_given(**given: object) -> None:
    """Check the types of arguments, given by name.

    Raises:
        ArgumentTypeError: one has a type that its name does not allow.
    """
    for name, value in given.items():
        if (value is not None or name not in _OPTIONAL) and not isinstance(value, _TYPES[name]):
            kinds = " or ".join(kind.__name__ for kind in _TYPES[name])
            # What a web framework has parsed is a mapping.
            hint = f"make one of it with {kinds}(**…)" if name in _MODELS and isinstance(value, Mapping) else ""
            raise ArgumentTypeError(name, f"a {kinds}", value, hint=hint)


def check_channel(channel: object) -> None:
    """Check the channel that a message came through, if it is given.

    Raises:
        ArgumentTypeError: it is no text.
        UnknownNameError: there is no such channel.
    """
    if channel is None:
        return
    if not isinstance(channel, str):
        raise ArgumentTypeError("channel", "a str", channel)
    if channel not in _CHANNELS:
        raise UnknownNameError("channel", channel, available=_CHANNELS)


def check_several(name: str, several: object, *, required: bool = False) -> None:
    """Check that an argument is an iterable of things, rather than a single one.

    Args:
        name: of the argument.
        several: its value.
        required: whether the call needs the argument.

    Raises:
        ArgumentTypeError: the value is a single thing, or not iterable.
    """
    if isinstance(several, (*_SINGLE, Mapping)) or not isinstance(several, Iterable):
        hint = "put a single one into brackets" if isinstance(several, _SINGLE) else ""
        if several is None and not required:
            hint = "leave it out"
        raise ArgumentTypeError(name, "a list or another iterable", several, hint=hint)


def texts(name: str, several: Iterable[str]) -> tuple[str, ...]:
    """Return an argument that must be an iterable of texts as a tuple.

    Raises:
        ArgumentTypeError: it is a single text, or one of its items is not a text.
    """
    check_several(name, several)
    # An iterator is true even if it is empty, and can be consumed only once.
    taken = tuple(several)
    for place, each in enumerate(taken):
        if not isinstance(each, str):
            raise ArgumentTypeError(f"{name}[{place}]", "a str", each)
    return taken


def host_names(several: Iterable[str]) -> tuple[str, ...]:
    """Return the argument `hosts`, an iterable of names of hosts, as a tuple.

    Raises:
        ArgumentTypeError: it is a single text, or one of its items is not a text.
        ArgumentValueError: an item is an address, a pattern or blank: it would be no host of any link.
    """
    hosts = texts("hosts", several)
    for place, host in enumerate(hosts):
        if not _HOST.fullmatch(host):
            problem = f"needs the name of a host alone, such as www.example.com, not '{host}'"
            raise ArgumentValueError(f"hosts[{place}]", problem)
    return hosts


def count_of(name: str, number: object, *, what: str, most: int) -> int:
    """Return an argument that must be a whole number from 0 to `most`.

    Raises:
        ArgumentTypeError: it is not a whole number.
        ArgumentValueError: it is negative, or more than `most`.
    """
    wrong = ArgumentTypeError(name, f"a whole number, {what}", number)
    if isinstance(number, bool) or not isinstance(number, SupportsIndex):
        raise wrong
    try:
        whole = index(number)
    except TypeError:
        # Arrays have the method, and only those of a single number have an answer.
        raise wrong from None
    if whole < 0:
        raise ArgumentValueError(name, f"is {what}, not {whole}")
    if whole > most:
        raise ArgumentValueError(name, f"is {what}, {most} at most")
    return whole
