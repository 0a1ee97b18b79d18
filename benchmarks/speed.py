"""Measure the speed: `make speed`.

    python benchmarks/speed.py [--data FOLDER] [--only SECTION] [--no-peers] [--quick] [--write]

Everything in one run on the same messages, in turn, in processor time (workers: by the clock on the wall). The other
libraries run in an environment of their own that is made for them; VADER, which tonekit depends on, in this process.
`--write` puts the tables into docs/performance.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path

from call_speed import call_lines, hundred_kb_lines, scaling_lines
from cold_start import cold_start_lines
from footprint import memory_lines, worker_lines
from labelled_sets import DATA, ROOT
from machine import described
from measured_page import write_between
from peer_clock import PeerClock
from speed_messages import WORDS, SpeedMessages, speed_messages
from stage_speed import stage_lines

from tonekit import ToneKit

PAGE = ROOT / "docs" / "performance.md"
_OPEN, _CLOSE = "<!-- measured by benchmarks/speed.py -->", "<!-- end of what is measured -->"
Section = Callable[[], Iterable[str]]


def main() -> int:
    """Print all tables; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with gold/; else our own messages are taken")
    parser.add_argument("--only", help="one section, by the first word of its heading")
    parser.add_argument("--no-peers", action="store_true", help="leave out the other libraries")
    parser.add_argument("--quick", action="store_true", help="a quarter of the calls")
    parser.add_argument("--write", action="store_true", help=f"write the tables into {PAGE.relative_to(ROOT)}")
    given = parser.parse_args()
    name, messages = speed_messages(given.data)
    share = " A quarter of the calls of a full run." if given.quick else ""
    lines = [f"{described()} Messages: {name}.{share}"]
    print(lines[0], flush=True)
    with nullcontext(None) if given.no_peers else PeerClock() as peers:
        for heading, section in _sections(messages, peers, quick=given.quick).items():
            if given.only is None or heading.lower().startswith(given.only.lower()):
                lines += _printed(f"### {heading}", section())
    if given.write:
        write_between(PAGE, lines, opening=_OPEN, closing=_CLOSE)
    return 0


def _sections(messages: Mapping[str, SpeedMessages], peers: PeerClock | None, *, quick: bool) -> dict[str, Section]:
    toolkit = ToneKit()
    for each in messages.values():
        # A message of five words may be taken for another language, whose loading is no part of its time.
        toolkit.personalize(each.of_words(WORDS[1], 1)[0])
    return {
        "Starting": lambda: cold_start_lines(quick=quick),
        "Calls": lambda: call_lines(toolkit, messages, peers, quick=quick),
        "Stages": lambda: stage_lines(toolkit, messages),
        "Growth: time for so many words over the time for half of them": lambda: scaling_lines(toolkit, messages),
        "Hundred kilobytes": lambda: hundred_kb_lines(toolkit, messages),
        "Workers": lambda: worker_lines(toolkit, messages, quick=quick),
        "Memory": lambda: memory_lines(messages),
    }


def _printed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a section, each printed when it is known."""
    for line in ("", heading, "", *lines):
        print(line, flush=True)
        yield line


if __name__ == "__main__":
    raise SystemExit(main())
