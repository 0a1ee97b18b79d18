"""Prose is told from code line by line."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tonekit.reading.zones.code_blocks import code_lines, is_prose
from tonekit.reading.zones.lines import Line, mail_lines

WORDS = st.sampled_from("the Import from select at git java Error panic ERROR class Hello we're so-so".split())
LINES = st.lists(WORDS | st.text(max_size=8), min_size=1, max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        pytest.param("We checked the fuse, and it's fine.", True, id="sentence"),
        pytest.param("Können Sie mir bitte helfen?", True, id="question"),
        pytest.param("import os.path", False, id="import"),
        pytest.param("x = 5", False, id="assignment"),
        pytest.param("ERROR connection refused", True, id="capitals-are-left-to-the-signs"),
        pytest.param("Segmentation fault", False, id="message-of-a-system"),
    ],
)
def test_quick_no(text: str, prose: bool) -> None:
    """A line of letters and the marks of prose is none of code, unless its first word opens code."""
    assert is_prose(Line(0, text, opens=True)) is prose


@given(st.lists(LINES, max_size=6))
@example(["Error one", "Error two"])
@example(["git pull -f origin", "git push -f origin"])
def test_quick_no_is_right(texts: list[str]) -> None:
    """Where every line is clearly prose, the careful look finds no code either."""
    lines = [line for line in mail_lines("\n".join(texts)) if is_prose(line)]

    assert code_lines(lines, set()) == set()
