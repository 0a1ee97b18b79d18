"""From messages to outcomes, in order, in this process or in worker processes."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from queue import SimpleQueue
from typing import Any

from ..options import check_several, count_of
from .call import message_of, packed_call
from .outcome import Outcome
from .packing import unpack
from .process import WorkerProcess
from .shared_generator import SharedGenerator
from .worker import Answer

CHUNK = 16
"""Messages that go to a worker together: the way there and back costs about as much as reading a short message."""
CHUNKS_AHEAD = 2
"""Chunks under way for each worker: one that it reads, and the next, so that it never waits."""
MOST_WORKERS = 1024
"""A number beyond it is a mistake: so many processes take 160 GB."""
Outcomes = Generator[Outcome[Any], None, None]


def stream(items: Iterable[Any], call: Callable[[Any], Any], *, workers: int) -> Outcomes:
    """Return a generator of one outcome for each item, in their order; nothing starts before the first is asked for.

    Threads may share it: each gets the next outcome, and `close` waits for the one that is being made.

    Args:
        items: any iterable; no more is taken from it than `CHUNK × (CHUNKS_AHEAD × workers + 1)` ahead of what has been
            given out.
        call: gives the result for an item.
        workers: worker processes; 0 reads in this process.

    Raises:
        ArgumentTypeError: `items` is a single message, or nothing that can be iterated; `workers` is not an integer.
        ArgumentValueError: `workers` is negative or over `MOST_WORKERS`.
        WorkerError: the call cannot be sent to another process; while reading: a worker cannot start.
    """
    check_several("messages", items, required=True)
    workers = count_of("workers", workers, what="0 (in this process) or the number of processes", most=MOST_WORKERS)
    if workers == 0:
        return SharedGenerator(_in_process(items, call))
    return SharedGenerator(_over_processes(items, call, packed_call(call), workers))


def _in_process(items: Iterable[Any], call: Callable[[Any], Any]) -> Outcomes:
    for index, item in enumerate(items):
        try:
            outcome = Outcome(index, message_of(item), result=call(item))
        except Exception as error:  # noqa: BLE001 - it is the outcome of this message, and the next one is read
            outcome = Outcome(index, message_of(item), error=error)
        yield outcome


def _over_processes(items: Iterable[Any], call: Callable[[Any], Any], packed: bytes, workers: int) -> Outcomes:
    crew = [WorkerProcess(packed) for _ in range(workers)]
    threads = ThreadPoolExecutor(workers, thread_name_prefix="tonekit-worker")
    try:
        for index, (item, answer) in enumerate(_in_order(items, crew, threads)):
            yield _outcome(index, item, answer, call)
    finally:
        # However it ends (exhausted, closed, interrupted, failed): no process and no thread is left behind.
        for worker in crew:
            worker.stop()
        threads.shutdown(cancel_futures=True)
        for worker in crew:
            worker.close()


def _in_order(
    items: Iterable[Any], crew: list[WorkerProcess], threads: ThreadPoolExecutor
) -> Iterator[tuple[Any, Answer]]:
    """Yield each item with its answer; of the chunks under way the first is given out as soon as it is done."""
    idle: SimpleQueue[WorkerProcess] = SimpleQueue()
    for worker in crew:
        idle.put(worker)
    under_way: deque[tuple[list[Any], Future[list[Answer]]]] = deque()
    chunks = _Chunks(items)
    for chunk in chunks:
        under_way.append((chunk, threads.submit(_answered, idle, chunk)))
        while under_way and (len(under_way) >= CHUNKS_AHEAD * len(crew) or under_way[0][1].done()):
            yield from _given_out(*under_way.popleft())
    while under_way:
        yield from _given_out(*under_way.popleft())
    if chunks.error is not None:
        raise chunks.error


class _Chunks:
    """Iterates over chunks of items. What the items raise is kept, so that those before it are given out first.

    Attributes:
        error: what the items raised, or None.
    """

    def __init__(self, items: Iterable[Any]) -> None:
        self._items = items
        self.error: Exception | None = None

    def __iter__(self) -> Iterator[list[Any]]:
        items = self._until_error()
        while chunk := list(islice(items, CHUNK)):
            yield chunk

    def _until_error(self) -> Iterator[Any]:
        try:
            yield from self._items
        except Exception as error:  # noqa: BLE001 - raised again when the items before it have been given out
            self.error = error


def _answered(idle: SimpleQueue[WorkerProcess], chunk: list[Any]) -> list[Answer]:
    # As many threads as workers: there is always one idle.
    worker = idle.get()
    try:
        return worker.answer(chunk)
    finally:
        idle.put(worker)


def _given_out(chunk: list[Any], future: Future[list[Answer]]) -> Iterator[tuple[Any, Answer]]:
    yield from zip(chunk, future.result(), strict=True)


def _outcome(index: int, item: Any, answer: Answer, call: Callable[[Any], Any]) -> Outcome[Any]:
    packed, failed = answer
    if packed is not None:
        return Outcome(index, message_of(item), unpack=partial(unpack, packed, partial(call, item)))
    error: Exception = pickle.loads(failed or b"")  # noqa: S301 - from our own process
    return Outcome(index, message_of(item), error=error)
