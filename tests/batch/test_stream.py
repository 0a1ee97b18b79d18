"""Streaming: in order, whatever fails; nothing read too far ahead, and nothing left behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from tonekit.batch.stream import CHUNK, CHUNKS_AHEAD, stream
from tonekit.errors import WorkerError

DIES = "__import__('os')._exit(3)"
SCRIPT = """
import os, signal, sys
from itertools import islice
from tonekit.batch.stream import stream

def children():
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return "no child"
    return "a child"

outcomes = stream(map(str, range(500)), eval, workers=2)
print(*[outcome.result for outcome in islice(outcomes, 20)][-1:], children())
{end}
print(children())
"""
ENDINGS = {
    "closed": "outcomes.close()",
    "exhausted": "list(outcomes)",
    "forgotten": "del outcomes",
    "consumer-fails": """
try:
    for outcome in outcomes:
        raise ValueError
except ValueError:
    del outcomes
""",
    "interrupted": """
signal.signal(signal.SIGINT, signal.default_int_handler)  # a program in the background ignores it
try:
    for outcome in outcomes:
        signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    del outcomes
""",
    "source-fails": """
def broken():
    yield "1"
    raise ValueError

try:
    list(stream(broken(), eval, workers=2))
except ValueError:
    outcomes.close()
""",
}


def run(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, so that it has no children but its own."""
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_order_is_kept(workers: int) -> None:
    """Every message has one outcome, in the order of the messages."""
    outcomes = list(stream(map(str, range(101)), int, workers=workers))

    assert [outcome.index for outcome in outcomes] == list(range(101))
    assert [outcome.message for outcome in outcomes] == list(map(str, range(101)))
    assert [outcome.unwrap() for outcome in outcomes] == list(range(101))


@pytest.mark.parametrize("workers", [0, 2])
def test_nothing_is_an_empty_stream(workers: int) -> None:
    """No messages, no outcomes."""
    assert list(stream([], int, workers=workers)) == []


@pytest.mark.parametrize("workers", [0, 2])
@pytest.mark.parametrize(
    ("item", "error", "words"),
    [
        pytest.param("1 / 0", ZeroDivisionError, "division", id="raises"),
        pytest.param("[][1]", IndexError, "range", id="raises-another"),
        pytest.param("(_ for _ in ()).throw(type('Own', (Exception,), {})('why'))", Exception, "why", id="own-error"),
        pytest.param(3, TypeError, "string", id="wrong-type"),
    ],
)
def test_failure_stops_nothing(item: Any, error: type[Exception], words: str, workers: int) -> None:
    """A message that fails has its error; those before and after it have their results."""
    before, failing, after = stream(["1 + 1", item, "2 + 2"], eval, workers=workers)

    assert (before.result, after.result) == (2, 4)
    assert failing.result is None
    assert isinstance(failing.error, error)
    with pytest.raises(error, match=words):
        failing.unwrap()


@pytest.mark.parametrize(
    ("item", "words"),
    [
        pytest.param(DIES, "died over this message", id="dies"),
        pytest.param("lambda: 0", "pickle", id="result-cannot-be-sent"),
        pytest.param(lambda: 0, "pickle", id="message-cannot-be-sent"),
    ],
)
def test_worker_survives(item: Any, words: str) -> None:
    """What kills a worker, or cannot be sent, is the failure of one message; those beside it in its chunk are read."""
    items = [*map(str, range(20)), item, *map(str, range(20, 40))]

    outcomes = list(stream(items, eval, workers=2))
    failing = outcomes.pop(20)

    assert [outcome.result for outcome in outcomes] == list(range(40))
    assert words in str(failing.error)


def test_error_of_a_worker_tells_where() -> None:
    """An error that comes from a worker carries its traceback as a note."""
    (outcome,) = stream(["1 / 0"], eval, workers=1)

    assert outcome.error is not None
    assert any("Traceback" in note for note in outcome.error.__notes__)


def test_printing_spoils_nothing() -> None:
    """What a call prints does not get between the answers."""
    (outcome,) = stream(["print('x' * 100_000) or 1"], eval, workers=1)

    assert outcome.result == 1


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_back_pressure(workers: int) -> None:
    """While nobody takes outcomes, no more messages are read than are under way."""
    taken = 0

    def source() -> Iterator[str]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield str(number)

    outcomes = stream(source(), int, workers=workers)
    assert taken == 0
    given = len(list(islice(outcomes, 50)))

    assert given <= taken <= given + CHUNK * (CHUNKS_AHEAD * workers + 1)
    outcomes.close()


@pytest.mark.parametrize("workers", [0, 2])
def test_source_that_fails(workers: int) -> None:
    """What the source raises comes after the outcomes of what it gave before."""

    def source() -> Iterator[str]:
        yield from map(str, range(40))
        raise OSError("the mailbox is gone")

    outcomes = stream(source(), int, workers=workers)

    assert [outcome.result for outcome in islice(outcomes, 40)] == list(range(40))
    with pytest.raises(OSError, match="mailbox"):
        next(outcomes)


@pytest.mark.parametrize("end", ENDINGS.values(), ids=ENDINGS)
def test_no_process_is_left(end: str) -> None:
    """However a stream ends, no worker process is left; the script needs no guard for its main module."""
    done = run(SCRIPT.format(end=end))

    assert done.stdout.splitlines() == ["19 a child", "no child"]
    assert done.stderr == ""


def test_killed_program_leaves_no_worker() -> None:
    """Workers end when the program that started them is killed without a chance to clean up."""
    script = (
        "import os\nfrom tonekit.batch.stream import stream\n"
        "outcomes = stream(['__import__(\"os\").getpid()'] * 500, eval, workers=2)\n"
        "print(next(outcomes).result, flush=True)\nos.kill(os.getpid(), 9)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        worker = int(program.stdout.readline())
        try:
            watched = os.pidfd_open(worker)
        except ProcessLookupError:
            watched = -1
        program.wait()

    assert program.returncode == -signal.SIGKILL
    assert watched == -1 or select.select([watched], [], [], 60)[0] == [watched]


def test_call_that_cannot_be_sent() -> None:
    """What cannot travel to another process is refused before anything is read, and says what to do."""
    with pytest.raises(WorkerError, match="functions that stand in a module, or read with workers=0"):
        stream(["1"], lambda item: item, workers=1)


def test_call_that_a_worker_cannot_build() -> None:
    """A call that the worker cannot build is an error of the stream, not of every message."""
    done = run(
        "from tonekit.batch.stream import stream\n"
        "def call(item): return item\n"
        "try:\n    list(stream(['1'], call, workers=1))\n"
        "except Exception as error:\n    print(type(error).__name__, error)"
    )

    assert done.stdout.startswith("WorkerError a worker process cannot start: AttributeError")


def test_workers_are_a_number() -> None:
    """A negative number of workers is a mistake of the program."""
    with pytest.raises(ValueError, match="not -1"):
        stream([], int, workers=-1)
