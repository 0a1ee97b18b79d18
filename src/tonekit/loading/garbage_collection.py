"""Load without the garbage collector looking on, one thread at a time.

A language is hundreds of thousands of objects that all stay. A collection while they are made finds nothing, and looks
at all of them again and again: a fifth of the time that a process takes to its first result.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from .fork_safe_lock import fork_safe_lock

LOADING = fork_safe_lock()
"""Held by the thread that loads; nothing else is waited for under a lock that is taken outside of it."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold back collections of the process while something is loaded; a collector that is switched off stays so.

    Other threads that load wait, and so does a fork. A lock for what is loaded is taken inside: outside, two threads
    could wait for each other.
    """
    with LOADING:
        yield from _held_back()


def _held_back() -> Iterator[None]:
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # What was loaded is old at once: freezing moves all objects in one go, and so does the way back. Otherwise
            # the next object that anybody makes has all of them looked at, which takes 20 ms of a first result.
            gc.freeze()
            gc.unfreeze()
        gc.enable()
