"""Files of labelled messages: JSON Lines or CSV, with the same fields in both.

    {"id": "m1", "text": "Still nothing.", "language": "en", "mood": "frustrated", "tags": ["reminder"]}

`text` is required, under this or another usual name. `language` and the dimensions of `docs/labels.md` are labels;
`template` and `profile.<field>` say what the answer should be; what is not given is not scored. `id` and `tags` name
the message and its groups.
docs/evaluate.md describes the format.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Container, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, Final, Literal

from ..analysis import LANGUAGE
from ..errors import DataFileError
from ..mails.columns import guessed_column
from ..models.plain_problems import meant_among
from .labelled_message import KEYS, UNLABELLED, FieldError, LabelledMessage, known_key, message_of
from .rows import Row, csv_rows, json_rows
from .text_lines import read_lines

__all__ = ["KEYS", "LANGUAGE", "LabelledMessage", "as_line", "passed_over", "read_labelled", "stream_labelled"]

_TEXT: Final = "text"
_ID: Final = "id"
_MOST_FURTHER = 20
"""Lines that are named beside the first that is wrong."""
_READERS = {".jsonl": json_rows, ".ndjson": json_rows, ".csv": csv_rows, ".tsv": csv_rows}


def read_labelled(path: Path) -> tuple[LabelledMessage, ...]:
    """Return the labelled messages of a file, in its order.

    Raises:
        DataFileError: as `stream_labelled`.
    """
    return tuple(stream_labelled(path))


def stream_labelled(
    path: Path, *, text: str | None = None, more: bool = False, labels: bool = True
) -> Iterator[LabelledMessage]:
    """Yield the labelled messages of a file, in its order; only one of them is in memory.

    Args:
        path: a file that ends in .jsonl, .ndjson, .csv or .tsv.
        text: the field that holds the message; by default that which is called as such fields usually are.
        more: whether the file may have fields that the format does not know; they are passed over.
        labels: whether labels are read; without, a file may hold anything under their names.

    Raises:
        DataFileError: the file cannot be read or holds no message; a line is not valid JSON or CSV; an unknown field or
            label; no text; an id of two messages. Each with line and column.
    """
    lines_of: dict[str, int] = {}
    rows, names = _rows_with_names(path, text), KEYS if labels else UNLABELLED
    for row, holding in rows:
        _check_fields(row, path, holding=holding, more=more)
        try:
            message = _message(row, holding, names)
        except FieldError as error:
            raise _mistake(error, row, path, holding, further=_wrong_lines(rows, names)) from error
        if holding.id and message.id in lines_of:
            # Of a ticket there may be several mails.
            message = replace(message, id=_further(message.id, lines_of))
        if message.id in lines_of:
            problem = f"the id '{message.id}' is already used in line {lines_of[message.id]}"
            raise DataFileError(problem, path=path, line=row.line, column=row.column("id"))
        lines_of[message.id] = row.line
        yield message
    if not lines_of:
        raise DataFileError("holds no messages", path=path)


def passed_over(path: Path, *, text: str | None = None) -> tuple[str, ...]:
    """Return the fields of a file that `more` passes over: among them may be a dimension that is misspelt.

    Args:
        path: a file that `stream_labelled` reads.
        text: the field that holds the message; by default as in `stream_labelled`.

    Raises:
        DataFileError: the file cannot be read, or is not valid JSON or CSV.
    """
    names: dict[str, None] = {}
    for row, holding in _rows_with_names(path, text):
        known = (*KEYS, holding.text, holding.id)
        names |= dict.fromkeys(name for name in row.fields if name not in known)
    return tuple(names)


def as_line(message: LabelledMessage) -> str:
    """Return a message as a line of JSON Lines, with its line feed."""
    fields: dict[str, Any] = {"id": message.id, "text": message.text, **message.labels, **message.expected}
    if message.tags:
        fields["tags"] = list(message.tags)
    return json.dumps(fields, ensure_ascii=False) + "\n"


def _rows(path: Path) -> Iterator[Row]:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        problem = f"is of no known kind; files of labelled messages end in {', '.join(_READERS)}"
        raise DataFileError(problem, path=path)
    return reader(read_lines(path), path)


@dataclass(frozen=True, slots=True)
class _Holding:
    """The fields of a file that hold the message and, where its name was guessed, what names the message."""

    text: str
    id: str | None


def _rows_with_names(path: Path, text: str | None) -> Iterator[tuple[Row, _Holding]]:
    """Yield each row with the fields that hold message and id; a guess is made once, at the first row."""
    id_: str | None = None
    for number, row in enumerate(_rows(path)):
        text = text or _guessed(row, _TEXT) or _TEXT
        if number == 0:
            id_ = _guessed(row, _ID, without=_holding(row, text))
        holding = _Holding(_holding(row, text), id_)
        yield _plainly_named(row, holding), holding


def _guessed(row: Row, field: Literal["text", "id"], *, without: str = "") -> str | None:
    """Return the field of a row that is called as those with messages, or with ids, are; None if there is none."""
    if any(_name(name) == field for name in row.fields):
        return _TEXT if field == _TEXT else None
    return guessed_column(field, [name for name in row.fields if name != without and _name(name) not in KEYS])


def _further(id_: str, there: Container[str]) -> str:
    """Return the id of a further message that is called as one before it, such as `T-17 (2)`."""
    return next(name for number in count(2) if (name := f"{id_} ({number})") not in there)


def _holding(row: Row, text: str) -> str:
    """Return the field that holds the message: the one that is called exactly so, else without regard to capitals."""
    return text if text in row.fields else _name(text)


def _name(name: str) -> str:
    return name.strip().lower()


def _plainly_named(row: Row, holding: _Holding) -> Row:
    """Return a row with the names of the format where JSON has them with capitals, as in CSV they may be."""
    fields: dict[str, Any] = {}
    for name, value in row.fields.items():
        plain = _name(name)
        ours = plain in KEYS or plain == holding.text
        # Where both "Mood" and "mood" stand, the one with capitals is a field of its own.
        fields[plain if ours and plain not in fields and plain not in row.fields else name] = value
    return replace(row, fields=fields)


def _check_fields(row: Row, path: Path, *, holding: _Holding, more: bool) -> None:
    if holding.text not in row.fields:
        there = ", ".join(row.fields) or "nothing"
        meant = meant_among(holding.text, row.fields)
        asked = f"did you mean '{meant}'? There" if meant else "there"
        problem = (
            f"needs a field '{holding.text}' with the message; {asked} are: {there}. "
            "Name the one that holds it: --text-column on the command line, `text` in Python"
        )
        raise DataFileError(problem, path=path, line=row.named_in)
    if not more:
        _check_names(row, path, holding)


def _message(row: Row, holding: _Holding, names: Collection[str]) -> LabelledMessage:
    known = {name: value for name, value in row.fields.items() if name in names}
    if holding.id and isinstance(given := row.fields.get(holding.id), (str, int)):
        known[_ID] = given.strip() if isinstance(given, str) else given
    return message_of({**known, "text": row.fields.get(holding.text)}, line=row.line)


def _mistake(error: FieldError, row: Row, path: Path, holding: _Holding, *, further: Sequence[int]) -> DataFileError:
    """Return the mistake with its place; the lines behind it that are wrong too are named, to be mended with it."""
    problem = str(error)
    if further:
        more = " and more" if len(further) == _MOST_FURTHER else ""
        problem += f" (wrong too: line{'s' if further[1:] else ''} {', '.join(map(str, further))}{more})"
    column = row.column(holding.text if error.name == _TEXT else error.name)
    return DataFileError(problem, path=path, line=row.line, column=column)


def _wrong_lines(rows: Iterator[tuple[Row, _Holding]], names: Collection[str]) -> list[int]:
    """Return the lines of the first rows that hold a wrong value too, as far as the file can be read at all."""
    wrong: list[int] = []
    with suppress(DataFileError):
        for row, holding in rows:
            try:
                _message(row, holding, names)
            except FieldError:
                wrong.append(row.line)
            if len(wrong) == _MOST_FURTHER:
                break
    return wrong


def _check_names(row: Row, path: Path, holding: _Holding) -> None:
    for name in row.fields:
        if name not in (holding.text, holding.id):
            try:
                known_key(name)
            except FieldError as error:
                raise DataFileError(str(error), path=path, line=row.named_in, column=row.column(name)) from error
