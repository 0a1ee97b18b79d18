"""The labelled messages that are measured on: read from a folder beside the checkout, never part of the project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled message: labels by dimension."""

    id: str
    text: str
    labels: dict[str, str]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A set of rows; `dimension` where it labels one only, and its two-class form."""

    name: str
    rows: tuple[Row, ...]
    dimensions: tuple[str, ...]


GOLD = "gold/"
"""How the names of the sets begin whose rows are labelled for every dimension."""
_PUBLIC = {
    "sentiment": "sentiment",
    "formality": "formality",
    "address": "formality",
    "language": "language",
    "urgency": "urgency",
}
_RENAMED = {"urgent": "elevated", "calm": "none"}


def labelled_sets(folder: Path) -> Iterator[LabelledSet]:
    """Yield every set of the folder that labels a dimension of ours, the gold sets first."""
    for path in sorted((folder / "gold").glob("*.jsonl")):
        rows = tuple(Row(row["id"], row["text"], row["labels"], tuple(row["tags"])) for row in _lines(path))
        yield LabelledSet(f"{GOLD}{path.stem}", rows, tuple(rows[0].labels))
    for path in sorted((folder / "public").glob("*.jsonl")):
        dimension = _PUBLIC.get(path.stem.split("_")[0])
        if dimension:
            rows = tuple(
                Row(row["id"], row["text"], {dimension: _RENAMED.get(row["label"], row["label"])})
                for row in _lines(path)
            )
            yield LabelledSet(path.stem, rows, (dimension,))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
