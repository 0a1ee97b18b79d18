"""The module functions: one toolkit for all who call them."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

from tonekit import default
from tonekit.toolkit import ToneKit

_AT_ONCE = """
import sys, threading
from tonekit import default, toolkit

built = []
class Counted(toolkit.ToneKit):
    def __init__(self):
        built.append(threading.get_ident())
        super().__init__()
default.ToneKit = Counted

together = threading.Barrier(16)
read = []
def first_call():
    together.wait()
    read.append(default.analyze("Hello, where is my order?").language.label)

threads = [threading.Thread(target=first_call) for _ in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(built), *sorted(set(read)), len(read))
"""


def test_first_calls_at_once_build_one_toolkit() -> None:
    """Sixteen threads that make the first call at once wait for one toolkit, and do not build and load one each."""
    done = subprocess.run([sys.executable, "-c", _AT_ONCE], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["1", "en", "16"]


@pytest.mark.parametrize("name", ["analyze", "check", "personalize"])
def test_options_are_those_of_the_toolkit(name: str) -> None:
    """Editors and `help` show each option of a module function, with the words of the method behind it."""
    function, method = getattr(default, name), getattr(ToneKit, name)
    _, *options = inspect.signature(method).parameters.values()
    described = [str(inspect.getdoc(each)).partition("\n\nArgs:\n")[2] for each in (function, method)]

    assert list(inspect.signature(function).parameters.values()) == options
    assert described[0] == described[1] != ""
