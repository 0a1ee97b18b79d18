"""Attributes that are computed on first access."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, dataclass, field
from threading import Barrier

import pytest

from tonekit.loading.once import loaded, once


@dataclass(frozen=True)
class Message:
    """A frozen object that computes its words late and notes how often."""

    text: str
    computed: list[str] = field(default_factory=list, compare=False)

    @once
    def words(self) -> list[str]:
        """The words."""
        self.computed.append(self.text)
        return self.text.split()


def test_value_is_computed_once_for_each_object() -> None:
    """It is computed when it is first read, not before and not again, and for every object by itself."""
    one, other = Message("still nothing"), Message("thank you")

    assert one.computed == []
    assert [one.words, one.words, other.words] == [["still", "nothing"], ["still", "nothing"], ["thank", "you"]]
    assert one.words is one.words
    assert (one.computed, other.computed) == (["still nothing"], ["thank you"])


def test_object_stays_as_it_is_otherwise() -> None:
    """A frozen object stays frozen, equal to its like, and documented."""
    message = Message("still nothing")
    _ = message.words

    with pytest.raises(FrozenInstanceError):
        message.words = []
    assert message == Message("still nothing")
    assert Message.words.__doc__ == "The words."


class Table:
    """An object whose rows take long to load, and who notes how often."""

    def __init__(self) -> None:
        self.read = list[str]()

    @loaded
    def rows(self) -> list[str]:
        """The rows."""
        self.read.append("read")
        return [str(sum(range(100_000)))]


def test_threads_load_it_once() -> None:
    """Threads that read it at once get the same value, and it is computed by one of them."""
    table, together = Table(), Barrier(8)
    with ThreadPoolExecutor(8) as pool:
        rows = list(pool.map(lambda _: (together.wait(30), table.rows)[1], range(8)))

    assert {id(each) for each in rows} == {id(table.rows)}
    assert table.read == ["read"]


_FORKED_MEANWHILE = """
import os, threading
from tonekit.loading.once import loaded

reading = threading.Event()
class Table:
    @loaded
    def rows(self):
        reading.set()
        return sum(range(2_000_000))

table = Table()
threading.Thread(target=lambda: table.rows).start()
reading.wait()
child = os.fork()
if child == 0:
    os._exit(0 if table.rows and Table().rows else 3)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows starts processes anew")
def test_a_fork_waits_until_it_is_loaded() -> None:
    """A process forked while a thread loads a table can read it, and others of its kind, on Python 3.11 as well."""
    options = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", _FORKED_MEANWHILE]
    done = subprocess.run(options, capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.split() == ["0"]
