"""What is wrong with a line of JSON is told to people who do not program."""

from __future__ import annotations

import json

import pytest

from tonekit.files.json_errors import plain_json_problem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('{"text": "a",}', "comma", id="comma-before-the-end"),
        pytest.param('{"text": "a" "mood": "neutral"}', "a comma is missing", id="no-comma"),
        pytest.param('{"text": "a "good" day"}', 'write a comma between entries, and \\" for', id="quote-inside"),
        pytest.param('{"text" "a"}', "a colon is missing", id="no-colon"),
        pytest.param('{"text": a}', "write a text in straight double quotes", id="no-quotes"),
        pytest.param('{"text": “a”}', "straight double quotes", id="curly-quotes"),
        pytest.param('{"text": "a"} {"text": "b"}', "a line of its own", id="two-in-a-line"),
        pytest.param('{"text": "a', "its quote is never closed", id="open-quote"),
        pytest.param('{"text": "a\tb"}', "write \\n or \\t", id="tab"),
        pytest.param('{"text": "C:\\data"}', "write \\\\ for the sign itself", id="backslash"),
    ],
)
def test_said_plainly(text: str, words: str) -> None:
    """Each slip has its words and its remedy, and nothing of Python's."""
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)

    said = plain_json_problem(caught.value)
    assert words in said
    assert "Expecting" not in said
