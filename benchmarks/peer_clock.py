"""Times other libraries in their own environment, call by call, so that they can take turns with ours."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

from peers import environment
from timing import Clocked

_PROGRAM = Path(__file__).with_name("peer_clock_program.py")
_LANGUAGES = {"langdetect": ("en", "de", "sv", "nb", "da"), "asent": ("en", "sv", "nb", "da")}


class PeerClock:
    """A process for each peer and language that does one call at a time and says how long it took.

    asent's extensions of spaCy overwrite each other, so each language has a process of its own.
    """

    def __init__(self) -> None:
        self._python = environment()
        self._processes: dict[tuple[str, str], subprocess.Popen[str]] = {}

    def knows(self, language: str) -> tuple[str, ...]:
        """Return the peers that read a language."""
        return tuple(name for name, languages in _LANGUAGES.items() if language in languages)

    def clocked(self, name: str, language: str) -> Clocked:
        """Return the call of a peer on a text, which tells its processor time."""
        process = self._process(name, language)

        def timed(text: str) -> int:
            if process.stdin is None or process.stdout is None:
                raise RuntimeError("the pipes of the peer are closed")
            process.stdin.write(json.dumps(text) + "\n")
            process.stdin.flush()
            return int(process.stdout.readline())

        return timed

    def _process(self, name: str, language: str) -> subprocess.Popen[str]:
        if (name, language) not in self._processes:
            self._processes[name, language] = subprocess.Popen(  # noqa: S603 - our own script
                [self._python, _PROGRAM, name, language], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        return self._processes[name, language]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes.values():
            process.communicate()
