"""How bytes go through a pipe: their length, then the bytes."""

from __future__ import annotations

from typing import BinaryIO

_LENGTH_BYTES = 8


def write_frame(pipe: BinaryIO, payload: bytes) -> None:
    """Write a frame and push it through."""
    pipe.write(len(payload).to_bytes(_LENGTH_BYTES))
    pipe.write(payload)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> bytes:
    """Return the next frame.

    Raises:
        EOFError: the other side has closed the pipe, or died while it wrote.
    """
    return _exactly(pipe, int.from_bytes(_exactly(pipe, _LENGTH_BYTES)))


def _exactly(pipe: BinaryIO, size: int) -> bytes:
    payload = pipe.read(size)
    if len(payload) < size:
        raise EOFError("the other side has closed the pipe")
    return payload
