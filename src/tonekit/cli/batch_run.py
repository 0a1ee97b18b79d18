"""`--input` and `--output` of `analyze` and `personalize`: a file of messages in, a file of results out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from ..errors import MessageSourceError
from .command_line import CommandLineError
from .json_output import without_evidence

if TYPE_CHECKING:
    from ..batch.outcome import Outcome
    from ..batch.result_file import ResultFile
    from ..batch.row_file import RowFile
    from ..batch.rows import Line, LineOf

_FILES = "Many messages"
InputOption = Annotated[
    Path | None,
    typer.Option(
        "--input",
        "-i",
        help="A file of messages: .jsonl, .csv, .parquet or .mbox, or a folder of .eml files.",
        rich_help_panel=_FILES,
    ),
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="Where the results go, as .jsonl.", rich_help_panel=_FILES)
]
FieldOption = Annotated[
    str, typer.Option("--field", help="The field or column that holds the message.", rich_help_panel=_FILES)
]
WorkersOption = Annotated[
    int, typer.Option("--workers", min=0, help="Worker processes; 0 reads in this one.", rich_help_panel=_FILES)
]
ResumeOption = Annotated[
    bool, typer.Option("--resume", help="Go on with an output that was begun.", rich_help_panel=_FILES)
]


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What the command line says about many messages."""

    source: Path | None
    target: Path | None
    field: str
    workers: int
    resume: bool
    no_evidence: bool = False

    def wanted(self, text: str | None, file: Path | None) -> bool:
        """Return whether many messages are to be read.

        Raises:
            CommandLineError: a single message is given as well, or only one of the two files, or none of them and an
                option that means nothing without.
        """
        if self.source is None and self.target is None:
            if self.workers or self.resume:
                option = "--resume" if self.resume else "--workers"
                raise CommandLineError(f"{option} goes with --input and --output")
            return False
        if text is not None or file is not None:
            raise CommandLineError("give one message or --input, not both")
        if self.source is None or self.target is None:
            raise CommandLineError("give both --input and --output")
        return True


def run_batch(
    given: BatchOptions, method: Callable[..., Any], options: Mapping[str, Any], ruleset: Callable[[], str]
) -> int:
    """Read every message of the input and write its line; return the exit code: 1 where a message has no result.

    A resumed run counts the messages of the runs before it too.

    Args:
        given: what the command line says.
        method: `analyze` or `personalize` of a toolkit.
        options: its options, for all messages.
        ruleset: returns the hash that its results carry.

    Raises:
        MessageSourceError: a file cannot be read or written, or does not belong to this run.
        WorkerError: a worker cannot start.
    """
    from ..batch.rows import ANSWERING

    rows, results = _files(given)
    rows.check(answering=method.__name__ == ANSWERING)
    line_of = _line_of(given, method, options)
    if results.done:
        _check_resumed(rows, results, line_of, ruleset())
    total, resumed, started = rows.count(), results.done, monotonic()
    failures = results.failed
    with results, _progress(total, results.done) as advance:
        for line in _lines(rows, results.done, line_of, given.workers):
            results.write(line)
            failures += line.failed
            advance()
    _print_summary(results, resumed, failures, monotonic() - started)
    return 1 if failures else 0


def _line_of(given: BatchOptions, method: Callable[..., Any], options: Mapping[str, Any]) -> LineOf:
    from ..batch.rows import LineOf, options_key

    if not given.no_evidence:
        return LineOf(method, options, options_key(options, text_field=given.field))
    key = options_key({**options, "no_evidence": True}, text_field=given.field)
    return LineOf(method, options, key, without_evidence(method.__name__))


def _files(given: BatchOptions) -> tuple[RowFile, ResultFile]:
    from ..batch.result_file import ResultFile
    from ..batch.row_files import row_file

    source, target = cast(Path, given.source), cast(Path, given.target)
    return row_file(source, text_field=given.field), ResultFile(target, resume=given.resume)


def _check_resumed(rows: RowFile, results: ResultFile, line_of: LineOf, ruleset: str) -> None:
    for row in islice(rows.rows(after=results.done - 1), 1):
        results.check(row, name=line_of.name, key=line_of.key, ruleset=ruleset)
        return
    raise MessageSourceError("has more lines than the input has rows", source=str(results.path))


def _lines(rows: RowFile, after: int, line_of: LineOf, workers: int) -> Iterator[Line]:
    from ..batch.stream import stream

    outcomes = stream(rows.rows(after=after), line_of, workers=workers)
    try:
        yield from (_line(outcome, line_of.key) for outcome in outcomes)
    finally:
        outcomes.close()


def _line(outcome: Outcome[Any], key: str) -> Line:
    """Return the line of a row; where the process died over it, one that says so."""
    from ..batch.rows import error_line

    row: Any = outcome.message
    line: Line = outcome.unwrap() if outcome.error is None else error_line(row, outcome.error, key=key)
    return line


@contextmanager
def _progress(total: int, done: int) -> Iterator[Callable[[], None]]:
    """Show on a terminal how far it is, how fast, and how long it will take; give what to call after each message."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    columns = (BarColumn(), TaskProgressColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    with Progress(*columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total, completed=done, rate="")

        def advance() -> None:
            speed = progress.tasks[0].speed
            progress.update(task, advance=1, rate=f"{speed:,.0f} a second" if speed else "")

        yield advance


def _print_summary(results: ResultFile, resumed: int, failures: int, seconds: float) -> None:
    count = results.done - resumed
    rate = f"{count / seconds:,.0f} a second" if seconds else "at once"
    before = f", {resumed:,} were there" if resumed else ""
    print(
        f"{count:,} {'message' if count == 1 else 'messages'} in {seconds:,.1f} s, {rate}{before}: {results.path}",
        file=sys.stderr,
    )
    if failures:
        print(f"{failures:,} of {results.done:,} have no result; their lines say why", file=sys.stderr)
