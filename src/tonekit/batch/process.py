"""One worker process, seen from the process that started it."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Sequence
from threading import Lock
from typing import Any, BinaryIO, cast

from ..errors import WorkerError
from .call import packed_error
from .frames import read_frame, write_frame
from .worker import Answer

# Ctrl-C in a terminal reaches every process; the one that started the workers ends them.
_START = """
import signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
import json
sys.path[:] = json.loads(sys.argv[1])
from tonekit.batch.worker import main
main()
"""


class WorkerProcess:
    """A process that answers chunks of messages. One thread asks; any other may stop it.

    A process of its own making instead of `multiprocessing`: no second reading of the program's main module, so it
    works from scripts without a guard, from notebooks and from threads, and it leaves no helper process behind.

    Args:
        call: the packed call.
    """

    def __init__(self, call: bytes) -> None:
        self._call = call
        self._lock = Lock()
        self._stopped = False
        self._process: subprocess.Popen[bytes] | None = None

    def answer(self, items: Sequence[Any]) -> list[Answer]:
        """Return an answer for each item. A message that the process dies of is found, and the others are answered.

        Raises:
            WorkerError: the process cannot start, or has been stopped.
        """
        try:
            answers = self._ask(items)
        except Exception as error:
            if isinstance(error, WorkerError):
                raise
            answers = [(None, packed_error(_died(error)))]
        if len(answers) == len(items):
            return answers
        # Something about one of them spoilt the chunk.
        return [self.answer([item])[0] for item in items]

    def stop(self) -> None:
        """End the process at once, whatever it is doing."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """Give back what the process held; call it from the thread that asks, or when no thread does."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ask(self, items: Sequence[Any]) -> list[Answer]:
        chunk = pickle.dumps(items, pickle.HIGHEST_PROTOCOL)
        try:
            going, coming = self._pipes()
            write_frame(going, chunk)
            answers: list[Answer] = pickle.loads(read_frame(coming))  # noqa: S301 - from our own process
        except (EOFError, OSError):
            self.close()
            raise
        return answers

    def _pipes(self) -> tuple[BinaryIO, BinaryIO]:
        if self._process is None:
            self._start()
        process = cast("subprocess.Popen[bytes]", self._process)
        return cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)

    def _start(self) -> None:
        with self._lock:
            if self._stopped:
                raise WorkerError("the workers have been stopped")
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-c", _START, json.dumps(sys.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        going, coming = self._pipes()
        try:
            write_frame(going, self._call)
            refused = read_frame(coming)
        except (EOFError, OSError) as error:
            raise WorkerError("a worker process ended while it started; see what it wrote to standard error") from error
        if refused:
            reason: Exception = pickle.loads(refused)  # noqa: S301 - from our own process
            raise WorkerError(f"a worker process cannot start: {type(reason).__name__}: {reason}") from reason


def _died(error: Exception) -> Exception:
    if isinstance(error, EOFError | OSError):
        return WorkerError("the worker process died over this message; it may be out of memory")
    return error
