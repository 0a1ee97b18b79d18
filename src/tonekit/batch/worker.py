"""What runs in a worker process: it takes a call, then answers chunks of messages until there are none.

Frames come in on standard input and go out on standard output. When the process that started it is gone, however it
ended, the pipe is closed and the worker ends.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from .call import packed_error
from .frames import read_frame, write_frame
from .packing import pack

Answer = tuple[bytes | None, bytes | None]
"""Result and error, both packed; exactly one of the two is there."""


def main() -> None:
    """Work until the pipe is closed."""
    coming, going = sys.stdin.buffer, _private_output()
    try:
        call = _start(read_frame(coming), going)
        while call is not None:
            write_frame(going, pickle.dumps(answers(call, read_frame(coming))))
    except (EOFError, BrokenPipeError):
        pass
    # Without clean-up: there is nothing to clean, and closing the standard streams may complain about the pipe.
    os._exit(0)


def answers(call: Callable[[Any], Any], chunk: bytes) -> list[Answer]:
    """Return the answers to a chunk of messages; a chunk that cannot be unpacked is one answer, its error."""
    try:
        items: Iterable[Any] = pickle.loads(chunk)  # noqa: S301 - from the process that started this one
    except Exception as error:  # noqa: BLE001 - whatever the class of a message does when it is unpacked
        return [(None, packed_error(error))]
    return [_answer(call, item) for item in items]


def _answer(call: Callable[[Any], Any], item: Any) -> Answer:
    try:
        return pack(call(item), whole=not getattr(call, "repeatable", False)), None
    except Exception as error:  # noqa: BLE001 - it becomes the outcome of this message, and the next one is read
        return None, packed_error(error)


def _start(packed: bytes, going: BinaryIO) -> Callable[[Any], Any] | None:
    """Build the call and say so; None if it cannot be built."""
    try:
        call: Callable[[Any], Any] = pickle.loads(packed)  # noqa: S301 - from the process that started this one
    except Exception as error:  # noqa: BLE001 - it goes to the process that started this one, which raises it
        write_frame(going, packed_error(error))
        return None
    # Lexicons and weights stay for good: the collector need not look at them again.
    gc.collect()
    gc.freeze()
    write_frame(going, b"")
    return call


def _private_output() -> BinaryIO:
    """Return standard output for frames alone; what anybody prints goes to standard error."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own
