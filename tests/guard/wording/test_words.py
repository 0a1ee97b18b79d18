"""Words of a text: forms and places belong together, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonekit.guard.wording.words import Word, words_of
from tonekit.reading.zones import furniture as mail_furniture


def test_forms_and_places() -> None:
    """Words are in lower case with plain apostrophes, and lead back to the text."""
    words = words_of("Don’t worry, İstanbul!")

    assert words.forms == ["don't", "worry", "i̇stanbul"]
    assert [("Don’t worry, İstanbul!")[start:end] for start, end in words.spans] == ["Don’t", "worry", "İstanbul"]
    assert words[1] == Word("worry", 6, 11)
    assert words[1:2] == [words[1]]


@given(st.text(max_size=60))
def test_each_word_has_its_place(text: str) -> None:
    """There are as many places as forms, in order, and each form is what stands at its place."""
    words = words_of(text)

    assert len(words) == len(words.forms) == len(words.spans)
    assert all(text[word.start : word.end].replace("’", "'").lower() == word.form for word in words)
    assert words.among == set(words.forms)


@given(st.text(alphabet="aK9ß'’._ İ-é", max_size=30))
def test_rows_of_letters(text: str) -> None:
    """Every row of letters is among them, whatever it is joined to, and what begins with a digit is numbered."""
    words = words_of(text)

    assert mail_furniture.words_of(text.lower()) <= words.letters
    assert words.numbered == [index for index, form in enumerate(words.forms) if form[0] in "0123456789"]
