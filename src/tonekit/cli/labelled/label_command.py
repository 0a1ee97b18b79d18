"""The command `label`: a person labels messages with single keys; or how far two persons agree."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import MessageSourceError
from ..command_line import typed
from .evaluate_options import TextColumn

if TYPE_CHECKING:
    from ...analysis import Analysis
    from ...evaluation.labelling import Labelling
    from ...evaluation.questions import Question


def label(
    files: Annotated[list[Path], typer.Argument(help="Messages: .csv or .jsonl. With --agreement two labelled files.")],
    *,
    out: Annotated[Path | None, typer.Option(help="Where the labels go; by default beside the messages.")] = None,
    dimension: Annotated[
        list[str] | None, typer.Option(help="What to ask, such as mood; may be given again; by default everything.")
    ] = None,
    guess: Annotated[bool, typer.Option("--guess", help="Show tonekit's own reading with every question.")] = False,
    sample: Annotated[
        int | None, typer.Option(min=1, help="Label so many messages, the same ones for everybody.")
    ] = None,
    agreement: Annotated[
        bool, typer.Option("--agreement", help="Compare two labelled files instead (Cohen's kappa).")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="With --agreement: print JSON for machines.")] = False,
    text_column: TextColumn = None,
) -> None:
    """Label messages with single keys. Every label is saved at once; call it again to go on where you left off."""
    if agreement:
        _show_agreement(files, json=json)
        return
    if len(files) != 1:
        raise typer.BadParameter("give one file of messages; --agreement compares two labelled ones")
    _check_terminal()
    out = out or files[0].with_name(f"{files[0].stem}.labelled.jsonl")
    questions = _questions(dimension or [])
    labelling = _labelling(files[0], out, list(questions), text=text_column, size=sample)
    if labelling.asked:
        _sit(labelling, questions, out, guess=guess)
    _report(labelling, out)


def _sit(labelling: Labelling, questions: dict[str, Question], out: Path, *, guess: bool) -> None:
    from functools import lru_cache

    from rich.console import Console

    from .keyboard import single_keys
    from .sitting import Sitting

    console = Console(highlight=False, emoji=False)
    sitting = Sitting(
        labelling,
        questions,
        save=lambda: _save(labelling, out),
        analyze=lru_cache(maxsize=1)(_analyze),
        guess=guess,
    )
    with single_keys() as keyboard, console.screen(hide_cursor=True):
        sitting.run(keyboard, console)


def _analyze(text: str) -> Analysis:
    from ...default import analyze

    return analyze(text)


def _check_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise MessageSourceError("labelling needs a terminal: a person reads and presses keys", source="standard input")


def _questions(names: list[str]) -> dict[str, Question]:
    from ...analysis import DIMENSIONS
    from ...evaluation.questions import load_questions

    questions = load_questions()
    for name in names:
        if name not in questions:
            raise typer.BadParameter(f"there is no dimension '{name}'; there are {', '.join(questions)}")
    return {name: questions[name] for name in names or DIMENSIONS}


def _labelling(file: Path, out: Path, dimensions: list[str], *, text: str | None, size: int | None) -> Labelling:
    from ...errors import DataFileError
    from ...evaluation.labelled import read_labelled, stream_labelled
    from ...evaluation.labelling import Labelling, once_each
    from ...evaluation.labelling import sample as sampled

    if out.suffix.lower() != ".jsonl" or not out.resolve().parent.is_dir():
        raise DataFileError("labels go into a .jsonl file in a folder that exists", path=out)
    messages = once_each(stream_labelled(file, text=text, more=True, labels=False))
    chosen = list(messages) if size is None else sampled(messages, size=size)
    return Labelling(chosen, dimensions, read_labelled(out) if out.exists() else (), file=out)


def _save(labelling: Labelling, out: Path) -> None:
    from ...evaluation.labelled import as_line
    from ...files.whole_file import whole_file

    if not labelling.labelled():
        out.unlink(missing_ok=True)
        return
    with whole_file(out) as file:
        file.writelines(as_line(message) for message in labelling.labelled())


def _report(labelling: Labelling, out: Path) -> None:
    done = len(labelling.labelled())
    print(f"{out}: {done} message{'s' if done != 1 else ''} labelled, {labelling.left} of {labelling.total} to go.")
    if done:
        print(f"Next: tonekit evaluate {typed(out)}")


def _show_agreement(files: list[Path], *, json: bool) -> None:
    from ...evaluation.agreement import agreements
    from ...evaluation.labelled import read_labelled

    if len(files) != 2:  # noqa: PLR2004 - two people
        raise typer.BadParameter("--agreement needs two labelled files")
    found = agreements(*map(read_labelled, files))
    if not found.dimensions:
        raise MessageSourceError("no message has a label in both; ids and texts must be the same", source=str(files[1]))
    if json:
        from pydantic import TypeAdapter

        print(TypeAdapter(type(found)).dump_json(found, indent=1).decode("utf-8"))
        return
    from ..views import print_view
    from .agreement_view import agreement_view

    print_view(agreement_view(found))
