"""A rule on `profiles.yaml`, proved over every combination: style rules that never decide anything."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any

from ...conditions.condition import Condition
from ...errors import DataFileError, Problems
from ...files.datafile import DataFile
from .condition_cases import cases
from .finding import Rule

RULES = (
    Rule(
        "dead-rule",
        "warning",
        "a rule of style that never decides: its condition can never hold, or later rules override all that it sets",
        "Change the condition, move the rule down, or delete it.",
    ),
)


@dataclass(frozen=True, slots=True)
class StyleRule:
    """What the check needs to know of a style rule.

    Attributes:
        id: its name.
        when: its condition.
        sets: the fields that it sets, with their values; a later rule may override them.
        adds: whether it also adds to a field, which no later rule can undo.
        protects: the fields that it sets to keep customers from harm.
    """

    id: str
    when: Condition
    sets: Mapping[str, Any]
    adds: bool = False
    protects: Collection[str] = ()


def check_rules(rules: Sequence[StyleRule], file: DataFile) -> None:
    """Check that every rule decides something in some case; those that a file takes over are not to be changed there.

    Raises:
        DataFileError: a rule never does; it is the first of them and carries the others.
    """
    problems = Problems()
    for error in _dead(rules, file):
        problems.add(error)
    problems.raise_first()


def _dead(rules: Sequence[StyleRule], file: DataFile) -> Iterator[DataFileError]:
    own = [file.error("", ("rules", index)).path == file.path for index in range(len(rules))]
    for index, rule in compress(enumerate(rules), own):
        later = rules[index + 1 :]
        if not any(0 in case.holds for case in cases([rule.when])):
            yield file.error(f"the condition of '{rule.id}' can never hold", ("rules", index), rule="dead-rule")
        elif not rule.adds and not any(_decides(rule, name, later) for name in rule.sets):
            yield file.error(_why(rule, later), ("rules", index), rule="dead-rule")


def _why(rule: StyleRule, later: Sequence[StyleRule]) -> str:
    """Return why a rule decides nothing; the rule that is to blame is named where it is one."""
    if not rule.sets:
        return f"'{rule.id}' sets nothing"
    for each in later:
        if rule.sets.keys() <= each.sets.keys() and all(case.holds != {0} for case in cases([rule.when, each.when])):
            return f"'{each.id}' comes after it and always overrides what '{rule.id}' sets"
    return f"later rules always override what '{rule.id}' sets"


def _decides(rule: StyleRule, name: str, later: Sequence[StyleRule]) -> bool:
    """Return whether there is a case in which a rule holds and no later one sets the same field."""
    rivals = [each.when for each in later if name in each.sets]
    return any(case.holds == {0} for case in cases([rule.when, *rivals]))
