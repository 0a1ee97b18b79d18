"""Tokens carry their offsets; cue phrases are found across wrapped lines, the longest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.languages.pack import Words
from tonekit.reading.parsing import Parser

CUES = {
    "thanks.routine": ("thanks", "thank you"),
    "sarcasm": ("thanks for nothing",),
    "contact.unanswered": ("still nothing", "don't answer"),
    "fault.calm": ("still nothing",),
    "=unit:day": ("days",),
    "wait.long": ("for days",),
    "courtesy.formula": ("thanks again",),
    "field.again": ("again", "once again", "again and again"),
}
PARSER = Parser(Words(hyphens_part=True, parted_endings=("'s",)), CUES, whole={"courtesy.formula"})


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        pytest.param("Thanks!", [("thanks.routine", "Thanks")], id="any-case"),
        pytest.param("THANK YOU", [("thanks.routine", "THANK YOU")], id="capitals"),
        pytest.param("Thanks for nothing", [("sarcasm", "Thanks for nothing")], id="longest-hides-shorter"),
        pytest.param("thankless", [], id="whole-words"),
        pytest.param("you don't answer", [("contact.unanswered", "don't answer")], id="contraction-is-one-word"),
        pytest.param(
            "still\nnothing",
            [("contact.unanswered", "still\nnothing"), ("fault.calm", "still\nnothing")],
            id="wrapped-line",
        ),
        pytest.param("still\n\nnothing", [], id="not-across-paragraphs"),
        pytest.param('Thanks, "for" nothing', [("sarcasm", 'Thanks, "for" nothing')], id="across-marks"),
    ],
)
def test_hits(text: str, hits: list[tuple[str, str]]) -> None:
    """Phrases are found as whole words in any case; of phrases inside each other the longest; equal ones both."""
    parsed = PARSER.parse(text)
    spans = parsed.tokens.spans

    assert [(cue, text[spans[first][0] : spans[last - 1][1]]) for cue, first, last in parsed.hits] == hits


def test_fact_words_hide_no_cue() -> None:
    """A fact word inside a cue phrase is found beside it."""
    parsed = PARSER.parse("waiting for days")

    assert [cue for cue, _, _ in parsed.hits] == ["wait.long"]
    assert [cue for cue, _, _ in parsed.words] == ["=unit:day"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("Again nothing", [0], id="found"),
        pytest.param("Thanks again", [], id="inside-a-formula"),
        pytest.param("Again: thanks again or again", [0, 5], id="around-a-formula"),
        pytest.param("once again, again and again", [0, 3], id="the-longest-of-a-field"),
    ],
)
def test_fields(text: str, places: list[int]) -> None:
    """Words of fields are found wherever they stand, but not inside a formula that counts as a whole."""
    assert [first for _, first, _ in PARSER.parse(text).fields] == places


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("One. Two! Three?", ["One.", "Two!", "Three?"], id="stops"),
        pytest.param("A wrapped\nline goes on", ["A wrapped line goes on"], id="wrapped"),
        pytest.param("First line\nSecond line", ["First line", "Second line"], id="new-line-that-begins-anew"),
        pytest.param("one\n\ntwo", ["one", "two"], id="paragraphs"),
        pytest.param("What?! No.", ["What?!", "No."], id="two-marks"),
        pytest.param("", [], id="empty"),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """Sentences end at stops and paragraphs; a line break alone ends one where the next line begins like one."""
    parsed = PARSER.parse(text)
    spans = parsed.tokens.spans
    found = [text[spans[a][0] : spans[b - 1][1]].replace("\n", " ") for a, b in parsed.sentences]

    assert found == sentences


@given(st.text(max_size=200))
def test_offsets_and_sentences_are_whole(text: str) -> None:
    """Every token stands where it says; every token belongs to exactly one sentence."""
    parsed = PARSER.parse(text)

    tokens = parsed.tokens
    assert [text[start:end] for start, end in tokens.spans] == tokens.texts
    assert "".join(tokens.texts) == "".join(text.split())
    assert [index for first, last in parsed.sentences for index in range(first, last)] == list(
        range(len(parsed.tokens))
    )
