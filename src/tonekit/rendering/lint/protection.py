"""Style rules that keep customers from harm: which of them a `profiles.yaml` leaves out, and what overrides them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from ...errors import DataFileError, Problems
from ...files.datafile import DataFile
from .condition_cases import Case, cases
from .dead_rules import StyleRule

_NEARLY = 0.75
_USE = '- use: "!profiles.yaml"'


def check_protection(rules: Sequence[StyleRule], file: DataFile, *, shipped: Sequence[StyleRule]) -> None:
    """Check that the rules that protect customers are there, and that no other rule of one's own overrides them.

    Args:
        rules: all rules of the file, those that ship among them where it uses them.
        file: the file.
        shipped: the rules that ship.

    Raises:
        DataFileError: a protection is lost; it is the first of them and carries the others.
    """
    problems = Problems()
    for error in (*_left_out(rules, file, shipped), *_overridden(rules, file, shipped)):
        problems.add(error)
    problems.raise_first()


def _left_out(rules: Sequence[StyleRule], file: DataFile, shipped: Sequence[StyleRule]) -> Iterator[DataFileError]:
    there = {rule.id for rule in rules}
    lost = [rule.id for rule in shipped if rule.protects and rule.id not in there]
    # Who uses what ships, and switches off one of it, says so by its name.
    if lost and all(_path(file, number) == file.path for number in range(len(rules))):
        problem = f"this list leaves out rules that ship and keep customers from harm: {', '.join(lost)}"
        hint = f"begin the list with {_USE}, and change below what you want otherwise{_misspelt(there, lost)}"
        yield file.error(f"{problem}; {hint}", ("rules",), rule="lost-protection")


def _overridden(rules: Sequence[StyleRule], file: DataFile, shipped: Sequence[StyleRule]) -> Iterator[DataFileError]:
    order = {rule.id: number for number, rule in enumerate(shipped)}
    found: dict[tuple[int, str], dict[int, Case]] = {}
    for number, rule in enumerate(rules):
        for field in rule.protects:
            later = {at: each for at, each in enumerate(rules) if at > number and field in each.sets}
            for at, case in _overriding(rule, field, later, order):
                found.setdefault((at, field), {})[number] = case
    for (at, field), protecting in found.items():
        names = ", ".join(f"'{rules[number].id}'" for number in protecting)
        problem = f"'{rules[at].id}' overrides the {field} of {names}, as with {next(iter(protecting.values()))}"
        where = "above them" if all(_path(file, each) == file.path for each in protecting) else f"above {_USE}"
        hint = f"they keep customers from harm: write it {where}, or leave their cases out with its 'when'"
        hint += _misspelt({rules[at].id} - order.keys(), order)
        yield file.error(f"{problem}; {hint}", ("rules", at), rule="lost-protection")


def _misspelt(own: Collection[str], shipped: Collection[str]) -> str:
    """Return the question whether rules of one's own were meant to be some that ship; empty where none is near."""
    meant = {each: get_close_matches(each, shipped, n=1, cutoff=_NEARLY) for each in sorted(own)}
    asked = [f"'{close[0]}' by '{each}'" for each, close in meant.items() if close and close[0] not in own]
    return f". Did you mean {', '.join(asked)}? Then give it that id" if asked else ""


def _overriding(
    rule: StyleRule, field: str, later: Mapping[int, StyleRule], order: Mapping[str, int]
) -> Iterator[tuple[int, Case]]:
    """Yield the later rules that give a protected field another value than it has as shipped, each with a case.

    What ships behind a rule may override it: there the order is meant so.
    """
    end = len(order)
    suspects = {
        at: each
        for at, each in later.items()
        if field not in each.protects
        and each.sets[field] != rule.sets[field]
        and order.get(each.id, -1) < order.get(rule.id, end)
    }
    rivals = [each.when for at, each in later.items() if at not in suspects]
    for at, suspect in suspects.items():
        found = cases([rule.when, suspect.when, *rivals])
        if case := next((each for each in found if each.holds == {0, 1}), None):
            yield at, case


def _path(file: DataFile, number: int) -> Path:
    """Return the file in which a rule stands."""
    return file.error("", ("rules", number)).path
