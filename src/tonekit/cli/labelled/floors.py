"""Floors under the scores of an evaluation: a check in CI."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ...errors import DataFileError

if TYPE_CHECKING:
    from ...evaluation.evaluation import Evaluation


def read_floors(pairs: list[str]) -> dict[str, float]:
    """Return `dimension=floor` pairs.

    Raises:
        BadParameter: no such dimension, or no number from 0 to 1.
    """
    floors = {}
    for pair in pairs:
        name, _, number = pair.partition("=")
        check_dimension(name, "--min")
        try:
            floors[name] = float(number)
        except ValueError:
            floors[name] = -1.0
        if not 0 <= floors[name] <= 1:
            raise typer.BadParameter(f"--min needs a dimension and a number from 0 to 1, as {name}=0.8, not '{pair}'")
    return floors


def below(evaluation: Evaluation, floors: Mapping[str, float]) -> Iterator[str]:
    """Yield a line for each dimension that scores below its floor.

    Raises:
        DataFileError: no message is labelled for a dimension that has a floor.
    """
    for name, floor in floors.items():
        if name not in evaluation.dimensions:
            problem = f"no message is labelled for {name}, which has a floor; label some, or leave --min {name} out"
            raise DataFileError(problem, path=Path(evaluation.file))
        score = evaluation.dimensions[name].scores.macro_f1
        if score < floor:
            yield f"{name}: macro-F1 {score:.3f} is below {floor:g}"


def hold(evaluation: Evaluation, floors: Mapping[str, float]) -> None:
    """End with exit code 1 where a score is below its floor, a line for each."""
    if failed := list(below(evaluation, floors)):
        for line in failed:
            typer.secho(line, fg="red", err=True)
        raise typer.Exit(1)


def check_dimension(name: str, option: str) -> None:
    """Refuse what is no dimension.

    Raises:
        BadParameter: it names those that there are.
    """
    from ...evaluation.labelled_message import SCORED

    if name not in SCORED:
        raise typer.BadParameter(f"{option}: there is no dimension '{name}'; there are {', '.join(SCORED)}")
