"""The public face: what `import tonekit` offers."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

import tonekit

MOST_NAMES = 25
"""A face that fits on one screen; what is rarer is imported from its module."""


def sort_key(name: str) -> tuple[bool, bool, str]:
    """Order names as ruff orders `__all__`: CONSTANTS, then Classes, then the rest."""
    return (not name.isupper(), not name[0].isupper(), name)


def test_face_is_small() -> None:
    """The face offers at least something and at most as many names as fit on one screen."""
    assert 0 < len(tonekit.__all__) <= MOST_NAMES


def test_face_is_sorted() -> None:
    """Names stand in order and none stands twice."""
    assert list(tonekit.__all__) == sorted(set(tonekit.__all__), key=sort_key)


def test_every_name_of_the_face_is_there() -> None:
    """Whatever `__all__` names can be had."""
    assert [name for name in tonekit.__all__ if getattr(tonekit, name) is None] == []


def test_dir_lists_the_face() -> None:
    """Completion in an editor or a shell shows the face, also before a name has been used."""
    code = "import tonekit; print(*dir(tonekit))"
    listed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert sorted(set(tonekit.__all__) - set(listed)) == []


def test_reading_loads_nothing_that_writes() -> None:
    """Who only reads messages waits neither for Jinja nor for what decides on replies: a fifth of a first analysis."""
    code = "import sys, tonekit; tonekit.analyze('Hello'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert not {
        "jinja2",
        "babel",
        "tonekit.guard.decision",
        "tonekit.rendering.renderer",
        "tonekit.personalizing",
    } & set(loaded)
    assert "tonekit.reading.reader" in loaded


def test_garbage_is_collected_while_names_are_used() -> None:
    """A program that asks for a name of the face with every message has its own garbage collected all the same."""
    code = (
        "import tonekit\n"
        "class Held: pass\n"
        "def held():\n"
        "    here = Held(); here.itself = here\n"
        "    return here\n"
        "import weakref\n"
        "tonekit.Message\n"
        "first = weakref.ref(held())\n"
        "for _ in range(3000):\n"
        "    tonekit.Message\n"
        "    held()\n"
        "print(first())\n"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "None"


@pytest.mark.parametrize("name", ["personalise", "Tonekit", "_missing", "__wrapped__"])
def test_unknown_name_is_an_attribute_error(name: str) -> None:
    """A misspelt name fails as in any module, and the message names it."""
    with pytest.raises(AttributeError, match=name):
        getattr(tonekit, name)


@pytest.mark.parametrize("name", sorted(tonekit._ELSEWHERE))
def test_rarer_names_are_found(name: str) -> None:
    """Who looks for a rarer name in the face is told the module that has it."""
    with pytest.raises(AttributeError, match=r"import it from (tonekit\.[a-z_.]+)$") as caught:
        getattr(tonekit, name)

    assert hasattr(import_module(str(caught.value).rpartition(" ")[2]), name)
