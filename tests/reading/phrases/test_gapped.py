"""Phrases with gaps are found with a few words in between, inside one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.languages.pack import Words
from tonekit.languages.phrases import LONGEST_GAP
from tonekit.reading.parsing import Parser

CUES = {
    "blocked": ("can ~ not log in", "can ~ not"),
    "wait.long": ("since yesterday",),
    "contact.repeated": ("written ~ called ~ times", "called again"),
    "reproach": ("still nothing",),
}
PARSER = Parser(Words(), CUES)


def found(text: str) -> list[tuple[str, str]]:
    """Return cue and words of every hit."""
    parsed = PARSER.parse(text)
    spans = parsed.tokens.spans
    return [(cue, text[spans[first][0] : spans[last - 1][1]]) for cue, first, last in parsed.hits]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        pytest.param("I can not log in", [("blocked", "can not log in")], id="no-word-between"),
        pytest.param(
            "I can since yesterday not log in",
            [("blocked", "can since yesterday not log in"), ("wait.long", "since yesterday")],
            id="words-between-are-still-read",
        ),
        pytest.param("can a b c d not", [("blocked", "can a b c d not")], id="as-far-as-it-reaches"),
        pytest.param("can a b c d e not", [], id="too-far"),
        pytest.param("Yes we can. Not today.", [], id="not-across-sentences"),
        pytest.param("not can", [], id="order-matters"),
        pytest.param(
            "written twice and called three times",
            [("contact.repeated", "written twice and called three times")],
            id="two-gaps",
        ),
        pytest.param("CAN sadly NOT", [("blocked", "CAN sadly NOT")], id="any-case"),
    ],
)
def test_gaps(text: str, hits: list[tuple[str, str]]) -> None:
    """A gap stands for up to four words; what stands in it is read as well."""
    assert found(text) == hits


def test_cue_said_whole_is_not_counted_again() -> None:
    """Where a cue is there without gap, an overlapping phrase with a gap adds nothing."""
    assert found("written, called again, many times") == [("contact.repeated", "called again")]


@given(st.lists(st.sampled_from(["can", "not", "log", "in", "x", "."]), max_size=60))
def test_hits_stay_in_a_sentence(words: list[str]) -> None:
    """Whatever stands around the pieces, a hit begins with its first piece, in one sentence, no longer than its gap."""
    text = " ".join(words)
    parsed = PARSER.parse(text)
    for _, first, last in parsed.hits:
        inside = [start <= first and last <= end for start, end in parsed.sentences]
        assert inside.count(True) == 1
        assert parsed.tokens.texts[first] == "can"
        assert last - first <= len("can not log in".split()) + LONGEST_GAP
