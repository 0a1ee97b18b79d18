"""One object for equal contents: the toolkits of a process share whatever does not differ between them.

A helpdesk may have a hundred tenants in one process, whose template folders mostly hold shipped files. Reading,
checking and compiling those a hundred times would give a hundred equal objects.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from .garbage_collection import LOADING

Made = TypeVar("Made")


class Shared(Generic[Made]):
    """Immutable objects by the contents that they are made of. Safe to share between threads.

    Objects are referenced weakly: each goes with the last toolkit that uses it. Failures are not remembered, so every
    caller gets an error of its own.
    """

    def __init__(self) -> None:
        self._kept: WeakValueDictionary[Hashable, Made] = WeakValueDictionary()

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return the object for `key`, made now if nobody has it; threads that make it at the same time get one object.

        Args:
            key: all the contents that the object is made of; never a path or a name whose contents may change.
            make: makes a new object from these contents alone; the key is kept as long as the object.
        """
        with LOADING:
            found = self._kept.get(key)
        if found is not None:
            return found
        # Without the lock: making takes long, and needs other shared objects.
        made = make()
        with LOADING:
            return self._kept.setdefault(key, made)
