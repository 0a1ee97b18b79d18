"""Results as JSON on the command line, with or without the words behind their verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .command_line import CommandLineError

if TYPE_CHECKING:
    from ..analysis import Analysis
    from ..result import Result

EvidenceOption = Annotated[
    bool, typer.Option("--no-evidence", help="Leave the words behind each verdict out of JSON, most of its size.")
]


def check_evidence(as_json: object, *, no_evidence: bool) -> None:
    """Refuse an option that would mean nothing.

    Raises:
        CommandLineError: no JSON is written that could be without evidence.
    """
    if no_evidence and not as_json:
        raise CommandLineError("--no-evidence goes with --json, or with --input and --output")


def print_json(made: Analysis | Result, *, no_evidence: bool) -> None:
    """Print what `analyze` or `personalize` returned."""
    name = "personalize" if hasattr(made, "analysis") else "analyze"
    print(made.model_dump_json(indent=2, exclude=without_evidence(name) if no_evidence else None))


def without_evidence(name: str) -> Any:
    """Return what pydantic leaves out of the results of `analyze` or `personalize`."""
    from ..analysis import EVIDENCE

    return EVIDENCE if name == "analyze" else {"analysis": EVIDENCE}
