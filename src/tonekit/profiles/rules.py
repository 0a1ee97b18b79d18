"""The rules of `profiles.yaml`: when the analysis says this, set that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..conditions.condition import Condition, Situation
from ..conditions.index import ConditionIndex
from ..conditions.reading import read_condition
from ..conditions.situation import READ_NAMES
from ..errors import Problems
from ..files.datafile import DataFile, Place
from ..models.plain_problems import meant_among, plain_problem
from ..profile import Style
from .rules_file import read_rules_file


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: its name in explanations.
        when: the condition under which it fires.
        settings: style field → value.
        focus: what it adds to the field `focus`.
        protects: fields that it sets to keep customers from harm.
        why: one sentence for people, or empty.
    """

    id: str
    when: Condition
    settings: Mapping[str, Any]
    focus: tuple[str, ...]
    protects: tuple[str, ...]
    why: str


class Rules:
    """The rules of a file, in order. Safe to share between threads.

    Args:
        rules: the rules.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._index = ConditionIndex([rule.when for rule in self._rules])

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)

    def holding(self, situation: Situation) -> list[Rule]:
        """Return the rules that fire, in order."""
        return [self._rules[number] for number in self._index.holding(situation)]


_KEYS = {"id", "when", "set", "add_focus", "protects", "why"}


def load_rules(path: Path, *, shipped: Path | None = None) -> Rules:
    """Return the rules of a file, in order.

    Raises:
        DataFileError: as `read_rules`.
    """
    return read_rules(path, shipped=shipped)[0]


def read_rules(path: Path, *, shipped: Path | None = None) -> tuple[Rules, DataFile]:
    """Return the rules of a file, in order, and the file for errors.

    Args:
        path: the file.
        shipped: the one that ships, for `use: "!profiles.yaml"`.

    Raises:
        DataFileError: an unknown key, field, value or label, an id that stands twice, a `use` that brings in nothing.
    """
    problems = Problems()
    file = read_rules_file(path, shipped=shipped, problems=problems)
    rules: dict[str, Rule] = {}
    for index, entry in enumerate(file.data["rules"]):
        with problems.collecting():
            rule = _rule(entry, file, ("rules", index))
            if rule.id in rules:
                problem = f"two rules are called '{rule.id}'; give one of them another id"
                raise file.error(problem, ("rules", index, "id"))
            rules[rule.id] = rule
    problems.raise_first()
    return Rules(tuple(rules.values())), file


def _rule(entry: Any, file: DataFile, place: Place) -> Rule:
    if not isinstance(entry, dict) or not entry.get("id"):
        raise file.error("a rule needs an id", place)
    if unknown := entry.keys() - _KEYS:
        raise file.error(f"'{min(unknown)}' is not one of {', '.join(sorted(_KEYS))}", (*place, min(unknown)))
    for key in ("id", "why"):
        if not isinstance(entry.get(key) or "", str):
            raise file.error(f"'{key}' needs a text", (*place, key))
    when = read_condition(entry.get("when"), file, (*place, "when"), known=READ_NAMES)
    settings = _settings(entry.get("set") or {}, file, (*place, "set"))
    return Rule(
        id=entry["id"],
        when=when,
        settings=settings,
        focus=_settings({"focus": entry.get("add_focus") or []}, file, (*place, "add_focus"))["focus"],
        protects=_protected(entry.get("protects"), settings, file, (*place, "protects")),
        why=entry.get("why") or "",
    )


def _protected(raw: Any, settings: Mapping[str, Any], file: DataFile, place: Place) -> tuple[str, ...]:
    """Return the fields that a rule protects; all of them are among those that it sets."""
    if not isinstance(raw or [], list):
        raise file.error("needs a list of the fields that the rule sets, such as [cheer]", place)
    for number, name in enumerate(raw or ()):
        if not isinstance(name, str) or name not in settings:
            fields = ", ".join(settings) or "nothing"
            raise file.error(f"'{name}' is not among the fields that this rule sets: {fields}", (*place, number))
    return tuple(raw or ())


def _settings(raw: Any, file: DataFile, place: Place) -> dict[str, Any]:
    """Return the fields with their values checked and typed by the model of the style."""
    if not isinstance(raw, dict):
        raise file.error("needs fields with values, such as {tone: formal}", place)
    try:
        style = Style.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = str(first["loc"][0])
        fields = ", ".join(Style.model_fields)
        meant = meant_among(field.removeprefix("style."), Style.model_fields)
        hint = f"did you mean '{meant}'? It has" if meant else "it has"
        unknown = f"the style has no such field; {hint} {fields}"
        problem = plain_problem(first) if field in Style.model_fields else unknown
        raise file.error(f"{field}: {problem}", (*place, field)) from error
    return {name: getattr(style, name) for name in raw}
