"""The command `calibrate`: weights, thresholds and words from labelled messages of the user's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from ...errors import MessageSourceError
from ..options import JsonOption
from .evaluate_options import MoreOption, TextColumn

if TYPE_CHECKING:
    from ...evaluation.calibration.on_labels import Calibration
    from ...evaluation.calibration.options import AcceptedWords
    from ...evaluation.labelled import LabelledMessage
    from ...reading.heads.calibrated import CalibratedFile, DimensionPart

_SHOWN_WORDS = 8
_LARGEST = 50_000_000
"""Bytes of labelled messages: some 50,000 mails. More teaches nothing more, and does not fit into memory."""


def calibrate(
    labelled: Annotated[Path, typer.Argument(help="Labelled messages (docs/calibrate.md).")],
    *,
    out: Annotated[Path, typer.Option(help="The file of weights to write.")],
    precision: Annotated[
        float | None,
        typer.Option(min=0.5, max=0.999, help="Give an answer other than the neutral one only if so many are right."),
    ] = None,
    propose: Annotated[
        Path | None, typer.Option(help="Write the words that speak for a label, to choose from.")
    ] = None,
    cues: Annotated[Path | None, typer.Option(help="Such a file, with the words that may count accepted.")] = None,
    accept_all: Annotated[bool, typer.Option("--accept-all", help="Let all proposed words count.")] = False,
    words: Annotated[int, typer.Option(min=1, max=1000, help="The most words for a dimension.")] = 100,
    text_column: TextColumn = None,
    more_columns: MoreOption = False,
    json: JsonOption = False,
) -> None:
    """Fit the weights to labelled messages; take new ones only where held-out messages are read better with them."""
    from ...evaluation.calibration.kept_parts import calibrated_file
    from ...evaluation.calibration.on_labels import calibrate as fitted
    from ...evaluation.calibration.options import Options
    from ...evaluation.calibration.weights_toml import weights_text
    from ...evaluation.labelled import stream_labelled
    from ...files.whole_file import whole_file

    _check_files(labelled, out, propose, cues, accept_all=accept_all)
    options = Options(precision, _accepted(cues), accept_all=accept_all, most_words=words)
    with _Bar() as bar:
        messages = tuple(stream_labelled(labelled, text=text_column, more=more_columns))
        calibration = fitted(messages, options=options, watcher=bar)
    today = datetime.now().astimezone().date()
    content = calibrated_file(calibration, labelled=labelled.name, date=today)
    with whole_file(out) as file:
        file.write(weights_text(content))
    if propose:
        _write_proposals(calibration, propose, labelled)
    if json:
        print(content.model_dump_json(indent=2, exclude_none=True))
    else:
        _print(content, calibration, out, propose)
        _say_what_was_copied(messages)


def _say_what_was_copied(messages: Sequence[LabelledMessage]) -> None:
    from ...evaluation.copied_labels import copied_labels
    from ...evaluation.reservations import same_labels

    for pair in copied_labels(each.labels for each in messages):
        print(same_labels(pair), file=sys.stderr)


def _accepted(cues: Path | None) -> AcceptedWords:
    from ...evaluation.calibration.options import AcceptedWords
    from ...evaluation.calibration.words_file import read_words

    return read_words(cues) if cues else AcceptedWords()


def _write_proposals(calibration: Calibration, path: Path, labelled: Path) -> None:
    from ...evaluation.calibration.words_file import words_text
    from ...files.whole_file import whole_file

    with whole_file(path) as file:
        file.write(words_text(calibration.proposals, labelled=labelled.name, name=path.name))


def _check_files(labelled: Path, out: Path, propose: Path | None, cues: Path | None, *, accept_all: bool) -> None:
    """Refuse before the work what would fail after it."""
    if cues and accept_all:
        raise typer.BadParameter("--cues names the words that count, --accept-all takes all of them; give one")
    if out.suffix.lower() != ".toml":
        raise MessageSourceError("weights are written as TOML; give a name that ends in .toml", source=str(out))
    if propose and propose.exists():
        problem = "exists, and may hold what somebody has accepted; give another name, or delete it"
        raise MessageSourceError(problem, source=str(propose))
    if labelled.is_file() and labelled.stat().st_size > _LARGEST:
        problem = (
            f"is larger than {_LARGEST // 1_000_000} MB; some thousand labelled messages are plenty, draw a sample"
        )
        raise MessageSourceError(problem, source=str(labelled))
    for path in filter(None, (out, propose)):
        if not path.parent.is_dir():
            raise MessageSourceError("there is no such folder", source=str(path.parent))
        if path.is_dir() or path.resolve() in {each.resolve() for each in (labelled, cues) if each}:
            raise MessageSourceError("is a folder, or a file that is read; give another name", source=str(path))


class _Bar:
    """Shows on standard error how far the work is, where somebody looks."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task: Any = None

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def begin(self, what: str, steps: int) -> None:
        """Begin a bar of its own."""
        self._task = self._progress.add_task(what, total=steps)

    def advance(self) -> None:
        """Move the bar by one."""
        self._progress.advance(self._task)


def _print(content: CalibratedFile, calibration: Calibration, out: Path, propose: Path | None) -> None:
    from ..console import output_console

    console = output_console()
    console.print(_table(content))
    if copies := content.calibration.copies:
        console.print(
            f"{copies} of {content.calibration.messages} messages say nearly the same as one before them: they are "
            "held out together with it, and count once where chance is reckoned."
        )
    for name, chosen in calibration.thresholds.items():
        if chosen.threshold is None:
            console.print(f"{name}: no threshold makes {chosen.wanted:.0%} of the answers right; it stays as shipped.")
    if not calibration.accepted and not any(
        each.fitted and each.fitted.words for each in calibration.outcomes.values()
    ):
        _print_proposals(console, calibration, propose)
    taken = [name for name, part in content.dimensions.items() if part.languages]
    what = f"new for {', '.join(taken)}" if taken else "nothing new: the shipped weights stay as they are"
    console.print(
        f"{out}: {what}. Read with it: --weights {out}, ToneKit(weights={str(out)!r})", soft_wrap=True, markup=False
    )


def _table(content: CalibratedFile) -> Any:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("dimension", "labels", "before", "after", "what became of it"):
        table.add_column(heading, justify="right" if heading in ("labels", "before", "after") else "left")
    for name, part in content.dimensions.items():
        scores = (f"{part.macro_f1.before:.3f}", f"{part.macro_f1.after:.3f}") if part.macro_f1 else ("–", "–")
        style = "green" if part.refitted else "dim" if part.macro_f1 else "yellow"
        table.add_row(name, str(part.labels), *scores, "; ".join((part.why, *_told(part))), style=style)
    return table


def _told(part: DimensionPart) -> Iterator[str]:
    from ...evaluation.scores import wilson

    if part.precision is not None:
        found = part.precision
        low, high = wilson(round(found.held_out * found.answers), found.answers)
        right = f"{found.held_out:.0%} ({100 * low:.0f}–{100 * high:.0f})"
        yield f"from {part.unsure_below:.2f} on {right} of {found.answers} answers are right"
        if others := found.before - found.answers:
            yield f"macro-F1 {found.macro_f1:.3f} with the neutral label for the other {others}"


def _print_proposals(console: Any, calibration: Calibration, propose: Path | None) -> None:
    from ...evaluation.calibration.giveaways import giveaways

    for name, words in calibration.proposals.items():
        if words:
            shown = ", ".join(f"{each.phrase} ({each.language}: {each.label})" for each in words[:_SHOWN_WORDS])
            more = f" and {len(words) - _SHOWN_WORDS} more" if len(words) > _SHOWN_WORDS else ""
            console.print(f"Words that speak for a label of {name}: {shown}{more}", markup=False)
    for line in giveaways(calibration.proposals):
        console.print(line, style="yellow", markup=False)
    if any(calibration.proposals.values()):
        where = f"They stand in {propose}" if propose else "Write them to a file with --propose own-words.toml"
        console.print(f"{where}; accept the good ones there, and give it back with --cues.", markup=False)
