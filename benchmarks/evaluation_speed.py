"""Measure how long `tonekit evaluate` takes: `python benchmarks/evaluation_speed.py [--messages 10000] [--workers 2]`.

The messages are our own (fixtures and those that weights are fitted on, five languages, all dimensions labelled), again
and again with a word of their own, so that nothing which remembers whole texts can help. CPU time stands beside the
time on the clock: on a machine that does other things, only CPU time divided by the processes tells.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from labelled_sets import fixtures, own_messages

from tonekit.cli.labelled.answering import Configuration, answer_all
from tonekit.evaluation.answers import grouped
from tonekit.evaluation.evaluation import evaluation_of
from tonekit.evaluation.evaluation_file import as_json
from tonekit.evaluation.html_report import html_report
from tonekit.evaluation.labelled import LabelledMessage, as_line, stream_labelled


def main() -> int:
    """Print the steps with their times; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "labelled.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(as_line(message) for message in _different(options.messages))
        _measure(path, options.workers)
    return 0


def _different(number: int) -> Iterator[LabelledMessage]:
    rows = [row for each in (*fixtures(), *own_messages()) for row in each.rows]
    for place in range(number):
        row = rows[place % len(rows)]
        yield replace(row, id=f"m{place}", text=f"{row.text}\n\nNr {place}")


def _measure(path: Path, workers: int) -> None:
    print("| step | seconds | CPU seconds |\n|---|---|---|")
    timed = _Clock()
    total = sum(1 for _ in stream_labelled(path))
    timed.print(f"check {total:,} messages")
    answered = list(answer_all(stream_labelled(path), Configuration(), workers=workers))
    timed.print(f"read them, {workers} processes, start-up included")
    answered = grouped(answered, (each.text for each in stream_labelled(path)))
    timed.print("find messages that say nearly the same")
    evaluation = evaluation_of(answered, file=path.name, data="")
    timed.print("all figures")
    as_json(evaluation)
    timed.print("JSON")
    html_report(evaluation)
    timed.print("HTML")
    timed.print_total()


class _Clock:
    """Prints how long a step took; child processes count once they have ended."""

    def __init__(self) -> None:
        self._start = self._last = self._now()
        self._numbers = count(1)

    def print(self, step: str) -> None:
        now = self._now()
        self._row(f"{next(self._numbers)}. {step}", self._last, now)
        self._last = now

    def print_total(self) -> None:
        self._row("together", self._start, self._now())

    @staticmethod
    def _row(step: str, before: tuple[float, float], now: tuple[float, float]) -> None:
        print(f"| {step} | {now[0] - before[0]:.1f} | {now[1] - before[1]:.1f} |", flush=True)

    @staticmethod
    def _now() -> tuple[float, float]:
        children = os.times()
        return perf_counter(), process_time() + children.children_user + children.children_system


if __name__ == "__main__":
    sys.exit(main())
