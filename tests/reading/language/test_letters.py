"""Letters tell languages apart, the same way however often a word comes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.language.letters import LetterModel

MODEL = LetterModel()
WORDS = st.sampled_from(["Where", "where", "straße", "Nguyễn", "İstanbul", "x", "ø", "ærlig", "a" * 50, "не"])


@given(st.lists(WORDS | st.text(max_size=12), max_size=8).map(" ".join))
def test_words_read_before_read_the_same(text: str) -> None:
    """What a text tells does not hang on which words were read before it."""
    fresh = LetterModel()
    # To read the table for each text would take minutes.
    fresh.__dict__["_groups"] = MODEL._groups

    assert fresh.read(text) == MODEL.read(text) == MODEL.read(text)


def test_words_are_not_kept_without_end() -> None:
    """A process that reads ever new words keeps the letters of the last of them alone."""
    before = MODEL.read("delivery")
    for number in range(2500):
        MODEL.read("".join("abcdefghij"[int(digit)] for digit in str(number)))

    assert len(MODEL._words) <= 2000
    assert MODEL.read("delivery") == before
