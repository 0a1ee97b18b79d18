"""Lines of results: what every JSON reader can read."""

from __future__ import annotations

import json
from math import inf, nan

import pytest

from tonekit import Message
from tonekit.batch.rows import Row, error_line


def refuse(name: str) -> None:
    """Refuse what is no JSON, though Python reads it."""
    raise AssertionError(name)


@pytest.mark.parametrize("number", [nan, inf])
def test_a_gap_is_no_id(number: float) -> None:
    """What a table has where an id is missing becomes no JSON that only Python reads."""
    line = error_line(Row(3, number, Message(text="")), ValueError("no"), key="k")
    assert json.loads(line.text, parse_constant=refuse) == {
        "row": 3,
        "options": "k",
        "error": {"type": "ValueError", "message": "no"},
    }
