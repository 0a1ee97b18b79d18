"""What may be given beside a message: the types of the options, and the check that what was given is of them.

A value of another type fails far from where it was given, or counts for nothing: the text `"example.com"` is an
iterable of hosts too, of eleven hosts of one letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict, get_args

from .errors import DataFileError, UnknownNameError
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


_NEEDED: Mapping[str, type] = {"answer": str, "draft": str, "result": Result, "text": str}
_TYPES: Mapping[str, type] = {
    **_NEEDED,
    "brand": Brand,
    "customer": Customer,
    "facts": Mapping,
    "locale": str,
    "prompt": str,
    "template": str,
}
_SEVERAL = frozenset({"hosts", "languages", "messages", "recent"})
_SINGLE = (str, bytes, Message, Thread, Mapping)
"""Iterables that are one thing: a text of letters, a message of fields."""


def check_given(**given: object) -> None:
    """Check what a caller gave, by its name.

    Raises:
        TypeError: it is something else altogether.
        UnknownNameError: a channel that does not exist.
    """
    for name, value in given.items():
        if value is None and name not in _NEEDED:
            continue
        if name in _SEVERAL:
            _check_several(name, value)
        elif name == "channel":
            _check_channel(value)
        elif not isinstance(value, _TYPES[name]):
            raise TypeError(f"{name} is a {_TYPES[name].__name__}, not {type(value).__name__}")


def check_toolkit(*, templates: str | Path | None, languages: Iterable[str] | None) -> tuple[str, ...] | None:
    """Return the languages of a toolkit, None for all; check what it is built from, as far as no file has to be read.

    Raises:
        TypeError: `languages` is a single text.
        ValueError: `languages` is empty.
        DataFileError: `templates` is empty.
    """
    if templates == "":
        # A variable that was never set; pathlib takes it for the current folder, and whatever lies there.
        raise DataFileError("is not what an empty name means; give the folder of your templates", path=Path())
    check_given(languages=languages)
    # An iterator is true whether or not it holds anything, and can be gone through once.
    chosen = None if languages is None else tuple(languages)
    if chosen == ():
        raise ValueError("languages is empty; name at least one language pack, or leave it out for all of them")
    return chosen


def _check_several(name: str, value: object) -> None:
    if isinstance(value, _SINGLE) or not isinstance(value, Iterable):
        kind = type(value).__name__
        raise TypeError(f"{name} is a list or another iterable, not {kind}; put a single one into brackets")


def _check_channel(value: object) -> None:
    if value not in _CHANNELS:
        raise UnknownNameError("channel", str(value), available=_CHANNELS)
