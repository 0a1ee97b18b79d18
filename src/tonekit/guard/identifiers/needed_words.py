"""Tell which words a pattern cannot do without: it need not be tried in a text that has none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from re import error
from typing import Any

try:
    # How `re` itself takes a pattern apart. It is not documented: without it, and of what is not known here, no word
    # is needed, and the pattern is tried in every text.
    from re import _parser  # type: ignore[attr-defined]  # typeshed leaves it out
except ImportError:
    _parser = None

Words = frozenset[str]
_NONE: Words = frozenset()


def needed_words(expression: str) -> Words:
    """Return words of which one stands in whatever a pattern matches, case-folded; none where that cannot be told."""
    try:
        return _needed(_parser.parse(expression)) if _parser else _NONE
    except error:
        return _NONE


def _needed(steps: Iterable[Any]) -> Words:
    """Return the words that steps one after the other need: of several choices the one whose words are longest."""
    choices: list[Words] = []
    row = ""
    for name, detail in steps:
        if str(name) == "LITERAL":
            row += chr(detail)
            continue
        choices += [frozenset({row.casefold()})] if row else []
        row = ""
        if inner := _INSIDE.get(str(name), lambda _: _NONE)(detail):
            choices.append(inner)
    choices += [frozenset({row.casefold()})] if row else []
    return max(choices, key=lambda words: min(map(len, words)), default=_NONE)


def _repeated(detail: Any) -> Words:
    least, _, steps = detail
    return _needed(steps) if least else _NONE


def _branched(detail: Any) -> Words:
    branches = [_needed(steps) for steps in detail[1]]
    return frozenset().union(*branches) if all(branches) else _NONE


_INSIDE: Mapping[str, Callable[[Any], Words]] = {
    "SUBPATTERN": lambda detail: _needed(detail[-1]),
    "ATOMIC_GROUP": _needed,
    "BRANCH": _branched,
    "MAX_REPEAT": _repeated,
    "MIN_REPEAT": _repeated,
    "POSSESSIVE_REPEAT": _repeated,
}
"""What a step is called → the words that it needs; a look around takes nothing in."""
