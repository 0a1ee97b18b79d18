"""What is said, as tables of words have it: the same whether the forms of words are known or not."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.analysis import Zone
from tonekit.languages.loading import load_pack
from tonekit.reading.parsing import Parser
from tonekit.reading.words.said import WordForms, said_places, said_words
from tonekit.reading.words.shipped_table import shipped_table
from tonekit.reading.zones.furniture import parts_of, whole_words, words_of
from tonekit.reading.zones.lines import lowered

PARSER = Parser(load_pack("en").language.words, {})
FORMS = WordForms()
TABLE = shipped_table()
TEXTS = st.lists(st.sampled_from(["Deliver", "delivery", "no", "3", "!", ".", "\n\n", "don't", "(", "so"])).map(
    " ".join
)


@given(TEXTS | st.text(max_size=80), st.integers(0, 40), st.integers(0, 40), st.sampled_from(["signature", "closing"]))
def test_entries_are_those_that_have_a_place(
    text: str, start: int, length: int, kind: Literal["signature", "closing"]
) -> None:
    """Entries come in the order of their places, each in the range of the sentence that it stands first in."""
    parsed = PARSER.parse(text)
    zone = Zone(kind=kind, start=start, end=start + length)
    signatures, closings = ([zone], []) if kind == "signature" else ([], [zone])
    said = said_words(parsed, FORMS, signatures=signatures, closings=closings)
    places = said_places(parsed, parsed.tokens.inside(signatures), range(len(parsed.sentences)))
    closing = {parsed.tokens.spans[number][0] for number in parsed.tokens.inside(closings)}
    starts = [parsed.tokens.spans[first][0] for first, _ in parsed.sentences]
    numbers = [sentence for sentence, first, last, _ in said.ranges for _ in range(first, last)]

    assert list(said.items()) == list(places.items())
    assert numbers == [bisect_right(starts, place[0]) - 1 for place in places.values()]
    assert [said.within(sentence) for sentence in range(len(starts))] == [
        {entry: place for (entry, place), number in zip(places.items(), numbers, strict=True) if number == sentence}
        for sentence in range(len(starts))
    ]
    assert list(said.before_closing()) == [each for each, place in places.items() if place[0] not in closing]


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_sums_are_those_of_the_entries(text: str, start: int, length: int) -> None:
    """What stands in each sentence adds up to all that is said, with the closing and without."""
    closing = Zone(kind="closing", start=start, end=start + length)
    said = said_words(PARSER.parse(text), FORMS, closings=[closing])

    for each in (said, said.before_closing(), said_words(PARSER.parse(text), closings=[closing]).before_closing()):
        assert sum(each.sums(TABLE)) == sum(TABLE.packed(each.entries))


@given(st.text() | st.text("ab'é_1ß²\x85\xa0 "))
def test_whole_words_are_letters_and_apostrophes_between_them(text: str) -> None:
    """Words of any script are found, and those with several apostrophes in a row are several."""
    assert whole_words(text) == re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text)


@given(st.text())
def test_parts_of_whole_words_are_the_words(text: str) -> None:
    """Words that are cut at apostrophes later are those that are found without them."""
    assert parts_of(whole_words(lowered(text))) == words_of(lowered(text))


@pytest.mark.parametrize("count", [1, 10_000])
def test_forms_are_forgotten(count: int) -> None:
    """However many words a process meets, few of them are kept, and what is forgotten is found anew."""
    forms = WordForms()
    met = [forms[f"word{number}"] for number in range(count)]

    assert len(forms) <= 2000
    assert met[0] == forms["word0"] == ("word0"[:5], ("word0", "word*"))
