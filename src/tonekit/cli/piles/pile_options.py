"""Arguments and options of the commands that read a pile of mails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

if TYPE_CHECKING:
    from ...mails.columns import Column

_PANEL = "Columns of a table"

PileArgument = Annotated[
    Path,
    typer.Argument(help="A .csv, .tsv, .jsonl, .mbox or .eml file, or a folder of .eml files.", show_default=False),
]
TextColumn = Annotated[str | None, typer.Option(help="What the customer wrote.", rich_help_panel=_PANEL)]
SubjectColumn = Annotated[
    str | None, typer.Option(help="The subject line: it tells absence notices and bounces.", rich_help_panel=_PANEL)
]
DateColumn = Annotated[str | None, typer.Option(help="When it was sent.", rich_help_panel=_PANEL)]
DateFormat = Annotated[
    str | None, typer.Option(help="How dates are written, such as %m/%d/%Y.", rich_help_panel=_PANEL)
]
IdColumn = Annotated[str | None, typer.Option(help="What names a mail.", rich_help_panel=_PANEL)]
SenderColumn = Annotated[str | None, typer.Option(help="Who wrote it.", rich_help_panel=_PANEL)]
CustomerTypeColumn = Annotated[str | None, typer.Option(help="The type of customer.", rich_help_panel=_PANEL)]
HandlingTimeColumn = Annotated[str | None, typer.Option(help="The time to answer it.", rich_help_panel=_PANEL)]
FollowUpColumn = Annotated[str | None, typer.Option(help="Whether a follow-up was needed.", rich_help_panel=_PANEL)]


def chosen_columns(**given: str | None) -> dict[Column, str]:
    """Return the columns that the user has named."""
    return cast("dict[Column, str]", {column: name for column, name in given.items() if name is not None})
