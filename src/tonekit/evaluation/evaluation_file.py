"""An evaluation as JSON: written to be kept, read to be compared with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ..errors import DataFileError
from .comparing import Comparison
from .evaluation import Evaluation
from .text_lines import read_lines


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands in the file.

    Attributes:
        evaluation: all figures of a run.
        comparison: how it stands beside an earlier one, where it was compared.
    """

    evaluation: Evaluation
    comparison: Comparison | None = None


def as_json(evaluation: Evaluation, comparison: Comparison | None = None) -> str:
    """Return an evaluation as JSON, the same for the same run."""
    return _adapter().dump_json(Kept(evaluation, comparison), indent=1).decode("utf-8")


def read_evaluation(path: Path) -> Evaluation:
    """Return an evaluation that was kept as JSON.

    Raises:
        DataFileError: the file cannot be read, or holds no evaluation.
    """
    text = "".join(read_lines(path))
    try:
        return _adapter().validate_json(text).evaluation
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        wrong = f"{place}: {first['msg']}" if place else first["msg"]
        problem = f"is not an evaluation that `tonekit evaluate --json` printed: {wrong}"
        raise DataFileError(problem, path=path) from error


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Kept]:
    return TypeAdapter(Kept)
