"""What tonekit takes beside time on one core: memory, and how far a second worker process helps."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from call_speed import texts_of_sixty
from speed_messages import LANGUAGES, SpeedMessages

from tonekit import ToneKit

_MEMORY = """
import sys
sys.path.insert(0, sys.argv[1])
from machine import resident_mb
import tonekit
for text in sys.argv[2:]:
    tonekit.personalize(text)
print(resident_mb())
"""
_MESSAGES = 1500
"""For each measurement of workers: enough that the first messages, which load the languages, do not count much."""
_ROUNDS = 3


def memory_lines(messages: Mapping[str, SpeedMessages]) -> Iterator[str]:
    """Yield the resident memory of a process that has answered one message in each language."""
    texts = [texts_of_sixty(messages, language)[0] for language in LANGUAGES]
    command = [sys.executable, "-c", _MEMORY, str(Path(__file__).parent), *texts]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    yield f"One process with all five languages loaded: {float(done.stdout):.0f} MB resident."


def worker_lines(toolkit: ToneKit, messages: Mapping[str, SpeedMessages], *, quick: bool) -> Iterator[str]:
    """Yield messages a second with one and with two worker processes, every result looked at."""
    texts = [text for language in LANGUAGES for text in texts_of_sixty(messages, language)]
    rates: dict[int, list[float]] = {1: [], 2: []}
    rounds = 1 if quick else _ROUNDS
    for _ in range(rounds):
        for workers, each in rates.items():
            each.append(_rate(toolkit, texts, workers))
    one, two = (median(each) for each in rates.values())
    factors = [b / a for a, b in zip(*rates.values(), strict=True)]
    yield (
        f"`analyze_many`: {one:,.0f} messages a second with one worker process, {two:,.0f} with two; factor "
        f"{median(factors):.2f} (median of {rounds} pairs of runs, by the clock on the wall, start-up left out)."
    )


def _rate(toolkit: ToneKit, texts: Sequence[str], workers: int) -> float:
    """Return messages a second, after every worker has had each language."""
    warm = len(texts)
    stream = toolkit.analyze_many((texts[number % warm] for number in range(warm + _MESSAGES)), workers=workers)
    for outcome in islice(stream, warm):
        outcome.unwrap()
    started = perf_counter()
    labels = [outcome.unwrap().mood.label for outcome in stream]
    return len(labels) / (perf_counter() - started)
