"""Rows of fields from JSON Lines and from CSV: the same fields, whatever the file."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import DataFileError
from ..files.csv_lines import DELIMITERS, SEPARATOR
from ..files.json_errors import plain_json_problem


@dataclass(frozen=True, slots=True)
class Row:
    """One message of a file, before it is checked.

    Attributes:
        line: 1-based number of its first line.
        named_in: number of the line that names the fields: its own in JSON Lines, that of the names in CSV.
        fields: name → value; of JSON any value, of CSV a text, or None for a blank cell.
        column: returns where the field of a name stands, 1-based: the character of its key in JSON Lines, the number of
            the cell in CSV; None if it stands nowhere.
    """

    line: int
    named_in: int
    fields: dict[str, Any]
    column: Callable[[str], int | None]


def json_rows(lines: Iterable[str], path: Path) -> Iterator[Row]:
    """Yield a row for each line that holds a JSON object; blank lines are passed over.

    Raises:
        DataFileError: a line is not a JSON object, or holds a key twice.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield Row(number, number, _object(line, number, path), _key_finder(line))


def csv_rows(lines: Iterable[str], path: Path) -> Iterator[Row]:
    """Yield a row for each record of a CSV file whose first line names the columns.

    The delimiter is the one of comma, semicolon and tab that stands in the first line most often, a bar where none of
    them does, or the one of a line `sep=;` above it. Blank lines above the names are passed over, and so are columns
    without a name that hold nothing, which spreadsheets leave behind.

    Raises:
        DataFileError: not valid CSV, a column with the name of another or with cells and no name, a record of another
            length.
    """
    first, above, delimiter, rest = _heading(iter(lines))
    records = _records(_chained(first, rest), path, delimiter, above=above)
    named_in, names = next(records, (above + 1, []))
    names = [name.strip().lower() for name in names]
    _check_names(names, path, line=named_in)
    places = {name: number for number, name in enumerate(names, start=1)}
    for line, cells in records:
        if len(cells) > len(names) or (len(cells) < len(names) and any(cells)):
            problem = f"has {len(cells)} cells, and the first line names {len(names)} columns; is a quote missing?"
            raise DataFileError(problem, path=path, line=line)
        if any(cells):
            _check_nameless(names, cells, path, line=line)
            yield Row(line, named_in, _filled(names, cells), places.get)


def _heading(lines: Iterator[str]) -> tuple[str, int, str, Iterator[str]]:
    """Return the line of the names, how many stand above it, the delimiter, and the lines below."""
    told = None
    for above, line in enumerate(lines):
        if separator := SEPARATOR.fullmatch(line):
            told = separator[1]
        elif line.strip():
            return line, above, told or _delimiter(line), lines
    return "", 0, DELIMITERS[0], lines


def _delimiter(names: str) -> str:
    # A bar stands in names too, so that it counts where none of the others does.
    there = [sign for sign in DELIMITERS[:-1] if sign in names]
    return max(there or DELIMITERS, key=names.count)


def _filled(names: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    pairs = zip(names, cells, strict=True)
    return {name: cell if cell.strip() else None for name, cell in pairs if name}


def _records(lines: Iterable[str], path: Path, delimiter: str, *, above: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = above + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise DataFileError(_csv_problem(str(error)), path=path, line=line) from error
        yield line, cells


def _csv_problem(problem: str) -> str:
    if "field larger" in problem:
        most = csv.field_size_limit()
        return f"a cell has more than {most:,} characters; is a quote missing? JSON Lines takes longer texts"
    if "new-line character" in problem:
        return "a line ends with a carriage return alone, as on old Macs; save the file with usual line ends"
    if "unexpected end" in problem:
        return "a quote that opens here is never closed"
    return f"not valid CSV: {problem}"


def _check_names(names: Sequence[str], path: Path, *, line: int) -> None:
    for number, name in enumerate(names, start=1):
        if name and name in names[: number - 1]:
            raise DataFileError(f"the column '{name}' occurs here a second time", path=path, line=line, column=number)


def _check_nameless(names: Sequence[str], cells: Sequence[str], path: Path, *, line: int) -> None:
    for number, (name, cell) in enumerate(zip(names, cells, strict=True), start=1):
        if not name and cell.strip():
            problem = "the cell is filled, and its column has no name; name the column in the first line, or empty it"
            raise DataFileError(problem, path=path, line=line, column=number)


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from rest


def _object(line: str, number: int, path: Path) -> dict[str, Any]:
    try:
        found = json.loads(line, object_pairs_hook=_unique)
    except _KeyTwiceError as error:
        problem = f"the key '{error}' stands twice"
        raise DataFileError(problem, path=path, line=number, column=_key_finder(line)(str(error))) from error
    except ValueError as error:
        column = getattr(error, "colno", None)
        problem = f"not valid JSON: {plain_json_problem(error)}"
        raise DataFileError(problem, path=path, line=number, column=column) from error
    except RecursionError as error:
        raise DataFileError("is nested too deeply", path=path, line=number) from error
    if not isinstance(found, dict):
        problem = 'needs one JSON object a line, such as {"text": "…", "mood": "neutral"}'
        raise DataFileError(problem, path=path, line=number)
    return found


class _KeyTwiceError(Exception):
    """A key of a JSON object that was there already."""


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _KeyTwiceError(key)
        found[key] = value
    return found


def _key_finder(line: str) -> Callable[[str], int | None]:
    def find(name: str) -> int | None:
        # A quote inside a text of JSON is escaped, so that this is a key wherever it stands.
        written = rf'"\s*{re.escape(name)}\s*"\s*:'
        found = re.search(written, line) or re.search(written, line, re.IGNORECASE)
        return found.start() + 1 if found else None

    return find
