"""A file that is not YAML: the place is the one to look at, and the words are for people."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.files.datafile import DataFile


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        pytest.param('a:\n  - {id: x, text: "Hi}\n  - {id: y, text: "Ho"}\n', (2, 5), "does not end", id="flow"),
        pytest.param('a:\n  - text: "Hi\n  - text: "Ho"\n', (2, 11), "a quote is opened", id="block"),
        pytest.param("a: 'x\nb: 'y'\n", (1, 4), "a quote is opened", id="single"),
        pytest.param('a: "x\nb: c\n', (1, 4), "does not end", id="to-the-end"),
        pytest.param("a: [x, y\nb: c\n", (1, 4), "does not end", id="bracket"),
        pytest.param("a: x: y\n", (1, 5), "there is a colon inside", id="colon"),
        pytest.param("a:\n\t- b\n", (2, 1), "there is a tab here; indent", id="tab"),
        pytest.param('a: "\\d{6}"\n', (1, 5), "put the text in single quotes", id="pattern-in-double-quotes"),
        pytest.param("a:\n  b: c\n\td: e\n", (3, 1), "there is a tab here", id="tab-before-a-key"),
        pytest.param("a:\n  b: c\n  d e\n  f:\n    g: h\n", (4, 3), "a colon is missing", id="missing-colon"),
        pytest.param("a:\n  en: {{ x }} y\n", (2, 7), "begins with {{ is taken for something", id="filled"),
        pytest.param('- "Hi "you""\n', (1, 8), "the text in quotes ends before this", id="quote-inside"),
        pytest.param("a:\n  - [no] refunds\n", (2, 10), "taken for a list", id="bracket-first"),
        pytest.param("a:\n  - b\n c\n", (3, 2), "indentation|does not belong|colon is missing", id="too-far-left"),
        pytest.param("a:\n  b:c\n  d: e\n", (2, 5), "a space is missing after the colon", id="glued"),
        pytest.param("a:\n  -b: c\n  - d\n", (2, 4), "a space is missing after the dash", id="dashed"),
        pytest.param("a:\u00a0b\nc: d\n", (1, 3), r"another kind of space \(U\+00A0\)", id="strange-blank"),
        pytest.param("a: {b: 1.000,00}\n", (1, 14), "write 1000.00", id="separators"),
    ],
)
def test_the_place_is_where_it_begins(text: str, place: tuple[int, int], words: str) -> None:
    """What is left open is named where it was opened, not where the parser stumbled."""
    with pytest.raises(DataFileError, match=words) as caught:
        DataFile(Path("a.yaml"), text)

    assert (caught.value.line, caught.value.column) == place
