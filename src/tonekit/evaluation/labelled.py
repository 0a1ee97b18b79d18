"""Files of labelled messages: JSON Lines or CSV, with the same fields in both.

    {"id": "m1", "text": "Still nothing.", "language": "en", "mood": "frustrated", "tags": ["reminder"]}

`text` is required, under this or another usual name. `language` and the dimensions of `docs/labels.md` are labels;
`template` and `profile.<field>` say what the answer should be; what is not given is not scored. `id` and `tags` name
the message and its groups.
docs/evaluate.md describes the format.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from ..errors import DataFileError
from ..mails.columns import guessed_column
from .labelled_message import KEYS, LANGUAGE, UNLABELLED, FieldError, LabelledMessage, known_key, message_of
from .rows import Row, csv_rows, json_rows
from .text_lines import read_lines

__all__ = ["KEYS", "LANGUAGE", "LabelledMessage", "as_line", "passed_over", "read_labelled", "stream_labelled"]

_TEXT: Final = "text"
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
        DataFileError: the file cannot be read or holds no message; a line is not UTF-8, not valid JSON or CSV; an
            unknown field or label; no text; an id of two messages. Each with line and column.
    """
    lines_of: dict[str, int] = {}
    for row, holding in _rows_with_text(path, text):
        named = _plainly_named(row, holding)
        message = _checked(named, path, text=holding, more=more, names=KEYS if labels else UNLABELLED)
        if message.id in lines_of:
            problem = f"the id '{message.id}' stands in line {lines_of[message.id]} already"
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
    for row, holding in _rows_with_text(path, text):
        names |= dict.fromkeys(name for name in _plainly_named(row, holding).fields if name not in (*KEYS, holding))
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
        problem = f"is of no known kind; labelled messages stand in files that end in {', '.join(_READERS)}"
        raise DataFileError(problem, path=path)
    return reader(read_lines(path), path)


def _rows_with_text(path: Path, text: str | None) -> Iterator[tuple[Row, str]]:
    """Yield each row with the name of the field that holds the message; a guess is made once, at the first row."""
    for row in _rows(path):
        text = text or _guessed(row)
        yield row, _holding(row, text)


def _guessed(row: Row) -> str:
    """Return the field of a row that is called as those with messages are; `text` where there is none."""
    if any(_name(name) == _TEXT for name in row.fields):
        return _TEXT
    return guessed_column(_TEXT, [name for name in row.fields if _name(name) not in KEYS]) or _TEXT


def _holding(row: Row, text: str) -> str:
    """Return the field that holds the message: the one that is called exactly so, else without regard to capitals."""
    return text if text in row.fields else _name(text)


def _name(name: str) -> str:
    return name.strip().lower()


def _plainly_named(row: Row, text: str) -> Row:
    """Return a row with the names of the format where JSON has them with capitals, as in CSV they may be."""
    fields: dict[str, Any] = {}
    for name, value in row.fields.items():
        plain = _name(name)
        ours = plain in KEYS or plain == text
        # Where both "Mood" and "mood" stand, the one with capitals is a field of its own.
        fields[plain if ours and plain not in fields and plain not in row.fields else name] = value
    return replace(row, fields=fields)


def _checked(row: Row, path: Path, *, text: str, more: bool, names: Collection[str]) -> LabelledMessage:
    if text not in row.fields:
        there = ", ".join(row.fields) or "nothing"
        problem = (
            f"needs a field '{text}' with the message; there are: {there}. "
            "Name the one that holds it: --text-column on the command line, `text` in Python"
        )
        raise DataFileError(problem, path=path, line=row.named_in)
    if not more:
        _check_names(row, path, text)
    known = {name: value for name, value in row.fields.items() if name in names}
    try:
        return message_of({**known, "text": row.fields[text]}, line=row.line)
    except FieldError as error:
        column = row.column(text if error.name == "text" else error.name)
        raise DataFileError(str(error), path=path, line=row.line, column=column) from error


def _check_names(row: Row, path: Path, text: str) -> None:
    for name in row.fields:
        if name != text:
            try:
                known_key(name)
            except FieldError as error:
                raise DataFileError(str(error), path=path, line=row.named_in, column=row.column(name)) from error
