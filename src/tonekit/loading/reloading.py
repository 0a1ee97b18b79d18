"""Reload an object when its files change: a changed folder is read and checked as a whole, and used if it is valid."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from math import inf
from os import stat_result
from pathlib import Path
from threading import Thread
from typing import Generic, TypeVar

from ..errors import ToneKitError
from .fork_safe_lock import fork_safe_lock
from .garbage_collection import uncollected

Made = TypeVar("Made")
State = frozenset[tuple[str, int, int]]
"""Path, modification time and size of every file."""
_LOG = logging.getLogger("tonekit")
_LOOKING = fork_safe_lock()
"""Held by the thread that checks the files, so that of a hundred toolkits only one at a time reads its folder."""
QUIET = 2
"""After this many times `seconds` without a check nobody has asked lately, and the next caller may wait."""
PATIENCE = 2.0
"""Seconds that a caller in quiet times waits for changed files at most; reading them takes half a second."""


class Reloading(Generic[Made]):
    """Keeps an object that is made of files up to date. Safe to share between threads.

    Checking the files takes a system call each, so it happens at most once in `seconds`, when somebody asks, in a
    thread of its own. Callers get the earlier object in the meantime; only the first caller after quiet times waits,
    2 s at most. If the object cannot be made, that is reported once, in the log and in `error`, and not tried again
    until the files change.

    Args:
        make: makes and checks the object; raises ToneKitError or OSError if the files are invalid.
        files: returns the files that the object is made of.
        source: the folder of the files, for messages: a process may hold a toolkit for each of many folders.
        seconds: least time between two checks of the files; 0 checks every time, infinity never.
        clock: returns seconds that never go back.
        late: whether to make the object on first use, not now.

    Attributes:
        error: why the current files cannot be used, or None; its note (`__notes__`) names the folder.

    Raises:
        ToneKitError: the object cannot be made at start or, with `late`, on first use; a note names the folder.
    """

    def __init__(
        self,
        make: Callable[[], Made],
        files: Callable[[], Iterable[Path]],
        *,
        source: str,
        seconds: float,
        clock: Callable[[], float],
        late: bool = False,
    ) -> None:
        self._make = make
        self._files = files
        self._source = source
        self._place = f"in {source}"
        self._seconds = seconds
        self._clock = clock
        self._looker: Thread | None = None
        self.error: Exception | None = None
        # The files are looked at before they are read: what changes in between is seen at the next look.
        self._state = self._seen() if seconds < inf else frozenset()
        self._made: list[Made] = [] if late else [self._first()]
        self._looked = clock()

    def current(self) -> Made:
        """Return what is made of the last valid state of the files."""
        if not self._made:
            with uncollected():
                self._made = self._made or [self._first()]
        now = self._clock()
        since = now - self._looked
        if since >= self._seconds and not (self._looker and self._looker.is_alive()):
            self._looked = now
            self._look_aside(patience=PATIENCE if since >= QUIET * self._seconds else 0.0)
        return self._made[0]

    def _look_aside(self, *, patience: float) -> None:
        # A thread for each look, not one for each toolkit: in a forked process it would be missing for ever.
        self._looker = looker = Thread(target=self._look, name="tonekit templates", daemon=True)
        try:
            looker.start()
        except RuntimeError:
            # No thread can be had: the system has no more, or the interpreter is about to end.
            self._look()
        else:
            looker.join(patience)

    def _first(self) -> Made:
        try:
            return self._make()
        except (ToneKitError, OSError) as error:
            error.add_note(self._place)
            raise

    def _look(self) -> None:
        with _LOOKING:
            state = self._seen()
            if state != self._state:
                try:
                    self._make_anew()
                finally:
                    # Only now: a process forked meanwhile goes on without this thread, and has yet to see the change.
                    self._state = state
            # Counted from here: files that take long to read leave no quiet times in which somebody would have to wait.
            self._looked = self._clock()

    def _make_anew(self) -> None:
        try:
            self._made = [self._make()]
        except Exception as error:  # noqa: BLE001 - in a thread nobody else would be told, and a monitor saw no error
            error.add_note(self._place)
            self.error = error
            said = error if isinstance(error, ToneKitError | OSError) else f"{type(error).__name__}: {error}"
            # Without a traceback: it is the writer of the templates who reads it.
            _LOG.error("changed templates in %s are not used, the earlier ones stay: %s", self._source, said)
        else:
            self.error = None
            _LOG.info("changed templates in %s are in use", self._source)

    def _seen(self) -> State:
        try:
            return frozenset(entry for path in self._files() for entry in _entry(path))
        except (ToneKitError, OSError):
            # Not even a list can be had. What is wrong is said where the files are read.
            return frozenset()


def _entry(path: Path) -> Iterable[tuple[str, int, int]]:
    try:
        found: stat_result = path.stat()
    except OSError:
        # Deleted between listing and looking: that is a change as well.
        return ()
    return ((str(path), found.st_mtime_ns, found.st_size),)
