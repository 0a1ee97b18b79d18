"""A template consists of what its kind may consist of; a folder holds what its names promise."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tonekit import ToneKit, ToneKitError
from tonekit.rendering.folders.sources import shipped_templates


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped templates that a test may spoil."""
    copy = tmp_path / "templates"
    shutil.copytree(shipped_templates(), copy)
    return copy


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        pytest.param(
            "replies/acknowledgement/sv.md.j2", "{% user %}Hej{% enduser %}", "belongs in a prompt", id="role"
        ),
        pytest.param(
            "replies/acknowledgement/sv.md.j2", '{% extends "x" %}', "'extends' is not used here", id="extends"
        ),
        pytest.param("replies/acknowledgement/sv.md.j2", '{% include "parts/none.j2" %}', "none.j2", id="include"),
        pytest.param("prompts/reply/en.j2", "Hello {% user %}x{% enduser %}", "outside", id="text-outside"),
        pytest.param("prompts/reply/en.j2", "Hello", "role", id="no-role"),
        pytest.param("replies/acknowledgement/sv.j2", "Hej", "is not read", id="ending"),
        pytest.param(
            "replies/acknowledgement/sv--formal.md.j2", "Hej", "no line of select uses 'formal'", id="variant"
        ),
        pytest.param("replies/offer/en.md.j2", "Hello", "template.yaml", id="no-contract"),
        pytest.param("profile.yaml", "rules: []", "did you mean 'profiles.yaml'", id="misnamed"),
    ],
)
def test_refused(folder: Path, name: str, text: str, words: str) -> None:
    """What is out of place, or would never be read, is reported at start."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")

    with pytest.raises(ToneKitError, match=words):
        ToneKit(templates=folder)


def test_whole_copy_is_accepted(folder: Path) -> None:
    """An unchanged copy of the shipped folder has nothing to refuse."""
    reply = ToneKit(templates=folder).personalize("Where is my order?").reply

    assert reply is not None
    assert reply.name == "acknowledgement"
