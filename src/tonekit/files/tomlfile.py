"""Read TOML data files so that what is wrong in them is reported with its line.

Python's parser gives no positions, so they are looked up where the keys stand at the beginning of a line: enough for
files of tables with one key a line, which is what tonekit writes.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ..errors import DataFileError
from .data_text import data_text
from .datafile import DataFile, Place, Value

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*\[[ \t]*({_DOTTED})[ \t]*\]")
_ENTRY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_ONE_KEY = re.compile(_KEY)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WHERE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_LARGEST = 64_000_000
"""Bytes of a file of weights or words; somebody may name another by mistake."""


class TomlFile(DataFile):
    """The content of one TOML file, with the position of keys and tables.

    Attributes:
        path: the file it came from.
        data: nested dicts and lists, as TOML types them.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self._positions = dict(_positions(text))
        try:
            self.data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            place = _WHERE.search(str(error))
            line, column = (int(place[1]), int(place[2])) if place else (None, None)
            problem = f"not valid TOML: {_WHERE.sub('', str(error))}"
            raise DataFileError(problem, path=path, line=line, column=column, rule="toml-syntax") from error
        except RecursionError as error:
            raise DataFileError("is nested too deeply", path=path, rule="toml-syntax") from error

    def checked(self, adapter: TypeAdapter[Value]) -> Value:
        """Return the content as a type.

        Raises:
            DataFileError: the first value that the type refuses, with its position.
        """
        return self._checked(adapter, self.data)


def read_toml_file(path: Path) -> TomlFile:
    """Return the TOML file at `path`.

    Raises:
        DataFileError: the file is missing, far too large, not UTF-8 or not TOML.
    """
    return TomlFile(path, data_text(path, rule="toml-syntax", largest=_LARGEST))


def toml_key(name: str) -> str:
    """Return a name as a key of TOML, in quotes where it needs them."""
    return name if _BARE.fullmatch(name) else toml_text(name)


def toml_text(text: str) -> str:
    """Return a text as a basic string of TOML; half of a sign, which no file can hold, becomes a question mark."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    # JSON's escapes are TOML's, but for the one control sign that JSON leaves as it is.
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def toml_table(row: dict[str, Any]) -> str:
    """Return numbers, truth values, texts and lists of texts as an inline table of TOML."""
    return "{" + ", ".join(f"{toml_key(name)} = {toml_value(value)}" for name, value in row.items()) + "}"


def toml_value(value: Any) -> str:
    """Return a number, a truth value, a text or a list of texts as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(toml_value(each) for each in value) + "]"
    if isinstance(value, dict):
        return toml_table(value)
    return toml_text(value) if isinstance(value, str) else f"{value:g}"


def _positions(text: str) -> Iterator[tuple[Place, tuple[int, int]]]:
    table: Place = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _keys(header[1])
            yield table, (number, header.start(1) + 1)
        elif entry := _ENTRY.match(line):
            yield (*table, *_keys(entry[1])), (number, entry.start(1) + 1)


def _keys(dotted: str) -> Place:
    return tuple(_unquoted(key) for key in _ONE_KEY.findall(dotted))


def _unquoted(key: str) -> str:
    if key.startswith("'"):
        return key[1:-1]
    if not key.startswith('"'):
        return key
    try:
        return str(json.loads(key))
    except ValueError:
        return key[1:-1]
