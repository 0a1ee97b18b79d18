"""Labelled messages: one JSON object a line, with the text and a label for any of the dimensions.

    {"id": "m1", "text": "Still nothing.", "language": "en", "mood": "frustrated", "tags": ["situational_frustration"]}

`text` is required. `language` and the dimensions of `docs/labels.md` are labels; a dimension that is not given is
not scored. `id` and `tags` name the message and its groups.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..analysis import DIMENSIONS, LABELS
from ..errors import DataFileError

LANGUAGE = "language"
_OTHER_KEYS = ("id", "text", "tags")
KEYS = (*_OTHER_KEYS, LANGUAGE, *DIMENSIONS)


@dataclass(frozen=True, slots=True)
class LabelledMessage:
    """One message with what it should be read as.

    Attributes:
        id: names it in reports; the number of its line where none is given.
        text: the message.
        labels: dimension → label, `language` among them where given.
        tags: the groups it belongs to.
    """

    id: str
    text: str
    labels: Mapping[str, str]
    tags: tuple[str, ...] = ()


def read_labelled(path: Path) -> tuple[LabelledMessage, ...]:
    """Return the labelled messages of a JSON Lines file, in its order.

    Raises:
        DataFileError: no such file, not UTF-8, a line that is not a JSON object, an unknown key or label, no text, an
            id of two messages; each with its line.
    """
    messages: list[LabelledMessage] = []
    lines_of: dict[str, int] = {}
    for number, line in _lines(path):
        message = _message(line, number, path)
        if message.id in lines_of:
            first = lines_of[message.id]
            raise DataFileError(f"the id '{message.id}' stands in line {first} already", path=path, line=number)
        lines_of[message.id] = number
        messages.append(message)
    return tuple(messages)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"cannot be read as UTF-8 text: {error}", path=path) from error
    # Only line feeds: a message may hold the other line separators of Unicode.
    yield from ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())


def _message(line: str, number: int, path: Path) -> LabelledMessage:
    try:
        row: Any = json.loads(line)
    except ValueError as error:
        column = getattr(error, "colno", None)
        raise DataFileError(f"not valid JSON: {error}", path=path, line=number, column=column) from error
    if problem := _problem(row):
        raise DataFileError(problem, path=path, line=number)
    labels = {name: row[name] for name in (LANGUAGE, *DIMENSIONS) if row.get(name) is not None}
    return LabelledMessage(str(row.get("id", number)), row["text"], labels, tuple(row.get("tags", ())))


def _problem(row: Any) -> str | None:
    if not isinstance(row, dict):
        return 'needs one JSON object a line, such as {"text": "…", "mood": "neutral"}'
    if unknown := sorted(row.keys() - set(KEYS)):
        return f"'{unknown[0]}' is not a known key; known are {', '.join(KEYS)}"
    if not isinstance(row.get("text"), str) or not row["text"].strip():
        return "needs a 'text' that is not empty"
    if not isinstance(row.get("tags", []), list) or not all(isinstance(tag, str) for tag in row.get("tags", [])):
        return "'tags' needs a list of texts"
    return next((found for name in DIMENSIONS if (found := _bad_label(name, row.get(name)))), None)


def _bad_label(dimension: str, label: object) -> str | None:
    if label is None or label in LABELS[dimension]:
        return None
    return f"'{label}' is no label of {dimension}; its labels are {', '.join(LABELS[dimension])}"
