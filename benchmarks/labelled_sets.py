"""The labelled messages that are measured on: our own, and those of a folder beside the checkout."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tonekit.evaluation.labelled import LabelledMessage, read_labelled

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
"""Where the sets stand that are no part of the project."""
GOLD: Literal["gold"] = "gold"
OWN: Literal["own"] = "own"
CONTRASTS: Literal["contrasts"] = "contrasts"
"""Our own as well, and hard on purpose: neighbours that are easily confused, such as mockery and honest praise."""
CLOSE_CALLS: Literal["close_calls"] = "close_calls"
"""Our own as well, by other hands: ordinary mail, above all where what is wanted can be read in two ways."""
POSTS: Literal["posts"] = "posts"
"""Written for tonekit like our own messages, but for everybody to read, not to a firm."""
PUBLIC: Literal["public"] = "public"
_PUBLIC = {
    "sentiment": "sentiment",
    "formality": "formality",
    "address": "formality",
    "language": "language",
    "urgency": "urgency",
}
"""What the first word of a public set's name says it labels; sets of other dimensions are passed over."""
FITTED = ("sentiment", "formality")
"""Dimensions whose public sets take part in the fit."""
MOST_PUBLIC = 700
_RENAMED = {"urgent": "elevated", "calm": "none"}


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A set of labelled messages, and which of our dimensions it labels."""

    name: str
    group: Literal["gold", "own", "contrasts", "close_calls", "posts", "public"]
    rows: tuple[LabelledMessage, ...]
    dimensions: tuple[str, ...]

    @property
    def to_fit(self) -> tuple[LabelledMessage, ...]:
        """The rows that weights may be fitted on: of a public set the first, so that tweets do not outvote mail."""
        return self.rows[: min(MOST_PUBLIC, len(self.rows) // 2)] if self.group == PUBLIC else self.rows

    @property
    def unseen(self) -> tuple[LabelledMessage, ...]:
        """The rows of a public set that no weight is fitted on."""
        return self.rows[len(self.to_fit) :] if self.dimensions[0] in FITTED else self.rows


def labelled_sets(folder: Path) -> Iterator[LabelledSet]:
    """Yield every set of the folder beside the checkout that labels a dimension of ours, the gold sets first."""
    for path in sorted((folder / "gold").glob("*.jsonl")):
        rows = tuple(LabelledMessage(row["id"], row["text"], row["labels"], tuple(row["tags"])) for row in _lines(path))
        yield LabelledSet(f"gold/{path.stem}", GOLD, rows, tuple(rows[0].labels))
    for path in sorted((folder / "public").glob("*.jsonl")):
        if dimension := _PUBLIC.get(path.stem.split("_")[0]):
            rows = tuple(
                LabelledMessage(row["id"], row["text"], {dimension: _RENAMED.get(row["label"], row["label"])})
                for row in _lines(path)
            )
            yield LabelledSet(path.stem, PUBLIC, rows, (dimension,))


def own_messages() -> Iterator[LabelledSet]:
    """Yield the messages written for tonekit that the weights are fitted on."""
    yield from _own(ROOT / "benchmarks" / "messages", "messages")
    yield from _own(ROOT / "benchmarks" / "contrasts", "contrasts", CONTRASTS)
    yield from _own(ROOT / "benchmarks" / "close_calls", "close_calls", CLOSE_CALLS)


def own_posts() -> Iterator[LabelledSet]:
    """Yield the posts written for tonekit that the weights are fitted on; a thousand of them know polarity alone."""
    yield from _own(ROOT / "benchmarks" / "posts", "posts", POSTS)


def fixtures() -> Iterator[LabelledSet]:
    """Yield the messages written for tonekit that only test."""
    yield from _own(ROOT / "tests" / "fixtures" / "messages", "fixtures")


def borders() -> Iterator[LabelledSet]:
    """Yield the messages by three other authors that lie between two labels, and only test."""
    yield from _own(ROOT / "tests" / "fixtures" / "borders", "borders")


def inboxes() -> Iterator[LabelledSet]:
    """Yield ordinary mail by five other authors, which only tests."""
    yield from _own(ROOT / "tests" / "fixtures" / "inboxes", "inboxes")


def _own(
    folder: Path, name: str, group: Literal["own", "contrasts", "close_calls", "posts"] = OWN
) -> Iterator[LabelledSet]:
    for path in sorted(folder.glob("*.jsonl")):
        rows = read_labelled(path)
        yield LabelledSet(f"{name}/{path.stem}", group, rows, tuple(rows[0].labels))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
