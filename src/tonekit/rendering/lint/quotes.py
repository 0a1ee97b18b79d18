"""A rule on quotes of word processors: YAML does not take them away, so customers read them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ...curly_quotes import CURLY, stands_in_curly_quotes
from ...datafile import DataFile, Place, read_data_file
from ...errors import DataFileError, ToneKitError
from .finding import Rule
from .opened import Opened

RULES = (
    Rule(
        "curly-quotes",
        "error",
        "a text that stands wholly inside curly quotes, which are sent with it",
        "Type straight quotes, \" or ', or none.",
    ),
)
_LONGEST_SHOWN = 40
_OPENING = tuple(CURLY)


def check_quotes(opened: Opened) -> Iterator[ToneKitError]:
    """Yield the texts of YAML files that stand inside curly quotes."""
    for file in _files(opened):
        for place, text in _texts(file.data, ()):
            shown = text.strip() if len(text) <= _LONGEST_SHOWN else f"{text.strip()[:_LONGEST_SHOWN]}…"
            problem = f"the curly quotes of {shown} are letters to YAML, and customers would read them"
            yield file.error(problem, place, rule="curly-quotes")


def _files(opened: Opened) -> Iterator[DataFile]:
    for contract in opened.library.contracts.values():
        yield opened.contract_file(contract)
    names = [f"phrases/{name}" for name in opened.folders.names("phrases") if name.endswith(".yaml")]
    for name in (*names, "profiles.yaml", "style.yaml", "tonekit.yaml"):
        if path := opened.folders.find(name):
            with suppress(DataFileError):  # the checks at start report it
                yield read_data_file(path)


def _texts(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield every text in curly quotes with its place; one with a colon in it has become a key."""
    if isinstance(data, str) and stands_in_curly_quotes(data):
        yield place, data
    elif isinstance(data, (dict, list)):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            if isinstance(key, str) and key[:1] in _OPENING:
                yield (*place, key), key
            else:
                yield from _texts(value, (*place, key))
