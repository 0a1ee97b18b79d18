"""Conditions that people write in YAML: `when: {mood: frustrated, contact_count: {at_least: 2}}`.

Profile rules, template selection, phrases and safeguards share them. All parts of a condition must hold.

    mood: frustrated                    the label is this one
    role: [technician, purchaser]       … one of these
    role: {not: consumer}               … none of these
    contact_count: {at_least: 2}        a number
    urgency: {at_least: elevated}       a label that has an order
    mood: {possible: frustrated}        the label has a probability of at least 0.2, likely or not
    customer.name: present              (or: missing, or null)
    min_confidence: 0.6                 every label that is named must be at least so sure
    any_of: [{…}, {…}]                  one of these conditions
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .forms import FREE_TEXTS, folded, plain_form

POSSIBLE_FROM = 0.2
"""A label with one chance in five is possible: wrong in the harmful direction costs more than a plain tone."""

PRESENCE = ("present", "missing")


class Observed(NamedTuple):
    """A value that conditions look at.

    Attributes:
        value: text, number, boolean, a tuple of texts, or None if missing.
        confidence: 0 to 1.
        likely: label → probability, for labels, or what makes that: few conditions ask.
    """

    value: Any
    confidence: float = 1.0
    likely: Mapping[str, float] | Callable[[], Mapping[str, float]] | None = None

    @property
    def probabilities(self) -> Mapping[str, float]:
        """Label → probability, for labels; empty for all else."""
        return (self.likely() if callable(self.likely) else self.likely) or {}


Situation = Mapping[str, Observed]
"""Name → what was observed under it."""

Check = Callable[[Situation], bool]
NOTHING = Observed(None)
"""What is missing."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One checked condition; `parts` is what the file says, in its plain form."""

    parts: Mapping[str, Any]
    _checks: tuple[Check, ...] = field(init=False, repr=False, compare=False)
    _names: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A condition is asked for every message; what the file says is taken apart once.
        object.__setattr__(self, "parts", plain_form(self.parts))
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


def listed(value: Any) -> list[str]:
    """Return the values of a part of a condition, one or several."""
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _check_of(name: str, wanted: Any, floor: float) -> Check:
    """Return the question that one part of a condition asks."""
    if name == "any_of":
        choices = tuple(Condition(choice) for choice in wanted)
        return lambda situation: any(choice.holds(situation) for choice in choices)
    if isinstance(wanted, dict):
        operators = tuple(_operator_of(name, operator, operand, floor) for operator, operand in wanted.items())
        return lambda situation: all(holds(situation.get(name, NOTHING)) for holds in operators)
    if wanted in PRESENCE:
        there = wanted == "present"
        return lambda situation: is_present(situation.get(name, NOTHING).value) == there
    values = frozenset(folded(name, each) for each in listed(wanted))
    free = name in FREE_TEXTS

    def is_one_of(situation: Situation) -> bool:
        seen = situation.get(name, NOTHING)
        value = seen.value
        # Most of what is asked for is a label, or is not there.
        if type(value) is str:
            return (value if not free else folded(name, value)) in values and seen.confidence >= floor
        return value is not None and value != () and seen.confidence >= floor and _matches(name, value, values)

    return is_one_of


def _operator_of(name: str, operator: str, operand: Any, floor: float) -> Callable[[Observed], bool]:
    values = frozenset(folded(name, each) for each in listed(operand))
    if operator == "at_least" and isinstance(operand, list):
        return lambda seen: seen.confidence >= floor and _matches(name, seen.value, values)
    if operator == "at_least":
        least = float(operand)
        return lambda seen: isinstance(seen.value, (int, float)) and seen.value >= least
    if operator == "possible":
        return lambda seen: any(seen.probabilities.get(label, 0.0) >= POSSIBLE_FROM for label in values)
    return lambda seen: not _matches(name, seen.value, values)


def _matches(name: str, value: Any, wanted: frozenset[str]) -> bool:
    if isinstance(value, str):
        return folded(name, value) in wanted
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
