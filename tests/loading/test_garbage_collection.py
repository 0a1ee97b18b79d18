"""Loading holds back the garbage collector, and leaves it as it was."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tonekit.loading.garbage_collection import uncollected


@pytest.fixture(autouse=True)
def _collector_as_it_was() -> Iterator[None]:
    enabled = gc.isenabled()
    yield
    (gc.enable if enabled else gc.disable)()


@pytest.mark.parametrize("before", [pytest.param(True, id="on"), pytest.param(False, id="off")])
def test_as_it_was(before: bool) -> None:
    """Inside it is off; afterwards it is what it was before, one inside the other too."""
    (gc.enable if before else gc.disable)()
    with uncollected():
        inside = gc.isenabled()
        with uncollected():
            pass
        nested = gc.isenabled()

    assert (inside, nested, gc.isenabled()) == (False, False, before)


def test_on_again_after_a_mistake() -> None:
    """An error while something is loaded does not leave it off."""
    gc.enable()
    with pytest.raises(ValueError, match="no table"), uncollected():
        raise ValueError("no table")

    assert gc.isenabled()


_FORKED_MEANWHILE = """
import gc, os, threading
from tonekit.loading.garbage_collection import uncollected

inside, about_to_fork = threading.Event(), threading.Event()
def load():
    with uncollected():
        inside.set()
        about_to_fork.wait()
        sum(range(2_000_000))

loader = threading.Thread(target=load)
loader.start()
inside.wait()
about_to_fork.set()
child = os.fork()
if child == 0:
    with uncollected():
        pass
    os._exit(0 if gc.isenabled() else 3)
loader.join()
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), gc.isenabled())
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows starts processes anew")
def test_a_fork_waits_until_what_is_loaded_is_there() -> None:
    """A process forked while a thread loads can load too, and its garbage is collected."""
    options = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", _FORKED_MEANWHILE]
    done = subprocess.run(options, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["0", "True"]


def test_what_was_loaded_is_not_looked_at_again() -> None:
    """What was made inside is old afterwards; what the program has frozen itself stays frozen."""
    gc.enable()
    with uncollected():
        loaded: list[list[int]] = [[] for _ in range(100)]

    assert not {id(each) for each in loaded} & {id(each) for each in gc.get_objects(generation=0)}
    assert gc.get_freeze_count() == 0

    gc.freeze()
    try:
        with uncollected():
            pass

        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
