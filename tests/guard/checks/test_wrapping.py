"""A model that hands its reply over as a block of code leaves the fence in it."""

from __future__ import annotations

import pytest

from tonekit.guard.checks.wrapping import wrapping

LETTER = "Hello Ada,\n\nyour key is on its way.\n\nKind regards"


@pytest.mark.parametrize("opening", ["```", "```text", "~~~markdown", '"""'])
def test_wrapped(opening: str) -> None:
    """A fence around the whole is found, closed or cut off."""
    closing = opening[:3]

    for text in (f"{opening}\n{LETTER}\n{closing}", f"\n{opening}\n{LETTER}\n{closing}\n", f"{opening}\n{LETTER}"):
        span = wrapping(text)
        assert span is not None
        assert text[slice(*span)] == closing


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LETTER, id="plain"),
        pytest.param("```\nset retry 3\n```\n\nThis line in the file is enough.", id="code before words"),
        pytest.param(f"{LETTER}\n\n```\nset retry 3\n```", id="code behind words"),
        pytest.param("```set retry 3``` is enough.", id="code in a line"),
        pytest.param('```json\n{"reply": "Hello"}\n```', id="data, which has a finding of its own"),
        pytest.param("", id="nothing"),
    ],
)
def test_not_wrapped(text: str) -> None:
    """Code for the reader is no fence around the reply."""
    assert wrapping(text) is None
