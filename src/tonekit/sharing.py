"""One object for all that is made of the same: toolkits of one process share what does not differ between them.

A helpdesk has a hundred tenants in one process. Most of what their template folders say is what ships, and to read,
check and compile it a hundred times gives a hundred equal objects.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from .garbage_collection import LOADING

Made = TypeVar("Made")


class Shared(Generic[Made]):
    """Objects that never change, by all that they are made of. Safe to share between threads.

    Each is kept as long as somebody else uses it, and no longer: what is here takes no memory of its own, and goes with
    the last toolkit that it belongs to. What cannot be made is not remembered, so that errors are made anew each time.
    """

    def __init__(self) -> None:
        self._kept: WeakValueDictionary[Hashable, Made] = WeakValueDictionary()

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what is made of `key`, made now where nobody has it; two threads that make it at once get the same.

        Args:
            key: the contents that it is made of, all of them, and nothing that may change under the same name.
            make: makes it of nothing else, and a new object each time: a key is kept as long as what is made of it.
        """
        with LOADING:
            found = self._kept.get(key)
        if found is not None:
            return found
        # Without the lock: making takes long, and makes other shared objects on its way.
        made = make()
        with LOADING:
            return self._kept.setdefault(key, made)
