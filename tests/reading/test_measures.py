"""Measures are those of what was written, not of how it is signed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.analysis import Zone
from tonekit.languages.pack import Words
from tonekit.reading.measures import measure
from tonekit.reading.parsing import Parser

PARSER = Parser(Words(), {})
BODY = "The pump stopped. It makes 2 noises."


def measures(text: str, signature: tuple[Zone, ...] = ()) -> dict[str, float]:
    """Return the measures of a text."""
    return measure(PARSER.parse(text), text, signature)


def test_signature_changes_nothing() -> None:
    """A signature with a telephone number leaves the measures as they are without it."""
    mail = f"Hi Kim,\n\n{BODY}\n\nBest,\n"
    text = f"{mail}Kim Berg\n+45 12 34 56 78"

    assert measures(text, (Zone(kind="signature", start=len(mail), end=len(text)),)) == measures(mail)


def test_all_signature_is_measured() -> None:
    """A text that is nothing but a signature has its measures."""
    assert measures("Kim Berg", (Zone(kind="signature", start=0, end=8),)) == measures("Kim Berg")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        pytest.param("please help me", "measure.all_lower", 1.0, id="all-lower"),
        pytest.param("Well...", "measure.ellipsis", 1.0, id="ellipsis"),
        pytest.param("No! No!", "measure.exclamations", 2 / 3, id="exclamations"),
        pytest.param("No!!! Why?!", "measure.exclamations", 1 / 3, id="one-loud-exclamation"),
        pytest.param("@shop hello", "measure.mention", 1.0, id="mention"),
        pytest.param("No stop here", "measure.no_final_stop", 1.0, id="no-final-stop"),
        pytest.param("7 of 8 done", "measure.numbers", 1.0, id="numbers"),
        pytest.param("Really? Yes.", "measure.question_share", 0.5, id="question-share"),
        pytest.param("What?!", "measure.repeated_marks", 1.0, id="repeated-marks"),
        pytest.param("THIS IS LOUD", "measure.shouting", 1.0, id="shouting"),
        pytest.param("sooo good", "measure.stretched", 1.0, id="stretched"),
    ],
)
def test_each(text: str, name: str, value: float) -> None:
    """Each measure is the share or the sign that its name says."""
    assert measures(text)[name] == pytest.approx(value)


def test_empty_text_has_no_measures() -> None:
    """Nothing is measured where nothing is written."""
    assert measures("") == {}


def test_readability() -> None:
    """Readability is LIX, words per sentence plus the percentage of words over six letters, as a share of 60."""
    text = "Short words here. Most of us write longer and considerably plainer words."

    assert measures(text)["measure.readability"] == pytest.approx((12 / 2 + 100 * 2 / 12) / 60)


@given(st.text("aab1_!é²\n ", max_size=30) | st.text(max_size=30))
def test_letters_that_are_stretched_and_figures(text: str) -> None:
    """What is looked for at a glance is what the expressions find that say what it is."""
    tokens = PARSER.parse(text).tokens.texts
    figures = [token for token in tokens if token[0] in "0123456789"]

    assert ("measure.stretched" in measures(text)) == bool(re.search(r"([^\W\d_])\1\1", text))
    assert ("measure.numbers" in measures(text)) == bool(figures)
