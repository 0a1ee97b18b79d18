"""The module functions: one toolkit for all who call them."""

from __future__ import annotations

import subprocess
import sys

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
