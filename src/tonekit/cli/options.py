"""What options of the command line stand for: the toolkit of a template folder, facts as name=value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import MessageSourceError
from .command_line import CommandLineError, named_path

if TYPE_CHECKING:
    from ..toolkit import ToneKit


TemplatesOption = Annotated[
    Path | None,
    typer.Option("--templates", parser=named_path, metavar="<path>", help="Your own template folder."),
]
WeightsOption = Annotated[
    Path | None,
    typer.Option(
        "--weights", parser=named_path, metavar="<path>", help="Your own weights, such as tonekit calibrate writes."
    ),
]

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
"""The way to JSON of every command that prints some; commands that print findings take `--format json` as well."""
FactOption = Annotated[
    list[str] | None,
    typer.Option("--fact", metavar="<name=value>", help="A fact to convey; may be given again."),
]


def toolkit_of(templates: Path | None, weights: Path | None = None) -> ToneKit:
    """Return the toolkit of a template folder and of weights, or of those that ship.

    Raises:
        MessageSourceError: the folder is none.
        DataFileError: templates or weights are not valid.
    """
    from ..toolkit import ToneKit

    if templates is not None and not templates.is_dir():
        raise MessageSourceError("is not a folder; give the folder that holds your templates", source=str(templates))
    return ToneKit(templates=templates, weights=weights)


def fact_pairs(pairs: list[str]) -> dict[str, Any]:
    """Return `name=value` pairs as facts; a name that comes again makes a list.

    `true` and `false` are flags, and what begins with `{` or `[` is JSON: an amount, links, prices. All else is text.

    Raises:
        CommandLineError: a pair has no `=`, or its JSON cannot be read.
    """
    facts: dict[str, Any] = {}
    for pair in pairs:
        path, equals, text = pair.partition("=")
        if not equals:
            raise CommandLineError(f"--fact needs name=value, such as answer.summary='…', not '{pair}'")
        value = _value(path, text)
        key = "answer.summary" if path == "answer" else path
        if key in facts:
            earlier = facts[key] if isinstance(facts[key], list) else [facts[key]]
            facts[key] = [*earlier, value]
        else:
            facts[key] = value
    return facts


def _value(path: str, text: str) -> Any:
    if text in ("true", "false"):
        return text == "true"
    if not text.startswith(("{", "[")):
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        problem = f"--fact {path} begins like JSON but is not valid JSON: '{text}'; put a space before it if it is text"
        raise CommandLineError(problem) from error
