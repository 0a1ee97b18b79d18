"""Quotes of word processors are told from quotations and apostrophes, whichever kind they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonekit.errors import DataFileError
from tonekit.files.curly_quotes import stands_in_curly_quotes
from tonekit.files.datafile import DataFile


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“Thank you.”", True, id="english"),
        pytest.param("„Danke.“", True, id="german"),
        pytest.param("”Tack.”", True, id="swedish"),
        pytest.param("«Takk.»", True, id="norwegian"),
        pytest.param("»Tak.«", True, id="danish"),
        pytest.param("‚Danke.‘", True, id="single"),
        pytest.param("‘Don’t worry.’", True, id="apostrophe-inside"),
        pytest.param(' “Thank you" ', True, id="straight-end"),
        pytest.param("“Thank you", True, id="cut-off"),
        pytest.param("“Don’t worry.”", True, id="apostrophe-in-double"),
        pytest.param("“One” and “two”", False, id="two-quotations"),
        pytest.param("See “Help”.", False, id="quotation"),
        pytest.param("’Twas nothing", False, id="apostrophe"),
        pytest.param('"Thank you."', False, id="straight"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_stands_in_curly_quotes(text: str, expected: bool) -> None:
    """A text wholly inside such quotes is found; one that quotes something is left alone."""
    assert stands_in_curly_quotes(text) == expected


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        pytest.param('a:\n  - {b: “Hello {{ name }}"}\n', 2, 9, id="flow"),
        pytest.param('a: [„x", "y]\n', 1, 5, id="list"),
        pytest.param("a:\n  b: “c: d”\n", 2, 6, id="colon"),
    ],
)
def test_yaml_that_breaks_on_one(text: str, line: int, column: int) -> None:
    """Where such a quote makes a file unreadable, the message names the sign, its place, and what to type."""
    with pytest.raises(DataFileError, match=r"is a quote of a word processor.*type a straight quote") as caught:
        DataFile(Path("x.yaml"), text)

    assert (caught.value.line, caught.value.column) == (line, column)
