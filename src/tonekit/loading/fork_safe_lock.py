"""A lock that a fork waits for: otherwise the child would wait forever for a thread that it does not have."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from threading import RLock
from typing import Any


def fork_safe_lock() -> AbstractContextManager[Any]:
    """Return a lock for a `with`, one that is free in every forked process; the thread that has it may take it again.

    A fork takes all of these locks, the one that was made last first, so a thread that needs two takes them in the same
    order. For the constants of modules: a lock is kept as long as the process runs.
    """
    lock = RLock()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=lock.acquire, after_in_parent=lock.release, after_in_child=lock.release)
    return lock
