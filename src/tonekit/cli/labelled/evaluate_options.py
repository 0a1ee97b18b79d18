"""The options of the command `evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

FileArgument = Annotated[Path, typer.Argument(help="Labelled messages: .jsonl or .csv (docs/evaluate.md).")]
TextColumn = Annotated[
    str | None,
    typer.Option("--text-column", help="The field that holds the message; by default guessed from its name."),
]
ShowOption = Annotated[list[str] | None, typer.Option(help="A dimension to show in full, or all; may be given again.")]
SaveOption = Annotated[Path | None, typer.Option(help="Keep the JSON in a file, to compare with later.")]
HtmlOption = Annotated[Path | None, typer.Option(help="Write a report with plots: one HTML file.")]
ErrorsOption = Annotated[Path | None, typer.Option(help="Write every wrong answer into a CSV file.")]
FloorOption = Annotated[
    list[str] | None,
    typer.Option("--min", help="The least macro-F1, as formality=0.8; exit code 1 below it; may be given again."),
]
CompareOption = Annotated[Path | None, typer.Option(help="JSON of an earlier run: what became better or worse?")]
WorkersOption = Annotated[int | None, typer.Option(min=1, help="Processes to use; by default one a core.")]
TwoOption = Annotated[
    bool,
    typer.Option("--two-classes", help="Where the file knows two labels of a dimension, answer one of these."),
]
MoreOption = Annotated[bool, typer.Option("--more-columns", help="Pass over fields that the format does not know.")]
