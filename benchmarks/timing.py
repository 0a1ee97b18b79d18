"""Taking times so that they can be compared: in turn on the same messages, in processor time.

Processor time and turns, because a machine is never idle: what slows one program down then slows the others too.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time_ns
from typing import Any

Clocked = Callable[[str], int]
"""Does its work on a text and returns the nanoseconds of processor time that it took."""


@dataclass(frozen=True, slots=True)
class Times:
    """Times of many calls, in microseconds."""

    microseconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """What half of the calls take at most."""
        return median(self.microseconds)

    def below(self, percent: int) -> float:
        """Return what that many percent of the calls take at most."""
        ranked = sorted(self.microseconds)
        return ranked[min(len(ranked) - 1, len(ranked) * percent // 100)]


def clocked(work: Callable[[str], Any]) -> Clocked:
    """Return work on a text that tells how long it took."""

    def timed(text: str) -> int:
        started = process_time_ns()
        work(text)
        return process_time_ns() - started

    return timed


def in_turn(
    candidates: Mapping[str, Clocked], texts: Sequence[str], *, calls: int, warm_up: int = 5
) -> dict[str, Times]:
    """Return candidate → times on the same texts.

    Args:
        candidates: name → what is timed.
        texts: used one after the other, from the first again when they are through.
        calls: calls of each candidate.
        warm_up: calls before, which do not count: languages are loaded with their first message.
    """
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    names = list(candidates)
    for text in texts[:warm_up]:
        for name in names:
            candidates[name](text)
    gc.collect()
    for number in range(calls):
        text = texts[number % len(texts)]
        # Nobody always comes first, after the rest has filled the caches of the processor.
        for place in range(len(names)):
            name = names[(place + number) % len(names)]
            taken[name].append(candidates[name](text) / 1000)
    return {name: Times(tuple(each)) for name, each in taken.items()}
