"""A row of a file as a message to read: which of its fields count, and how it appears in the results."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, get_args

from pydantic import BaseModel

from ..argument_errors import ArgumentTypeError, ArgumentValueError
from ..errors import MessageSourceError
from ..files.fingerprint import digest
from ..message import Channel, Customer, Message

TEXT = "text"
ANSWERING = "personalize"
_NAMES = {"analyze": "analysis", ANSWERING: "result"}
OWN_OPTIONS = ("customer", "facts")
"""Fields of a row that only answering takes; each is an object."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        number: its number in the file, from 1.
        id: its `id`, where it has one.
        message: what is read, or why the row holds no message.
        options: `customer` and `facts` of this message alone, or what is wrong with them: only answering takes them.
    """

    number: int
    id: Any
    message: Message | MessageSourceError
    options: Mapping[str, Any] | MessageSourceError = field(default_factory=dict)

    def readable(self) -> Message:
        """Return the message.

        Raises:
            MessageSourceError: the row holds none.
        """
        if isinstance(self.message, MessageSourceError):
            raise self.message
        return self.message

    def own_options(self) -> Mapping[str, Any]:
        """Return the options of this message alone.

        Raises:
            MessageSourceError: the fields that they are made of are not what they have to be.
        """
        if isinstance(self.options, MessageSourceError):
            raise self.options
        return self.options


def row_of(fields: Any, number: int, *, text_field: str, source: str) -> Row:
    """Return the row for what stands in a file; what is wrong with it becomes its error."""
    try:
        if not isinstance(fields, Mapping):
            raise _wrong("is not an object with fields", source)
        return Row(number, fields.get("id"), _message(fields, text_field, source), _told_options(fields, source))
    except MessageSourceError as error:
        return Row(number, fields.get("id") if isinstance(fields, Mapping) else None, error)


def _message(fields: Mapping[str, Any], text_field: str, source: str) -> Message:
    if text_field not in fields:
        # A name may have several lines.
        there = ", ".join(" ".join(str(name).split()) for name in fields) or "none"
        raise _wrong(f"has no field '{text_field}'; name the one with the message: --field …. Fields: {there}", source)
    text = fields[text_field]
    if text is not None and not isinstance(text, str):
        raise _wrong(f"'{text_field}' holds {type(text).__name__}, not text", source)
    return Message(
        text=text or "",
        subject=_text(fields.get("subject")),
        locale=_text(fields.get("locale")),
        channel=_channel(fields.get("channel")),
    )


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _channel(value: Any) -> Any:
    """Return a channel that tonekit knows; files have all kinds of columns of that name."""
    named = value.strip().lower() if isinstance(value, str) else None
    return named if named in get_args(Channel) else None


def _told_options(fields: Mapping[str, Any], source: str) -> dict[str, Any] | MessageSourceError:
    try:
        return _options(fields, source)
    except MessageSourceError as error:
        return error


def _options(fields: Mapping[str, Any], source: str) -> dict[str, Any]:
    given = {name: _object(fields.get(name)) for name in OWN_OPTIONS}
    given = {name: value for name, value in given.items() if value is not None}
    for name, value in given.items():
        if not isinstance(value, Mapping):
            hint = 'write it as JSON, such as {"name": …}, or call the field otherwise'
            raise _wrong(f"'{name}' is not an object with fields; {hint}", source)
    try:
        return {name: Customer(**value) if name == "customer" else value for name, value in given.items()}
    except (ArgumentTypeError, ArgumentValueError) as error:
        raise _wrong(str(error), source) from error


def _object(value: Any) -> Any:
    """Return an object that a cell of a table holds as JSON; nothing for an empty cell, all else as it is.

    A map of Parquet comes as pairs.
    """
    if isinstance(value, list) and value and all(isinstance(pair, tuple) for pair in value):
        return dict(value)
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def _wrong(problem: str, source: str) -> MessageSourceError:
    return MessageSourceError(problem, source=source)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file of results, without its end, and whether it says an error."""

    text: str
    failed: bool = False


@dataclass(frozen=True)
class LineOf:
    """Turns a row into the line of its result. It travels to worker processes, so that results come back as text.

    Args:
        method: `analyze` or `personalize` of a toolkit.
        options: for all messages.
        key: hash of the options, which stands in every line: results made in another way are not gone on with.
        exclude: what is left out of each result, as pydantic takes it.
    """

    method: Callable[..., Any]
    options: Mapping[str, Any]
    key: str
    exclude: Any = None

    @property
    def name(self) -> str:
        """The key of the result in the line."""
        return _NAMES[self.method.__name__]

    def __call__(self, row: Row) -> Line:
        """Return the line; what fails is said in it."""
        try:
            own = row.own_options() if self.method.__name__ == ANSWERING else {}
            made = self.method(row.readable(), **{**self.options, **own})
            return Line(f'{_head(row, self.key)[:-1]}, "{self.name}": {made.model_dump_json(exclude=self.exclude)}}}')
        except Exception as error:  # noqa: BLE001 - it becomes the line of this message, and the next one is read
            return error_line(row, error, key=self.key)


def options_key(options: Mapping[str, Any], *, text_field: str) -> str:
    """Return a short hash of what is the same for all messages of a run: options, and the field that is read."""
    return digest([text_field, json.dumps(options, default=_plain)])


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else str(value)


def error_line(row: Row, error: Exception, *, key: str) -> Line:
    """Return the line of a row that has no result."""
    said = json.dumps({"type": type(error).__name__, "message": str(error)})
    return Line(f'{_head(row, key)[:-1]}, "error": {said}}}', failed=True)


def _head(row: Row, key: str) -> str:
    # A column of numbers with a gap has a NaN there, which is none in JSON.
    unnamed = row.id is None or (isinstance(row.id, float) and not isfinite(row.id))
    head = {"row": row.number, "options": key} if unnamed else {"row": row.number, "id": row.id, "options": key}
    return json.dumps(head, default=str)
