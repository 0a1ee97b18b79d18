"""Conditions that people write in YAML: `when: {mood: frustrated, contact_count: {at_least: 2}}`.

Profile rules, template selection, phrases and safeguards share them. All parts of a condition must hold.

    mood: frustrated                    the label is this one
    role: [technician, purchaser]       … one of these
    role: {not: consumer}               … none of these
    contact_count: {at_least: 2}        a number
    mood: {possible: frustrated}        the label has a probability of at least 0.2, likely or not
    customer.name: present              (or: missing)
    min_confidence: 0.6                 every label that is named must be at least so sure
    any_of: [{…}, {…}]                  one of these conditions
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from math import isfinite
from typing import Any, NamedTuple

from .datafile import DataFile, Place
from .errors import Problems

POSSIBLE_FROM = 0.2
"""A label with one chance in five is possible: wrong in the harmful direction costs more than a plain tone."""

PRESENCE = ("present", "missing")
_OPERATORS = ("not", "at_least", "possible")


class Observed(NamedTuple):
    """A value that conditions look at.

    Attributes:
        value: text, number, boolean, a tuple of texts, or None where missing.
        confidence: 0 to 1.
        probabilities: label → probability, for labels.
    """

    value: Any
    confidence: float = 1.0
    probabilities: Mapping[str, float] | None = None


Situation = Mapping[str, Observed]
"""Name → what was observed under it."""

Check = Callable[[Situation], bool]
_NOTHING = Observed(None)


@dataclass(frozen=True, slots=True)
class Condition:
    """One checked condition; `parts` is what the file says."""

    parts: Mapping[str, Any]
    _checks: tuple[Check, ...] = field(init=False, repr=False, compare=False)
    _names: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A condition is asked for every message; what the file says is taken apart once.
        floor = float(self.parts.get("min_confidence", 0))
        checks = (_check_of(name, wanted, floor) for name, wanted in self.parts.items() if name != "min_confidence")
        object.__setattr__(self, "_checks", tuple(checks))
        object.__setattr__(self, "_names", tuple(_names_in(self.parts)))

    def __reduce__(self) -> tuple[type[Condition], tuple[Mapping[str, Any]]]:
        return Condition, (self.parts,)

    def holds(self, situation: Situation) -> bool:
        """Return whether every part holds."""
        for check in self._checks:  # noqa: SIM110 - a plain loop costs half of what all() over a generator does
            if not check(situation):
                return False
        return True

    def because(self, situation: Situation) -> tuple[str, ...]:
        """Return what a condition that holds goes by, for an explanation; of `any_of`, the choices that hold."""
        names = dict.fromkeys(_deciding(self.parts, situation))
        return tuple(_shown(name, situation[name]) for name in names if name in situation)

    def names(self) -> tuple[str, ...]:
        """Return the names that the condition looks at, in the order of the file; one may come twice."""
        return self._names


def _names_in(parts: Mapping[str, Any]) -> Iterator[str]:
    for name, wanted in parts.items():
        if name == "any_of":
            for choice in wanted:
                yield from _names_in(choice)
        elif name != "min_confidence":
            yield name


def _deciding(parts: Mapping[str, Any], situation: Situation) -> Iterator[str]:
    for name, wanted in parts.items():
        if name == "any_of":
            for choice in wanted:
                if Condition(choice).holds(situation):
                    yield from _deciding(choice, situation)
        elif name != "min_confidence":
            yield name


def read_condition(raw: Any, file: DataFile, place: Place, *, known: Mapping[str, tuple[str, ...] | None]) -> Condition:
    """Return the condition that stands at `place`.

    Args:
        raw: what the file says there; None is the condition that always holds.
        file: the file, for errors.
        place: where in the file.
        known: name → its possible values, or None where any value is possible.

    Raises:
        DataFileError: an unknown name, value or operator.
    """
    if raw is None:
        return Condition({})
    if not isinstance(raw, dict):
        raise file.error("a condition is a mapping such as {mood: frustrated}", place)
    problems = Problems()
    for name, wanted in raw.items():
        with problems.collecting():
            _check(name, wanted, file, (*place, name), known)
    problems.raise_first()
    return Condition(raw)


def _check(name: str, wanted: Any, file: DataFile, place: Place, known: Mapping[str, tuple[str, ...] | None]) -> None:
    if name == "any_of":
        if not isinstance(wanted, list) or not all(isinstance(choice, dict) for choice in wanted):
            raise file.error("any_of needs a list of conditions, such as [{mood: frustrated}, {scope: all}]", place)
        for index, choice in enumerate(wanted):
            read_condition(choice, file, (*place, index), known=known)
        return
    if name == "min_confidence":
        _check_number(wanted, file, place, most=1)
        return
    if name not in known:
        close = get_close_matches(name, known, n=1)
        hint = f"; did you mean '{close[0]}'?" if close else "."
        raise file.error(f"nothing is called '{name}'{hint} Known: {', '.join(sorted(known))}", place)
    if wanted in PRESENCE:
        return
    for value in _values(wanted, file, place):
        if value in PRESENCE:
            raise file.error(f"'{value}' stands alone, without list or operator: {{{name}: {value}}}", place)
        values = known[name]
        if values is not None and value not in values:
            raise file.error(f"'{name}' is never '{value}'; it is one of {', '.join(values)}", place)


def _values(wanted: Any, file: DataFile, place: Place) -> list[str]:
    """Return the values that are compared; numbers are checked and give none."""
    if not wanted:
        raise file.error("needs a value; nothing stands here", place)
    if isinstance(wanted, dict):
        for operator, operand in wanted.items():
            if operator not in _OPERATORS:
                raise file.error(f"'{operator}' is not one of {', '.join(_OPERATORS)}", place)
            if operator == "at_least":
                _check_number(operand, file, place)
        return [value for key, item in wanted.items() if key != "at_least" for value in listed(item)]
    return listed(wanted)


def _check_number(value: Any, file: DataFile, place: Place, *, most: float | None = None) -> None:
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise file.error(f"needs a number, not '{value}'", place) from error
    if not isfinite(number) or (most is not None and not 0 <= number <= most):
        raise file.error(f"needs a number{f' from 0 to {most}' if most else ''}, not '{value}'", place)


def listed(value: Any) -> list[str]:
    """Return the values of a part of a condition, one or several."""
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _check_of(name: str, wanted: Any, floor: float) -> Check:
    """Return the question that one part of a condition asks."""
    if name == "any_of":
        choices = tuple(Condition(choice) for choice in wanted)
        return lambda situation: any(choice.holds(situation) for choice in choices)
    if isinstance(wanted, dict):
        operators = tuple(_operator_of(operator, operand) for operator, operand in wanted.items())
        return lambda situation: all(holds(situation.get(name, _NOTHING)) for holds in operators)
    if wanted in PRESENCE:
        there = wanted == "present"
        return lambda situation: is_present(situation.get(name, _NOTHING).value) == there
    values = frozenset(listed(wanted))

    def is_one_of(situation: Situation) -> bool:
        seen = situation.get(name, _NOTHING)
        value = seen.value
        # Most of what is asked for is a label, or is not there.
        if type(value) is str:
            return value in values and seen.confidence >= floor
        return value is not None and value != () and seen.confidence >= floor and _matches(value, values)

    return is_one_of


def _operator_of(operator: str, operand: Any) -> Callable[[Observed], bool]:
    if operator == "at_least":
        least = float(operand)
        return lambda seen: isinstance(seen.value, (int, float)) and seen.value >= least
    values = frozenset(listed(operand))
    if operator == "possible":
        return lambda seen: any((seen.probabilities or {}).get(label, 0.0) >= POSSIBLE_FROM for label in values)
    return lambda seen: not _matches(seen.value, values)


def _matches(value: Any, wanted: frozenset[str]) -> bool:
    if isinstance(value, str):
        return value in wanted
    if isinstance(value, tuple):
        return bool(value) and any(written(item) in wanted for item in value)
    return value is not None and written(value) in wanted


def written(value: Any) -> str:
    """Return an observed value as a file writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def is_present(value: Any) -> bool:
    """Return whether an observed value is there: neither missing nor blank."""
    return value is not None and value not in ((), "") and not str(value).isspace()


def _shown(name: str, seen: Observed) -> str:
    value = ", ".join(map(str, seen.value)) if isinstance(seen.value, tuple) else written(seen.value)
    return f"{name}={value} ({seen.confidence:.2f})" if seen.probabilities else f"{name}={value}"
