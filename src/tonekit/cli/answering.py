"""Read labelled messages with a toolkit, in this process or over several, in their order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from multiprocessing import active_children, get_context
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal

from ..errors import ToneKitError
from ..evaluation.answers import AnsweredMessage, answered
from ..evaluation.labelled import LabelledMessage
from ..toolkit import ToneKit

CHUNK = 32
"""Messages that go to a process together."""
CHUNKS_AHEAD = 2
"""Chunks under way for each process, so that none of them waits and memory stays bounded."""
WORTH_A_PROCESS = 400
"""Messages for which a further process pays: it takes seconds to load, and a message milliseconds to read."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """How messages are read and answers taken, in whichever process.

    Attributes:
        templates: the user's template folder, or None.
        weights: the user's weights, or None.
        among: dimension and the two labels to choose from, for files that know no more.
    """

    templates: Path | None = None
    weights: Path | None = None
    among: tuple[tuple[str, tuple[str, ...]], ...] = ()


def workers_for(messages: int, *, wanted: int | None) -> int:
    """Return how many processes to use: those that were asked for, else one for each core if there is enough to do."""
    if wanted is not None:
        return wanted
    return max(1, min(os.cpu_count() or 1, messages // WORTH_A_PROCESS))


def answer_all(
    messages: Iterable[LabelledMessage], configuration: Configuration, *, workers: int
) -> Generator[AnsweredMessage]:
    """Yield what each message is answered with, in order.

    What comes back from a process is the answers alone: an `Analysis` with all its evidence takes as long to unpack as
    to make.

    Raises:
        ToneKitError: the toolkit cannot be built, or a process died.
    """
    if workers > 1:
        yield from _over_processes(messages, configuration, workers)
    else:
        yield from (answer(message, configuration) for message in messages)


def answer(message: LabelledMessage, configuration: Configuration) -> AnsweredMessage:
    """Return what one message is answered with; the whole answer is written only where one is expected."""
    toolkit = toolkit_of(configuration)
    read = toolkit.personalize(message.text) if message.expected else toolkit.analyze(message.text)
    return answered(message, read, among=dict(configuration.among))


@lru_cache(maxsize=1)
def toolkit_of(configuration: Configuration) -> ToneKit:
    """Return the toolkit of this process."""
    return ToneKit(templates=configuration.templates, weights=configuration.weights)


def _over_processes(
    messages: Iterable[LabelledMessage], configuration: Configuration, workers: int
) -> Iterator[AnsweredMessage]:
    others = active_children()
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_the_parent)
    done = False
    try:
        yield from _in_order(messages, configuration, pool, ahead=workers * CHUNKS_AHEAD)
        done = True
    except BrokenProcessPool as error:
        raise ToneKitError("a worker process died, perhaps for want of memory; try --workers 1") from error
    finally:
        if not done:
            # Who leaves early, by Ctrl-C for one, does not wait for what is under way.
            for process in active_children():
                if process not in others:
                    process.terminate()
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal(SIGINT, SIG_IGN)


def _in_order(
    messages: Iterable[LabelledMessage], configuration: Configuration, pool: ProcessPoolExecutor, *, ahead: int
) -> Iterator[AnsweredMessage]:
    rest = iter(messages)
    under_way: deque[Future[list[AnsweredMessage]]] = deque()
    while chunk := list(islice(rest, CHUNK)):
        under_way.append(pool.submit(_answer_chunk, chunk, configuration))
        if len(under_way) >= ahead:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()


def _answer_chunk(chunk: list[LabelledMessage], configuration: Configuration) -> list[AnsweredMessage]:
    return [answer(message, configuration) for message in chunk]
