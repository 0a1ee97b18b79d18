"""Run long: `make soak`.

    python benchmarks/soak.py endurance [--messages N] [--settle N] [--minutes M]
    python benchmarks/soak.py threads [--threads N] [--messages N]

endurance: one process answers messages of mostly unseen words; its resident memory at the end may be at most 30 MB
above its level after the first 10,000. threads: many threads share a toolkit from its cold start; each of their results
must be the one that a single thread gets. Both end with exit code 1 where that does not hold.
"""

from __future__ import annotations

import argparse
import gc
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from itertools import islice
from time import monotonic

from machine import resident_mb
from unseen import unseen_messages

from tonekit import ToneKit

GROWTH_MB = 30.0
STOPS = 20
"""How often memory is looked at after it has settled."""


def main() -> int:
    """Run one of the two; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    endurance = kinds.add_parser("endurance")
    endurance.add_argument("--messages", type=int, default=1_000_000)
    endurance.add_argument("--settle", type=int, default=10_000, help="messages after which the level is taken")
    endurance.add_argument("--minutes", type=float, default=60.0, help="ends by then, however far it is")
    endurance.add_argument("--growth", type=float, default=GROWTH_MB, help="megabytes that it may grow")
    threads = kinds.add_parser("threads")
    threads.add_argument("--threads", type=int, default=16)
    threads.add_argument("--messages", type=int, default=2000, help="messages of each thread")
    given = parser.parse_args()
    if given.kind == "threads":
        return compare_threads(given.threads, given.messages)
    return endure(given.messages, settle=given.settle, minutes=given.minutes, growth=given.growth)


def endure(count: int, *, settle: int, minutes: float, growth: float) -> int:
    """Answer messages and print the resident memory; return 1 where it grows too far."""
    toolkit, messages = ToneKit(), unseen_messages()
    started = monotonic()
    _answer(toolkit, list(islice(messages, settle)))
    level = highest = _report(settle, started, None)
    done, step = settle, max(1, (count - settle) // STOPS)
    while done < count and monotonic() - started < minutes * 60:
        for message in islice(messages, min(step, count - done)):
            toolkit.personalize(message)
        done += min(step, count - done)
        highest = max(highest, _report(done, started, level))
    last = resident_mb()
    if done < count:
        print(f"time is up: {done:,} of {count:,} messages")
    print(
        f"after {settle:,}: {level:.1f} MB, at the end: {last:.1f} MB ({last - level:+.1f}), at most {highest:.1f} MB"
    )
    return int(last - level > growth)


def _answer(toolkit: ToneKit, messages: Sequence[str]) -> None:
    for message in messages:
        toolkit.personalize(message)


def _report(done: int, started: float, level: float | None) -> float:
    gc.collect()
    now = resident_mb()
    above = "" if level is None else f" ({now - level:+.1f})"
    print(f"{done:>9,} messages {now:7.1f} MB{above}  {done / (monotonic() - started):,.0f} a second", flush=True)
    return now


def compare_threads(threads: int, each: int) -> int:
    """Let threads answer messages of their own on a cold toolkit; return 1 where one thread gets another result."""
    shares = [list(islice(unseen_messages(seed=seed), each)) for seed in range(threads)]
    cold, started = ToneKit(), monotonic()
    with ThreadPoolExecutor(threads) as pool:
        together = list(pool.map(lambda share: _digests(cold, share), shares))
    print(f"{threads} threads, {each:,} messages each: {monotonic() - started:.1f} s", flush=True)
    alone, single = ToneKit(), monotonic()
    wanted = [_digests(alone, share) for share in shares]
    differing = sum(
        a != b for ours, theirs in zip(together, wanted, strict=True) for a, b in zip(ours, theirs, strict=True)
    )
    print(f"one thread: {monotonic() - single:.1f} s; {differing:,} of {threads * each:,} results differ")
    return int(differing > 0)


def _digests(toolkit: ToneKit, messages: Sequence[str]) -> list[bytes]:
    return [blake2b(toolkit.personalize(each).model_dump_json().encode(), digest_size=8).digest() for each in messages]


if __name__ == "__main__":
    raise SystemExit(main())
