"""The addresses among the facts of a prompt: what an answer may link to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .contract import Contract

_OWN = ("agent", "system")
"""Those whose links are trusted: our own people and programs, not customers and models."""
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"'()]+[^\s<>\"'().,;:!?]")


def fact_links(contract: Contract, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the addresses in converted inputs that our own side gave, each once."""
    inputs = contract.file.inputs
    own = (values[path] for path in values if path in inputs and inputs[path].trust in _OWN)
    return tuple(dict.fromkeys(address for value in own for address in _addresses(value)))


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if "://" in value or "mailto:" in value:
            # Some addresses hold signs that end one in running text.
            yield from [str(value)] if value.startswith(("http", "mailto:")) and " " not in value else _found(value)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _addresses(each)
    elif isinstance(value, list):
        for each in value:
            yield from _addresses(each)


def _found(text: str) -> Iterator[str]:
    yield from (match[0] for match in _ADDRESS.finditer(text))
