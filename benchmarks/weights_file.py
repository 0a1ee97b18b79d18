"""Write `weights.yaml`: the heads as a file that a person can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tonekit.reading.heads.head_file import SETTING, WEIGHTS, HeadFile


def write_weights(heads: Mapping[str, HeadFile], *, setting: HeadFile, repeat: float) -> None:
    """Replace the heads of the shipped weights; the comment at the top of the file stays."""
    lines = [line for line in WEIGHTS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    sets = "the messages of benchmarks/messages and the gold and public sets that docs/accuracy.md names"
    lines += [
        f"fitted_on: set by hand, then fitted on {sets} (benchmarks/fit_weights.py)",
        f"repeat: {repeat:g}   # the second hit of a cue counts half, the third a quarter",
        f"{SETTING}:   # tells a post, comment or review from mail; weights of posted.… count as far as it is one",
        *_head_lines(setting, indent="  "),
        "heads:",
    ]
    for dimension, head in heads.items():
        lines += [f"  {dimension}:", *_head_lines(head, indent="    ")]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def as_table(
    weights: NDArray[np.float64], names: Sequence[str], labels: Sequence[str], *, least: float
) -> dict[str, dict[str, float]]:
    """Return feature → label → weight, rounded to two places; weights below `least` are left out."""
    rows = {
        name: {
            label: round(float(value), 2) for label, value in zip(labels, values, strict=True) if abs(value) >= least
        }
        for name, values in zip(names, weights, strict=True)
    }
    return {name: row for name, row in rows.items() if row}


def _head_lines(head: HeadFile, *, indent: str) -> Iterator[str]:
    yield f"{indent}labels: [{', '.join(head.labels)}]"
    yield f"{indent}neutral: {head.neutral}"
    yield f"{indent}unsure_below: {head.unsure_below}"
    yield f"{indent}zones: [{', '.join(sorted(head.zones))}]"
    if head.cautions:
        yield f"{indent}cautions:"
        for caution in head.cautions:
            yield f"{indent}  - {{{', '.join(f'{name}: {value}' for name, value in caution.model_dump().items())}}}"
    yield f"{indent}bias: {_flow(head.bias)}"
    yield f"{indent}weights:"
    yield from (f"{indent}  {name}: {_flow(row)}" for name, row in head.weights.items())


def _flow(row: Mapping[str, float]) -> str:
    return "{" + ", ".join(f"{label}: {value:g}" for label, value in row.items()) + "}"
