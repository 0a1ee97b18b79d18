"""Example mails for the cells of a report: the clearest for each, redacted before they are kept."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Iterator

from ..mails.mail import Mail
from .observation import Observation

Cell = tuple[tuple[str, str], ...]
"""What a group of mails has in common, such as `(("mood", "frustrated"), ("request", "problem"))`."""
Redact = Callable[[str, Iterable[str]], str]
"""Takes a text and the names of people that are known from its mail; returns the text without what identifies them."""

MOST_PER_CELL = 2
SHOWN_CHARACTERS = 260
_FEWEST_LETTERS = 20
"""A shorter body shows nothing."""
DEEP = ("formality", "knowledge", "mood", "urgency", "request")
PAIRS = (
    ("mood", "request"),
    ("urgency", "request"),
    ("mood", "urgency"),
    ("formality", "knowledge"),
    ("language", "formality"),
    ("role", "request"),
)
"""Pairs of dimensions that the report draws; all others stand in its CSV."""


def cells_of(seen: Observation) -> Iterator[Cell]:
    """Yield the cells of the report that a mail belongs to."""
    yield from (((name, label),) for name, label in seen.labels.items())
    yield from (((one, seen.labels[one]), (other, seen.labels[other])) for one, other in PAIRS)
    yield tuple((name, seen.labels[name]) for name in DEEP)
    yield (("topic", seen.topic),)


class Examples:
    """Keeps the clearest mails of each cell: those whose least sure verdict is the surest.

    Args:
        redact: takes out what identifies a person, before anything is kept.
    """

    def __init__(self, redact: Redact) -> None:
        self._redact = redact
        self._kept: dict[Cell, list[tuple[float, int, str]]] = {}
        self._number = 0

    def of(self, cell: Cell) -> tuple[str, ...]:
        """Return the examples of a cell, the clearest first."""
        return tuple(text for _, _, text in self._kept.get(cell, ()))

    def offer(self, seen: Observation) -> None:
        """Keep a mail in each cell where it is clearer than what is there."""
        self._number += 1
        excerpt: str | None = None
        for cell in cells_of(seen):
            clearness = _clearness(seen, cell)
            kept = self._kept.setdefault(cell, [])
            if len(kept) == MOST_PER_CELL and -clearness >= kept[-1][0]:
                continue
            excerpt = self._excerpt(seen) if excerpt is None else excerpt
            if excerpt and all(excerpt != text for _, _, text in kept):
                insort(kept, (-clearness, self._number, excerpt))
                del kept[MOST_PER_CELL:]

    def _excerpt(self, seen: Observation) -> str:
        if len(seen.body.strip()) < _FEWEST_LETTERS:
            return ""
        # Cut behind the redaction: what identifies somebody must not be cut in two before it is found.
        shown = " ".join(self._redact(seen.body, _names(seen.mail)).split())
        return shown if len(shown) <= SHOWN_CHARACTERS else shown[:SHOWN_CHARACTERS].rpartition(" ")[0] + " …"


def _clearness(seen: Observation, cell: Cell) -> float:
    return min(seen.confidence["request" if name == "topic" else name] for name, _ in cell)


def _names(mail: Mail) -> tuple[str, ...]:
    return (mail.sender,) if mail.sender else ()
