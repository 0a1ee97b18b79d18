"""Hits of a text are sorted into the sentences that facts are put together from."""

from __future__ import annotations

from tonekit.languages.pack import Words
from tonekit.reading.facts.fact_sentences import fact_sentences
from tonekit.reading.parsing import Parser

PARSER = Parser(
    Words(),
    {"wait.long": ("still waiting",), "=unit:day": ("days",), "=number:2": ("two",), "=contact_noun": ("call",)},
)


def test_hits_lie_in_their_sentence() -> None:
    """Cues, fact words and figures stand in the sentence that they are written in."""
    first, second = fact_sentences(PARSER.parse("I am still waiting. Two days and 14 calls, one call."))

    assert list(first.cues) == ["wait.long"]
    assert first.words == {}
    assert [value for value, _ in second.words["number"]] == ["2", "14"]
    assert [value for value, _ in second.words["unit"]] == ["day"]
    assert second.speaks_of_contact is False


def test_nearest_word_behind_a_hit() -> None:
    """Of the words of a kind the nearest counts that stands within reach."""
    (sentence,) = fact_sentences(PARSER.parse("two more days and days"))
    (_, number), *_ = sentence.words["number"]

    near = sentence.after(number, "unit", reach=2)

    assert near is not None
    assert near[1][1:] == (2, 3)
    assert sentence.after(number, "unit", reach=1) is None
