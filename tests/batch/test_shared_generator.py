"""A stream can be asked and closed from several threads, as a cancelled task of asyncio does."""

from __future__ import annotations

import asyncio
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tonekit.batch.shared_generator import SharedGenerator
from tonekit.batch.stream import stream


def test_a_cancelled_task_is_cancelled() -> None:
    """Who cancels while an outcome is made gets `CancelledError`; the stream is closed when that outcome is there."""
    asked, cancelled, closed = Event(), Event(), Event()

    def slow(item: str) -> str:
        asked.set()
        cancelled.wait(60)
        return item

    def items() -> Iterator[str]:
        try:
            yield from map(str, range(1000))
        finally:
            closed.set()

    async def consumer() -> None:
        outcomes = stream(items(), slow, workers=0)
        try:
            while await asyncio.to_thread(next, outcomes, None) is not None:
                pass
        finally:
            cancelled.set()
            await asyncio.to_thread(outcomes.close)

    async def cancelling() -> None:
        task = asyncio.create_task(consumer())
        await asyncio.to_thread(asked.wait, 60)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancelling())
    assert closed.is_set()


def test_threads_share_a_stream() -> None:
    """Each outcome is given to one of the threads that ask at once, and none is lost."""
    outcomes = stream(map(str, range(2000)), int, workers=0)
    with ThreadPoolExecutor(8) as threads:
        shares = threads.map(lambda _: [outcome.unwrap() for outcome in outcomes], range(8))

    assert sorted(number for share in shares for number in share) == list(range(2000))


def test_it_is_a_generator() -> None:
    """What is thrown into it is raised where it stands; then it is at its end."""

    def kept() -> Generator[int, None, None]:
        try:
            yield 1
        except KeyError:
            yield 2

    numbers = SharedGenerator(kept())
    assert (next(numbers), numbers.throw(KeyError("a"))) == (1, 2)
    assert list(numbers) == []


def test_a_source_that_asks_its_own_stream_is_told() -> None:
    """It would wait for itself for ever; Python's error is raised, and becomes the error of the stream."""

    def items() -> Iterator[str]:
        yield next(outcomes).unwrap()

    outcomes = stream(items(), str, workers=0)
    with pytest.raises(ValueError, match="already executing"):
        next(outcomes)
