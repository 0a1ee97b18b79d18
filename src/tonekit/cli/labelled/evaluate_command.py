"""The command `evaluate`: how well labelled messages are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import DataFileError
from ...foreign_text.fencing import one_line
from ..options import JsonOption, TemplatesOption, WeightsOption
from .evaluate_options import (
    CompareOption,
    ErrorsOption,
    FileArgument,
    FloorOption,
    HtmlOption,
    MoreOption,
    SaveOption,
    ShowOption,
    TextColumn,
    TwoOption,
    WorkersOption,
)
from .floors import check_dimension, hold, read_floors

if TYPE_CHECKING:
    from ...evaluation.answers import AnsweredMessage
    from ...evaluation.comparing import Comparison
    from ...evaluation.evaluation import Evaluation
    from ...evaluation.labelled import LabelledMessage
    from .answering import Configuration

    Source = Callable[[], Iterator[LabelledMessage]]

_ALL = "all"


def evaluate(
    file: FileArgument,
    *,
    show: ShowOption = None,
    json: JsonOption = False,
    save: SaveOption = None,
    html: HtmlOption = None,
    errors: ErrorsOption = None,
    least: FloorOption = None,
    compare: CompareOption = None,
    templates: TemplatesOption = None,
    weights: WeightsOption = None,
    workers: WorkersOption = None,
    text_column: TextColumn = None,
    more_columns: MoreOption = False,
    two_classes: TwoOption = False,
) -> None:
    """Read labelled messages; print how often each dimension is right, how sure it is, and what went wrong."""
    from .answering import Configuration

    floors, shown = read_floors(least or []), _dimensions(show or [])
    _check_targets(save, html, errors)
    before = _earlier(compare)
    source = partial(_messages, file, text=text_column, more=more_columns)
    if more_columns:
        _say_what_is_passed_over(file, text_column)
    among = _among(source) if two_classes else {}
    if compare and before:
        _check_alike(before, among, compare)
    answered = _answered(source, Configuration(templates, weights, tuple(among.items())), workers=workers)
    evaluation = _evaluation(answered, file, two_classes=among, fitted_on=_fitted_on(weights, source))
    comparison = _compared(before, answered)
    _write(evaluation, comparison, answered, html=html, errors=errors, save=save)
    _print(evaluation, comparison, None if json else shown)
    hold(evaluation, floors)


def _dimensions(names: list[str]) -> list[str]:
    from ...evaluation.labelled_message import SCORED

    if _ALL in names:
        return list(SCORED)
    for name in names:
        check_dimension(name, "--show")
    return names


def _check_targets(*paths: Path | None) -> None:
    for path in paths:
        if path is not None and (path.is_dir() or not path.resolve().parent.is_dir()):
            raise DataFileError("cannot be written there; give a file in a folder that exists", path=path)


def _earlier(path: Path | None) -> Evaluation | None:
    from ...evaluation.evaluation_file import read_evaluation

    return read_evaluation(path) if path else None


def _check_alike(before: Evaluation, among: Iterable[str], path: Path) -> None:
    """Refuse to compare answers that were to choose from other labels."""
    now = tuple(among)
    if before.two_classes != now:
        then, here = (", ".join(names) or "no dimension" for names in (before.two_classes, now))
        problem = f"took one of two labels for {then}, this run does for {here}; give --two-classes to both or to none"
        raise DataFileError(problem, path=path)


def _compared(before: Evaluation | None, answered: list[AnsweredMessage]) -> Comparison | None:
    from ...evaluation.comparing import compare

    return compare(before, answered) if before else None


def _messages(file: Path, *, text: str | None, more: bool) -> Iterator[LabelledMessage]:
    from ...evaluation.labelled import stream_labelled

    return stream_labelled(file, text=text, more=more)


def _say_what_is_passed_over(file: Path, text: str | None) -> None:
    from ...evaluation.labelled import passed_over

    if names := passed_over(file, text=text):
        # A dimension that is misspelt would go unseen otherwise.
        print(f"passed over: {', '.join(map(one_line, names))}", file=sys.stderr)


def _among(source: Source) -> dict[str, tuple[str, ...]]:
    from ...evaluation.answers import two_classes

    return two_classes(each.labels for each in source())


def _fitted_on(weights: Path | None, source: Source) -> bool:
    """Return whether weights were fitted on these very messages."""
    from ...evaluation.calibration.on_labels import data_hash
    from ...reading.heads.calibrated import origin_of

    origin = origin_of(weights) if weights else None
    return origin is not None and origin.data == data_hash(source())


def _answered(source: Source, configuration: Configuration, *, workers: int | None) -> list[AnsweredMessage]:
    """Return what every message is answered with; a mistake anywhere in the file shows before the first is read."""
    from ...evaluation.answers import grouped
    from ..progress import reading_bar
    from .answering import answer_all, workers_for

    total = sum(1 for _ in source())
    found = []
    with reading_bar("messages") as show:
        answers = answer_all(source(), configuration, workers=workers_for(total, wanted=workers))
        for done, each in enumerate(answers, start=1):
            found.append(each)
            show(done, done / total)
    return grouped(found, (each.text for each in source()))


def _evaluation(
    answered: list[AnsweredMessage], file: Path, *, two_classes: Iterable[str], fitted_on: bool
) -> Evaluation:
    from hashlib import file_digest

    from ...evaluation.evaluation import evaluation_of

    with file.open("rb") as content:
        data = file_digest(content, "sha256").hexdigest()
    return evaluation_of(answered, file=file.name, data=data[:16], two_classes=two_classes, fitted_on=fitted_on)


def _write(
    evaluation: Evaluation,
    comparison: Comparison | None,
    answered: list[AnsweredMessage],
    *,
    html: Path | None,
    errors: Path | None,
    save: Path | None,
) -> None:
    if save:
        from ...evaluation.evaluation_file import as_json

        _write_text(save, as_json(evaluation, comparison))
    if html:
        from ...evaluation.html_report import html_report

        _write_text(html, html_report(evaluation, comparison))
    if errors:
        from ...evaluation.mistakes import mistake_rows
        from ...files.whole_file import whole_file
        from ...report.spreadsheet import write_rows

        with whole_file(errors) as sheet:
            write_rows(sheet, mistake_rows(each for message in answered for each in message.mistakes))


def _write_text(path: Path, text: str) -> None:
    from ...files.whole_file import whole_file

    with whole_file(path) as file:
        file.write(text)


def _print(evaluation: Evaluation, comparison: Comparison | None, shown: list[str] | None) -> None:
    """Print tables, those of some dimensions in full; JSON where `shown` is None."""
    if shown is None:
        from ...evaluation.evaluation_file import as_json

        print(as_json(evaluation, comparison))
        return
    from ..views import print_view
    from .evaluation_view import comparison_view, evaluation_view

    print_view(evaluation_view(evaluation, shown))
    if comparison:
        print_view(comparison_view(comparison, fitted_on=evaluation.fitted_on))
