"""Single keys of a terminal, without the Enter key."""

from __future__ import annotations

import re
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

ENTER, END = "\n", "\x04"
"""Names of keys: Enter, and the end of the input (Ctrl-D, or a terminal that was closed)."""
_KEYS = re.compile("\x1b\\[[0-9;]*[A-Za-z~]|\x1bO.|.", re.DOTALL)
_READ = 1024


class Keyboard:
    """The keys that are pressed, one after the other."""

    def __init__(self) -> None:
        self._waiting: deque[str] = deque()

    def key(self) -> str:
        """Wait for a key and return it; keys that send more than one sign, such as arrows, are passed over."""
        while not self._waiting:
            self._waiting.extend(keys_of(_read()))
        return self._waiting.popleft()


def keys_of(typed: str) -> Iterator[str]:
    """Yield the keys of what a terminal sent."""
    if not typed:
        yield END
    for found in _KEYS.findall(typed):
        if len(found) == 1 and found != "\x1b":
            yield ENTER if found in "\r\n" else found


if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def single_keys() -> Iterator[Keyboard]:
        """Let every key through as it is pressed, until the block ends."""
        yield Keyboard()

    def _read() -> str:
        key = msvcrt.getwch()
        if key in "\x00\xe0":  # a function key sends a second sign
            msvcrt.getwch()
            return "\x1b"
        if key == "\x03":
            raise KeyboardInterrupt
        return key

else:
    import os
    import termios
    import tty

    @contextmanager
    def single_keys() -> Iterator[Keyboard]:
        """Let every key through as it is pressed, until the block ends; then the terminal is as it was."""
        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        try:
            tty.setcbreak(terminal)
            yield Keyboard()
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)

    def _read() -> str:
        return os.read(sys.stdin.fileno(), _READ).decode("utf-8", errors="ignore")
