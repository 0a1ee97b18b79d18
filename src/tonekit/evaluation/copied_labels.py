"""Dimensions that are labelled alike throughout: a column that was filled by copying another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from ..analysis import DIMENSIONS

LEAST_BOTH = 30
"""Messages that have to be labelled for both: of fewer, two people who judge may well agree throughout."""
LEAST_OF_TWO = 5
"""Messages of the second commonest label: where nearly all have one label, the same labels are no wonder."""


def copied_labels(messages: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of dimensions of which each label of one always stands with the same label of the other.

    A calm message is often a message without haste, but not in thirty of thirty: such a column was copied, or derived.
    """
    rows = list(messages)
    for one, other in combinations(DIMENSIONS, 2):
        pairs = Counter((row[one], row[other]) for row in rows if one in row and other in row)
        if pairs.total() >= LEAST_BOTH and _one_to_one(pairs):
            yield one, other


def _one_to_one(pairs: Counter[tuple[str, str]]) -> bool:
    commonest = [count for _, count in pairs.most_common(2)]
    return (
        len(commonest) > 1
        and commonest[1] >= LEAST_OF_TWO
        and len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})
    )
