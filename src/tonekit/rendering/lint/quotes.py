"""A rule on curly quotes around a whole text: YAML does not remove them, so customers would read them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from jinja2 import nodes

from ...errors import DataFileError, TemplateError, ToneKitError
from ...files.curly_quotes import CURLY, stands_in_curly_quotes
from ...files.datafile import DataFile, Place, read_data_file
from .finding import Rule
from .linted_folder import LintedFolder, TemplateText

RULES = (
    Rule(
        "curly-quotes",
        "error",
        "a whole text inside curly quotes, which are sent with it",
        "Type straight quotes, \" or ', or none.",
    ),
)
_LONGEST_SHOWN = 40
_OPENING = tuple(CURLY)


def check_quotes(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield the texts that stand inside curly quotes: in YAML files, or as a whole body."""
    for contract in linted.contracts():
        for body in linted.bodies(contract):
            yield from _quoted(body)
    for file in _files(linted):
        for place, text in _texts(file.data, ()):
            problem = f"the curly quotes of {_shown(text)} are letters to YAML, and customers would read them"
            yield file.error(problem, place, rule="curly-quotes")


def _quoted(body: TemplateText) -> Iterator[TemplateError]:
    statements = body.tree.body
    text = "".join(_spelled(statements)).strip()
    # Quotes around nothing but a value are a quotation, as is text that `set` keeps for use inside a sentence.
    if stands_in_curly_quotes(text) and any(map(str.isalpha, text)):
        problem = f"the curly quotes of {_shown(text)} are part of the text, and customers would read them; delete them"
        line = next(_lines(statements), 1)
        yield TemplateError(problem, template=body.name, line=line, rule="curly-quotes", word=text.split()[0])


def _spelled(statements: list[nodes.Node]) -> Iterator[str]:
    """Yield the fixed words of a text, and a placeholder for each value and statement between them."""
    for statement in statements:
        for part in statement.nodes if isinstance(statement, nodes.Output) else [statement]:
            yield part.data if isinstance(part, nodes.TemplateData) else "…"


def _lines(statements: list[nodes.Node]) -> Iterator[int]:
    """Yield the lines in which fixed words begin."""
    for output in statements:
        for part in output.nodes if isinstance(output, nodes.Output) else []:
            if isinstance(part, nodes.TemplateData) and (words := part.data.lstrip()):
                yield part.lineno + part.data[: -len(words)].count("\n")


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"


def _files(linted: LintedFolder) -> Iterator[DataFile]:
    for contract in linted.library.contracts.values():
        yield linted.contract_file(contract)
    folders = ("phrases", "examples")
    names = [f"{folder}/{name}" for folder in folders for name in linted.sources.names(folder)]
    for name in (*(each for each in names if each.endswith(".yaml")), "profiles.yaml", "style.yaml", "tonekit.yaml"):
        with suppress(DataFileError, TemplateError):  # the checks at start report this
            if path := linted.sources.find(name):
                yield read_data_file(path)


def _texts(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield every text in curly quotes with its place; a text with a colon has been read as a key."""
    if isinstance(data, str) and stands_in_curly_quotes(data):
        yield place, data
    elif isinstance(data, (dict, list)):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            if isinstance(key, str) and key[:1] in _OPENING:
                yield (*place, key), key
            else:
                yield from _texts(value, (*place, key))
