"""Which dimensions have enough labels to calibrate on, and what is wrong with the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress

from ...analysis import DIMENSIONS
from ..labelled_message import LabelledMessage
from ..near_copies import distinct

LEAST_LABELS = 30
"""Fewer labels of a dimension cannot tell a gain from chance, whatever they are."""
LEAST_OF_CLASS = 5
"""Of two labels there have to be as many: else there is nothing to tell apart."""


def usable_labels(messages: Sequence[LabelledMessage], groups: Sequence[int]) -> tuple[dict[str, int], dict[str, str]]:
    """Return how many labels each dimension has, and why those of some cannot be used.

    Args:
        messages: the labelled messages.
        groups: the group of each, as `near_copies` tells it: a text that stands ten times counts once.
    """
    labels, refused = {}, {}
    for name in DIMENSIONS:
        rows = [row for row, each in enumerate(messages) if name in each.labels]
        given = [messages[row].labels[name] for row in rows]
        single = list(compress(given, distinct([groups[row] for row in rows], given)))
        if given:
            labels[name] = len(given)
        if given and (why := _refusal(single, copies=len(given) - len(single))):
            refused[name] = why
    return labels, refused


def _refusal(given: Sequence[str], *, copies: int) -> str | None:
    """Return why labels of messages that say different things cannot be used; None if they can."""
    if len(given) < LEAST_LABELS:
        beside = f" (and {copies} of messages that say nearly the same as another)" if copies else ""
        return (
            f"{len(given)} labels{beside} are too few to tell a gain from chance; "
            f"label at least {LEAST_LABELS} messages"
        )
    counts = Counter(given).most_common()
    if len([label for label, count in counts if count >= LEAST_OF_CLASS]) <= 1:
        commonest, count = counts[0]
        return (
            f"the labels are one-sided: {count} of {len(given)} are '{commonest}'; "
            f"label at least {LEAST_OF_CLASS} messages of a second class"
        )
    return None
