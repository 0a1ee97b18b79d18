"""The addresses among the facts of a prompt: what an answer may link to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .contract import Contract
from .told_facts import ToldFact

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"'()]+[^\s<>\"'().,;:!?]")


def fact_links(contract: Contract, values: Mapping[str, Any], told: Iterable[ToldFact]) -> tuple[str, ...]:
    """Return the addresses in converted inputs and in the facts told beside them that our own side gave, each once."""
    found: list[str] = []
    for path in contract.own:
        if path in values:
            _collect(values[path], found)
    for fact in told:
        if fact.own:
            _collect(fact.given, found)
    return tuple(dict.fromkeys(found))


def _collect(value: Any, found: list[str]) -> None:
    if isinstance(value, str):
        # Most facts are a text without an address.
        if "://" in value or "mailto:" in value:
            # Some addresses hold signs that end one in running text.
            found += [str(value)] if value.startswith(("http", "mailto:")) and " " not in value else _found(value)
    elif isinstance(value, list):
        for each in value:
            _collect(each, found)
    elif isinstance(value, dict):
        for each in value.values():
            _collect(each, found)


def _found(text: str) -> Iterator[str]:
    yield from (match[0] for match in _ADDRESS.finditer(text))
