"""Read a condition from its file, and refuse one that cannot be meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from math import isfinite
from typing import Any

from ..errors import Problems
from ..files.datafile import DataFile, Place
from ..models.plain_problems import language_meant, meant_among
from .condition import PRESENCE, Condition
from .forms import NUMBERS, ORDERS

_MEANT = {"or": "any_of", "any": "any_of", "one_of": "any_of", "confidence": "min_confidence"}
_OPERATORS = ("not", "at_least", "possible")

Known = Mapping[str, tuple[str, ...] | None]


def read_condition(raw: Any, file: DataFile, place: Place, *, known: Known) -> Condition:
    """Return the condition that stands at `place`.

    Args:
        raw: what the file says there; None is the condition that always holds.
        file: the file, for errors.
        place: where in the file.
        known: name → its possible values, or None if any value is possible.

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


def _check(name: str, wanted: Any, file: DataFile, place: Place, known: Known) -> None:
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
        raise file.error(f"nothing is called '{name}'; {_meant(name, known)}: {', '.join(sorted(known))}", place)
    if _is_presence(wanted, file, place):
        return
    for value in _values(name, wanted, file, place, known[name]):
        if value is None or value in PRESENCE:
            shown = "null" if value is None else value
            raise file.error(f"'{shown}' stands alone, without list or operator: {{{name}: {shown}}}", place)
        _check_value(name, value, file, place, known[name])


def _meant(name: str, known: Known) -> str:
    """Return which name was probably meant, and the words before the list of all."""
    endings = [each for each in known if each.rpartition(".")[2] == name]
    close = [_MEANT[name]] if name in _MEANT else endings or get_close_matches(name, known, n=1)
    return f"did you mean '{close[0]}'? Known" if close else "known are"


def _check_value(name: str, value: str, file: DataFile, place: Place, values: tuple[str, ...] | None) -> None:
    """Refuse a value that is never seen under a name."""
    if values is not None and value not in values:
        close = meant_among(str(value), values)
        hint = f"did you mean '{close}'? It" if close else "it"
        raise file.error(f"'{name}' cannot be '{value}'; {hint} is one of {', '.join(values)}", place)
    if name in NUMBERS:
        _check_count(name, value, file, place)
    if name == "language":
        _check_language(value, file, place)


def _is_presence(wanted: Any, file: DataFile, place: Place) -> bool:
    """Return whether a part asks for nothing but whether something is there."""
    # A value that was forgotten is no `null`.
    if wanted == {"not": None}:
        return not file.is_blank((*place, "not"))
    return wanted in PRESENCE or (wanted is None and not file.is_blank(place))


def _values(name: str, wanted: Any, file: DataFile, place: Place, values: tuple[str, ...] | None) -> list[str | None]:
    """Return the values that are compared; what `at_least` names is checked and not among them."""
    if not wanted or wanted == {"not": None}:
        raise file.error(f"needs a value, but has none. For what is not there: {{{name}: null}}", place)
    if isinstance(wanted, dict):
        for operator, operand in wanted.items():
            if operator not in _OPERATORS:
                problem = f"'{operator}' is not one of {', '.join(_OPERATORS)}"
                raise file.error(f"{problem}; 3 and more is {{at_least: 3}}, anything but one is {{not: …}}", place)
            if operator == "at_least":
                _check_least(name, operand, file, place, values)
        return [value for key, item in wanted.items() if key != "at_least" for value in _given(item)]
    return _given(wanted)


def _given(value: Any) -> list[str | None]:
    return list(value) if isinstance(value, list) else [value]


def _check_least(name: str, operand: Any, file: DataFile, place: Place, values: tuple[str, ...] | None) -> None:
    order = ORDERS.get(name)
    if order is not None and operand not in order:
        raise file.error(f"at_least needs one of {', '.join(order)} (lowest first), not '{operand}'", place)
    if order is None and values is not None:
        raise file.error(f"the values of '{name}' have no order; list those that are meant: {', '.join(values)}", place)
    if order is None:
        _check_number(operand, file, place)


def _check_count(name: str, value: Any, file: DataFile, place: Place) -> None:
    try:
        float(value)
    except (TypeError, ValueError) as error:
        remedy = f"3 and more is {{{name}: {{at_least: 3}}}}"
        raise file.error(f"'{name}' is a number and cannot be '{value}'; {remedy}", place) from error


def _check_language(value: Any, file: DataFile, place: Place) -> None:
    """Refuse what is not a code of a language; Norwegian is read as Bokmål or Nynorsk."""
    if not re.fullmatch("[a-z]{2,3}", str(value)) or value == "no":
        meant = language_meant(str(value))
        hint = f"did you mean '{meant}'?" if meant else "write the code of a language, such as de"
        raise file.error(f"'language' cannot be '{value}'; {hint}", place)


def _check_number(value: Any, file: DataFile, place: Place, *, most: float | None = None) -> None:
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        percent = re.fullmatch(r"(\d{1,3}) ?%", str(value))
        hint = f"; write {int(percent[1]) / 100:g}" if percent else ""
        raise file.error(f"needs a number, not '{value}'{hint}", place) from error
    if not isfinite(number) or (most is not None and not 0 <= number <= most):
        # Who thinks in hundredths writes 70.
        hint = f"; write {number / 100:g}" if most == 1 and 1 < number <= 100 else ""  # noqa: PLR2004 - hundredths
        raise file.error(f"needs a number{f' from 0 to {most}' if most else ''}, not '{value}'{hint}", place)
