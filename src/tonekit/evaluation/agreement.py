"""How far two people who labelled the same messages agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .columns import independent_share
from .labelled_message import SCORED, LabelledMessage
from .near_copies import near_copies
from .scores import accuracy, macro_f1, wilson


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one dimension.

    Attributes:
        n: how many messages both have labelled.
        share: the share on which they agree, 0 to 1.
        share_interval: its 95 % interval (Wilson); messages that say nearly the same count as one in it.
        kappa: Cohen's kappa, −1 to 1; None if both gave one and the same label throughout.
        kappa_interval: its 95 % interval: that of the share, with the agreement by chance taken as it is.
        macro_f1: the second scored against the first, 0 to 1: about as far as a program can honestly get.
        disputes: ids of the messages on which they differ, with both labels.
        alone: how many of the shared messages only the first and only the second has labelled.
    """

    n: int
    share: float
    share_interval: tuple[float, float]
    kappa: float | None
    kappa_interval: tuple[float, float] | None
    macro_f1: float
    disputes: tuple[tuple[str, str, str], ...]
    alone: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Agreements:
    """Agreement on everything that both have labelled.

    Attributes:
        shared: how many messages are in both files.
        alone: how many messages are in the first file only, and in the second only, by their ids.
        different: ids of messages that have another text in the other file; they are left out.
        dimensions: name → agreement.
        copies: how many of the shared messages say nearly the same as one before them.
    """

    shared: int
    alone: tuple[int, int]
    different: tuple[str, ...]
    dimensions: Mapping[str, Agreement]
    copies: int = 0


def agreements(one: Iterable[LabelledMessage], other: Iterable[LabelledMessage]) -> Agreements:
    """Return how far the labels of two files agree, on messages of the same id and text."""
    first, second = ({each.id: each for each in file} for file in (one, other))
    both = [(first[id_], each) for id_, each in second.items() if id_ in first]
    same = [(a, b) for a, b in both if a.text == b.text]
    groups = near_copies([a.text for a, _ in same])
    pairs = {name: _pairs(same, name) for name in SCORED}
    return Agreements(
        shared=len(same),
        alone=(len(first) - len(both), len(second) - len(both)),
        different=tuple(a.id for a, b in both if a.text != b.text),
        dimensions={name: agreement for name, found in pairs.items() if (agreement := _agreement(found, groups))},
        copies=len(groups) - len(set(groups)),
    )


def cohens_kappa(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Return the agreement beyond chance, −1 to 1 (Cohen 1960); None if chance alone would agree throughout."""
    total, agreed, chance = _counted(one, other)
    if chance == total * total:
        return None
    return (agreed * total - chance) / (total * total - chance)


def kappa_interval(one: Sequence[str], other: Sequence[str], *, independent: float = 1.0) -> tuple[float, float] | None:
    """Return the 95 % interval of kappa; None if there is no kappa.

    It is Wilson's interval (1927) of the share on which they agree, with the agreement by chance taken as it is: unlike
    Cohen's own standard error it does not make certainty of the full agreement of a few messages. `independent` is
    what each message counts, above 0 to 1: less where some say nearly the same.
    """
    total, agreed, chance = _counted(one, other)
    if chance == total * total:
        return None
    by_chance = chance / total**2
    low, high = ((share - by_chance) / (1 - by_chance) for share in wilson(agreed * independent, total * independent))
    return max(-1.0, low), high


def _counted(one: Sequence[str], other: Sequence[str]) -> tuple[int, int, int]:
    """Return the messages, the agreements, and what chance would agree on times the messages, in whole numbers."""
    counts, others = Counter(one), Counter(other)
    return len(one), sum(map(str.__eq__, one, other)), sum(counts[label] * others[label] for label in counts)


def _pairs(
    messages: Iterable[tuple[LabelledMessage, LabelledMessage]], name: str
) -> list[tuple[str, str | None, str | None]]:
    return [(a.id, {**a.labels, **a.expected}.get(name), {**b.labels, **b.expected}.get(name)) for a, b in messages]


def _agreement(pairs: Sequence[tuple[str, str | None, str | None]], groups: Sequence[int]) -> Agreement | None:
    """Return the agreement on what both have labelled; None if that is nothing."""
    both = (group for group, (_, one, other) in zip(groups, pairs, strict=True) if one and other)
    alone = independent_share(both)
    rows = [(id_, one, other) for id_, one, other in pairs if one is not None and other is not None]
    if not rows:
        return None
    _, one, other = zip(*rows, strict=True)
    return Agreement(
        n=len(rows),
        share=accuracy(one, other),
        share_interval=wilson(sum(map(str.__eq__, one, other)) * alone, len(rows) * alone),
        kappa=cohens_kappa(one, other),
        kappa_interval=kappa_interval(one, other, independent=alone),
        macro_f1=macro_f1(one, other),
        disputes=tuple(row for row in rows if row[1] != row[2]),
        alone=(
            sum(first is not None and second is None for _, first, second in pairs),
            sum(first is None and second is not None for _, first, second in pairs),
        ),
    )
