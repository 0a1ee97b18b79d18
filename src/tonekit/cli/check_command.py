"""The command `check`: does a draft fit the message that it answers?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .command_line import CommandLineError
from .options import FactOption, JsonOption, TemplatesOption, WeightsOption, fact_pairs, toolkit_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ..finding import Finding

EXIT_CODES = {"note": 0, "warning": 3, "error": 4}
"""Exit code by the gravest finding; 1 and 2 mean, as everywhere, that something given or the command line is wrong."""
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is not a date; write it as year-month-day, such as 2026-12-01") from None


def check(
    draft: Annotated[str | None, typer.Argument(help="The draft; - or nothing reads standard input.")] = None,
    *,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="Read the draft from a file.")] = None,
    message: Annotated[str | None, typer.Option("--message", "-m", help="The message that the draft answers.")] = None,
    message_file: Annotated[
        Path | None, typer.Option("--message-file", help="Read the message from a file; .eml is read as mail.")
    ] = None,
    fact: FactOption = None,
    name: Annotated[str | None, typer.Option(help="The customer's name.")] = None,
    template: Annotated[str | None, typer.Option(help="The reply template whose facts are required.")] = None,
    templates: TemplatesOption = None,
    weights: WeightsOption = None,
    locale: Annotated[str | None, typer.Option("--locale", help="A language the sender is known to use.")] = None,
    today: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="<date>", help="The day on which the draft goes out, such as 2026-12-01."),
    ] = None,
    json: JsonOption = False,
    form: Annotated[Format | None, typer.Option("--format", help="json is the same as --json.")] = None,
) -> None:
    """Check a draft: print what does not fit, where, and how to put it right. Exit code 4 on errors, 3 on warnings."""
    from ..message import Customer
    from .sources import read_message

    if json and form is Format.TEXT:
        raise CommandLineError("give --json or --format text, not both")
    if message is None and message_file is None:
        raise CommandLineError("give the message with --message or --message-file")
    kit = toolkit_of(templates, weights)
    result = kit.personalize(
        read_message(message, message_file),
        customer=Customer(name=name) if name else None,
        template=template,
        facts=fact_pairs(fact or []),
        locale=locale,
    )
    findings = kit.check(read_message(draft, file).text, result, today=today)
    if json or form is Format.JSON:
        print(dumps([each.model_dump() for each in findings], indent=2, ensure_ascii=False))
    else:
        _print_text(findings)
    raise typer.Exit(max((EXIT_CODES[each.severity] for each in findings), default=0))


def _print_text(findings: Sequence[Finding]) -> None:
    from .console import output_console

    output_console().print(findings_view(findings))


def findings_view(findings: Sequence[Finding]) -> RenderableType:
    """Return findings as a table: place, severity, what is wrong and how to put it right, the words."""
    from rich.table import Table
    from rich.text import Text

    if not findings:
        return Text("Nothing to report: the draft fits.", style="green")
    table = Table(box=None, pad_edge=False)
    for heading in ("place", "severity", "finding", "words"):
        table.add_column(heading, header_style="bold", no_wrap=heading in ("place", "severity"))
    for each in findings:
        what = Text(each.message).append(f" [{each.rule}]", style="dim").append(f"\n→ {each.fix}", style="green")
        place = f"{each.line}:{each.column}" if each.line else "draft"
        words = Text(" ".join(each.text.split())[:60])
        table.add_row(place, Text(each.severity, style=_COLOURS[each.severity]), what, words)
    return table
