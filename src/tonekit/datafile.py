"""Read YAML data files so that every value keeps its place in the file.

All scalars arrive as text: `no` stays the language code `no`, `1.10` stays `1.10`. The pydantic model that
a file is read into decides what is a number or a boolean, and what it refuses is reported with file, line
and column.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from .errors import DataFileError

Place = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)
Value = TypeVar("Value")

_LONGEST_SHOWN = 60
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataFile:
    """The content of one YAML file, with the position of every key and value.

    Attributes:
        path: the file it came from.
        data: nested dicts and lists whose leaves are `str`; a missing value is None.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self._positions: dict[Place, tuple[int, int]] = {}
        try:
            node = yaml.compose(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            raise DataFileError(
                f"not valid YAML: {error.problem}",
                path=path,
                line=mark.line + 1 if mark else None,
                column=mark.column + 1 if mark else None,
            ) from error
        except yaml.YAMLError as error:
            raise DataFileError(f"not valid YAML: {error}", path=path) from error
        self.data: Any = None if node is None else self._value(node, ())

    def error(self, problem: str, place: Place = ()) -> DataFileError:
        """Return the error for what stands at `place`, or at its nearest parent that has a position."""
        while place and place not in self._positions:
            place = place[:-1]
        line, column = self._positions.get(place, (None, None))
        return DataFileError(problem, path=self.path, line=line, column=column)

    def into(self, model: type[Model]) -> Model:
        """Return the content as `model`.

        Raises:
            DataFileError: the first value that the model refuses, with its position.
        """
        return self._checked(TypeAdapter(model), self.data if self.data is not None else {})

    def into_mapping_of(self, model: type[Model]) -> dict[str, Model]:
        """Return the content as a mapping whose values are `model`.

        Raises:
            DataFileError: the first value that the model refuses, with its position.
        """
        return self._checked(TypeAdapter(dict[str, model]), self.data if self.data is not None else {})  # type: ignore[valid-type]

    def part_into(self, model: type[Model], data: Any, place: Place) -> Model:
        """Return `data`, which stands at `place`, as `model`.

        Raises:
            DataFileError: the first value that the model refuses, with its position.
        """
        return self._checked(TypeAdapter(model), data, place)

    def _checked(self, adapter: TypeAdapter[Value], data: Any, base: Place = ()) -> Value:
        try:
            return adapter.validate_python(data)
        except ValidationError as error:
            # A misspelt key is also a missing one; the misspelling is what helps.
            first = min(error.errors(include_url=False), key=lambda each: each["type"] != "extra_forbidden")
            place = (*base, *(part for part in first["loc"] if part != "[key]"))
            name = ".".join(str(part) for part in place) or "the file"
            raise self.error(f"{name}: {_plain(first)}", place) from error

    def _value(self, node: yaml.Node, place: Place) -> Any:
        self._positions.setdefault(place, (node.start_mark.line + 1, node.start_mark.column + 1))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*place, index)) for index, item in enumerate(node.value)]
        return None if node.tag == "tag:yaml.org,2002:null" else node.value

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        content: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*place, key)
            if key in content:
                line = key_node.start_mark.line + 1
                raise DataFileError(f"'{key}' stands here twice; keep one", path=self.path, line=line)
            self._positions[here] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            content[key] = self._value(value_node, here)
        return content


def read_data_file(path: Path) -> DataFile:
    """Return the YAML file at `path`.

    Raises:
        DataFileError: the file is missing, not UTF-8 or not YAML.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataFileError("this file is needed and does not exist", path=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"cannot be read as UTF-8 text: {error}", path=path) from error
    return DataFile(path, text)


def _plain(problem: Any) -> str:
    if problem["type"] == "extra_forbidden":
        return "is not a known key here; check the spelling"
    if problem["type"] == "missing":
        return "is needed and missing"
    message = str(problem["msg"]).removeprefix("Value error, ")
    shown = repr(problem["input"])
    return f"{message} (found {shown if len(shown) <= _LONGEST_SHOWN else shown[:_LONGEST_SHOWN] + '…'})"
