"""Sentences end at stops, but not at those of abbreviations, and at new lines that begin anew."""

from __future__ import annotations

import pytest

from tonekit.languages.pack import Words
from tonekit.reading.sentences import sentences_and_paragraphs
from tonekit.reading.tokens import Tokeniser

ABBREVIATIONS = ("approx", "z.b")
TOKENISER = Tokeniser(Words(abbreviations=ABBREVIATIONS))


@pytest.mark.parametrize(
    ("text", "sentences", "paragraphs"),
    [
        pytest.param("One. Two! Three?", "One .|Two !|Three ?", 1, id="stops"),
        pytest.param("In approx. two days. Ok", "In approx . two days .|Ok", 1, id="abbreviation"),
        pytest.param(
            "On the 3., the rest later. Ok", "On the 3 . , the rest later .|Ok", 1, id="figure-before-a-comma"
        ),
        pytest.param("Fees etc., and so on", "Fees etc .|, and so on", 1, id="word-before-a-comma"),
        pytest.param("Mr. J. Smith left", "Mr .|J . Smith left", 1, id="initial"),
        pytest.param("Bestellnr. 4711 Ok", "Bestellnr . 4711 Ok", 1, id="number-in-one-word"),
        pytest.param("My order no. 4711. Ok", "My order no . 4711 .|Ok", 1, id="number-in-English"),
        pytest.param("Not so? No. 4 days. Ok", "Not so ?|No .|4 days .|Ok", 1, id="no-is-an-answer"),
        pytest.param("In days approx.", "In days approx .", 1, id="abbreviation-at-the-end"),
        pytest.param("What?! No...", "What ? !|No ...", 1, id="stops-in-a-row"),
        pytest.param("wrapped\nline", "wrapped line", 1, id="wrapped"),
        pytest.param("First line\nSecond", "First line|Second", 1, id="line-that-begins-anew"),
        pytest.param(
            "this line is so long that a program must have wrapped it\nFreitag it goes on",
            "this line is so long that a program must have wrapped it Freitag it goes on",
            1,
            id="wrapped-before-a-capital",
        ),
        pytest.param("Why?\nthen go", "Why ?|then go", 1, id="stop-at-the-end-of-a-line"),
        pytest.param("one\n \ntwo\n\n\nthree", "one|two|three", 3, id="paragraphs"),
        pytest.param("\n\n  one\n", "one", 1, id="white-space-around"),
        pytest.param("", "", 0, id="empty"),
    ],
)
def test_ends(text: str, sentences: str, paragraphs: int) -> None:
    """A full stop ends a sentence unless an abbreviation or an initial stands before it."""
    tokens = TOKENISER.cut(text)
    found, blocks = sentences_and_paragraphs(tokens, text, abbreviations=ABBREVIATIONS)

    assert "|".join(" ".join(tokens.texts[first:last]) for first, last in found) == sentences
    assert len(blocks) == paragraphs
