"""How far two people agree who labelled the same messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .labelled_message import SCORED, LabelledMessage
from .scores import accuracy, macro_f1


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one dimension.

    Attributes:
        n: how many messages both have labelled.
        share: the share on which they agree, 0 to 1.
        kappa: Cohen's kappa, −1 to 1; None where both gave one and the same label throughout.
        macro_f1: one of them scored against the other, 0 to 1: about as far as a program can honestly get.
        disputes: ids of the messages on which they differ, with both labels.
    """

    n: int
    share: float
    kappa: float | None
    macro_f1: float
    disputes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Agreements:
    """Agreement on everything that both have labelled.

    Attributes:
        shared: how many messages are in both files.
        different: ids of messages that have another text in the other file; they are left out.
        dimensions: name → agreement.
    """

    shared: int
    different: tuple[str, ...]
    dimensions: Mapping[str, Agreement]


def agreements(one: Iterable[LabelledMessage], other: Iterable[LabelledMessage]) -> Agreements:
    """Return how far the labels of two files agree, on messages of the same id and text."""
    first = {each.id: each for each in one}
    both = [(first[each.id], each) for each in other if each.id in first]
    same = [(a, b) for a, b in both if a.text == b.text]
    rows = {name: _rows(same, name) for name in SCORED}
    return Agreements(
        shared=len(same),
        different=tuple(a.id for a, b in both if a.text != b.text),
        dimensions={name: _agreement(found) for name, found in rows.items() if found},
    )


def cohens_kappa(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Return the agreement beyond chance, −1 to 1 (Cohen 1960); None where chance alone would agree throughout."""
    total = len(one)
    counts, others = Counter(one), Counter(other)
    # In whole numbers, so that full agreement by chance is seen as such.
    chance, agreed = sum(counts[label] * others[label] for label in counts), sum(map(str.__eq__, one, other))
    if chance == total * total:
        return None
    return (agreed * total - chance) / (total * total - chance)


def _rows(pairs: Iterable[tuple[LabelledMessage, LabelledMessage]], name: str) -> list[tuple[str, str, str]]:
    labels = ((a.id, {**a.labels, **a.expected}.get(name), {**b.labels, **b.expected}.get(name)) for a, b in pairs)
    return [(id_, one, other) for id_, one, other in labels if one is not None and other is not None]


def _agreement(rows: Sequence[tuple[str, str, str]]) -> Agreement:
    _, one, other = zip(*rows, strict=True)
    return Agreement(
        n=len(rows),
        share=accuracy(one, other),
        kappa=cohens_kappa(one, other),
        macro_f1=macro_f1(one, other),
        disputes=tuple(row for row in rows if row[1] != row[2]),
    )
