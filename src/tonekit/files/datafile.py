"""Read YAML data files so that every value keeps its place in the file.

All scalars arrive as text: `no` stays the language code `no`, `1.10` stays `1.10`. The pydantic model that
a file is read into decides what is a number or a boolean, and what it refuses is reported with file, line
and column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from ..errors import DataFileError, Problems
from ..models.plain_problems import is_misspelt, keys_at, place_in_words, plain_problem
from .data_text import data_text
from .yaml_errors import explained

Place = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)
Value = TypeVar("Value")

_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_NOTHING = "tag:yaml.org,2002:null"
_NOTHINGS = frozenset({"", "~", "null", "Null", "NULL"})


def _tag(_loader: object, kind: type[yaml.Node], value: str | None, implicit: tuple[bool, bool]) -> str:
    """Return the tag of a value that has none written: nothing, or something; as what it is read, the model decides."""
    return _NOTHING if kind is yaml.ScalarNode and implicit[0] and value in _NOTHINGS else "!"


# The loader's own method tries every value as a date, a number and a truth as well: a sixth of the time of reading.
_LOADER: Any = type("_Loader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {"resolve": _tag})


class DataFile:
    """The content of one YAML file, with the position of every key and value.

    Attributes:
        path: the file it came from.
        text: what it says.
        data: nested dicts and lists whose leaves are `str`; a missing value is None.
        inherited: top-level keys that stand in another file.
    """

    inherited: frozenset[str] = frozenset()
    _base: DataFile | None = None
    _moved: Mapping[Place, tuple[DataFile, Place]] = {}

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self._positions: dict[Place, tuple[int, int]] = {}
        self._blank: set[Place] = set()
        try:
            node = yaml.compose(text, Loader=_LOADER)
            self.data: Any = None if node is None else self._value(node, ())
        except yaml.MarkedYAMLError as error:
            problem, line, column = explained(error, text)
            raise DataFileError(
                f"not valid YAML: {problem}", path=path, line=line, column=column, rule="yaml-syntax"
            ) from error
        except yaml.YAMLError as error:
            raise self._unreadable_sign(text, error) from error
        except RecursionError as error:
            raise DataFileError(
                "is nested too deeply, or an alias (*) is inside its own anchor", path=path, rule="yaml-syntax"
            ) from error

    def error(self, problem: str, place: Place = (), *, rule: str = "wrong-value") -> DataFileError:
        """Return the error for what stands at `place`, or at its nearest parent that has a position."""
        source, place = self._source(place)
        if source is not self:
            return source.error(problem, place, rule=rule)
        while place and place not in self._positions:
            place = place[:-1]
        line, column = self._positions.get(place, (None, None))
        return DataFileError(problem, path=self.path, line=line, column=column, rule=rule)

    def over(self, base: DataFile) -> DataFile:
        """Return this file with the top-level keys that it leaves out as `base` has them; errors point there."""
        if not (isinstance(self.data, dict) and isinstance(base.data, dict)):
            return self
        whole = copy(self)
        whole.inherited = frozenset(base.data.keys() - self.data.keys())
        whole._base = base  # noqa: SLF001 - of this class
        whole.data = {**base.data, **self.data}
        return whole

    def with_list(self, key: str, entries: Sequence[Entry]) -> DataFile:
        """Return this file with a list that is put together of entries of several files; errors point at theirs."""
        whole = copy(self)
        moved: dict[Place, tuple[DataFile, Place]] = {(key, number): each[:2] for number, each in enumerate(entries)}
        whole._moved = {**self._moved, **moved}  # noqa: SLF001 - of this class
        whole.data = {**self.data, key: [value for _, _, value in entries]}
        return whole

    def _source(self, place: Place) -> tuple[DataFile, Place]:
        """Return the file in which a value stands, and its place there."""
        if self._base and place and place[0] in self.inherited:
            return self._base, place
        if place[:2] in self._moved:
            source, there = self._moved[place[:2]]
            return source, (*there, *place[2:])
        return self, place

    def _unreadable_sign(self, text: str, error: yaml.YAMLError) -> DataFileError:
        sign = _UNREADABLE.search(text)
        if sign is None:
            return DataFileError(f"not valid YAML: {' '.join(str(error).split())}", path=self.path, rule="yaml-syntax")
        line = text.count("\n", 0, sign.start()) + 1
        return DataFileError(
            f"holds the control sign U+{ord(sign[0]):04X}; delete it", path=self.path, line=line, rule="yaml-syntax"
        )

    def line(self, place: Place) -> int | None:
        """Return the 1-based line of what stands at `place`, or at its nearest parent that has a position."""
        return self.error("", place).line

    def is_blank(self, place: Place) -> bool:
        """Return whether nothing is written at `place`, not even `null`."""
        source, place = self._source(place)
        return place in self._blank if source is self else source.is_blank(place)

    def into(self, model: type[Model]) -> Model:
        """Return the content as `model`.

        Raises:
            DataFileError: the first value that the model refuses, with its position.
        """
        return self._checked(TypeAdapter(model), self.data if self.data is not None else {}, root=model)

    def into_mapping_of(self, model: type[Model]) -> dict[str, Model]:
        """Return the content as a mapping whose values are `model`.

        Raises:
            DataFileError: the first value that the model refuses, with its position.
        """
        kind: Any = dict[str, model]  # type: ignore[valid-type]
        return self._checked(TypeAdapter(kind), self.data if self.data is not None else {}, root=kind)

    def part_into(self, model: type[Model], data: Any, place: Place) -> Model:
        """Return `data`, which stands at `place`, as `model`.

        Raises:
            DataFileError: the first value that the model refuses, with its position.
        """
        return self._checked(TypeAdapter(model), data, place, root=model)

    def expression(self, written: str, place: Place, *, flags: int = 0) -> re.Pattern[str]:
        """Return the regular expression that stands at `place`.

        Raises:
            DataFileError: it is none.
        """
        try:
            return re.compile(written, flags)
        except re.error as error:
            raise self.error(f"'{written}' is not a regular expression: {error}", place) from error

    def _checked(self, adapter: TypeAdapter[Value], data: Any, base: Place = (), *, root: Any = None) -> Value:
        try:
            return adapter.validate_python(data)
        except ValidationError as error:
            problems = Problems()
            found = error.errors(include_url=False)
            misspelt = [each["loc"] for each in found if each["type"] == "extra_forbidden"]
            for each in found:
                if each["type"] == "too_short" and each["input"]:
                    continue  # pydantic counts the entries that are valid, and names those that are not besides
                if each["type"] == "missing" and is_misspelt(each["loc"], misspelt):
                    continue  # the misspelling is what helps
                below = tuple(part for part in each["loc"] if part != "[key]")
                problem = plain_problem(each, keys=keys_at(root, below[:-1]), in_file=True)
                problems.add(self.error(f"{place_in_words((*base, *below), self.data)}: {problem}", (*base, *below)))
            first, *rest = problems.found
            first.more = tuple(rest)
            raise first from error

    def _value(self, node: yaml.Node, place: Place) -> Any:
        self._positions.setdefault(place, (node.start_mark.line + 1, node.start_mark.column + 1))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*place, index)) for index, item in enumerate(node.value)]
        if node.tag.startswith("!") and node.tag != "!":
            problem = f"{node.tag} without quotes is a mark of YAML, and no text; put the whole text in quotes"
            line, column = self._positions[place]
            raise DataFileError(problem, path=self.path, line=line, column=column, rule="yaml-syntax")
        if not node.value:
            self._blank.add(place)
        return None if node.tag == _NOTHING else node.value

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        content: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                line = key_node.start_mark.line + 1
                raise DataFileError(
                    "a key is a word, not a list or a mapping; put a text with {{ in quotes",
                    path=self.path,
                    line=line,
                    rule="yaml-syntax",
                )
            key = str(key_node.value)
            if node.flow_style and key.isdecimal() and not (value_node.value or key_node.style):
                self._refuse_decimal_comma(content, key, key_node)
            here = (*place, key)
            if key in content:
                line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
                problem = f"'{key}' occurs here twice; keep one"
                raise DataFileError(problem, path=self.path, line=line, column=column, rule="yaml-syntax")
            self._positions[here] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            content[key] = self._value(value_node, here)
        return content

    def _refuse_decimal_comma(self, content: dict[str, Any], key: str, node: yaml.Node) -> None:
        """Refuse `{limit: 0,5}`, which YAML reads as two entries, the second of them called 5."""
        before = next(reversed(content.values()), None)
        whole = re.sub(r"(?<=\d)[.'](?=\d{3})", "", before) if isinstance(before, str) else ""
        if whole.isdecimal():
            problem = f"{before},{key} is not one number here, since a comma ends an entry; write {whole}.{key}"
            line, column = node.start_mark.line + 1, node.start_mark.column + 1
            raise DataFileError(problem, path=self.path, line=line, column=column, rule="yaml-syntax")


Entry = tuple[DataFile, Place, Any]
"""An entry of a list: the file and place that it comes from, and what it holds."""


def read_data_file(path: Path) -> DataFile:
    """Return the YAML file at `path`.

    Raises:
        DataFileError: the file is missing, not UTF-8 or not YAML.
    """
    return DataFile(path, data_text(path))
