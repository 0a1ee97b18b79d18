"""Sentences of drafts by all their words: found where no list has them, and plain sentences left alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.errors import DataFileError
from tonekit.guard.wording.counter_signs import load_counter_signs
from tonekit.guard.wording.draft_words import (
    ASIDE,
    BASE,
    CODE,
    DRAFT_WORDS,
    LONG,
    MANNER,
    MANNERS,
    DraftWords,
    entries_of,
    sentences_of,
    shipped_draft_words,
)
from tonekit.guard.wording.words import words_of
from tonekit.reading.words.word_table import WordTable

FIXTURES = Path(__file__).parents[2] / "fixtures" / "guard"
LANGUAGES = ("en", "de", "sv", "nb", "da")
FOUND = {
    "model_talk": 0.44,
    "blame": 0.03,
    "cheer": 0.54,
    "acknowledgement": 0.41,
    "hand_holding": 0.46,
    "casual": 0.35,
    "stiff": 0.75,
}
"""Share of the kept sentences that is found by words alone; docs/guard-history.md has the figures."""
FALSE = 0.03
"""Share of the kept sentences that are nothing, half of them written to look like something, that may be found."""


def kept(name: str = "kept_sentences") -> Iterator[dict[str, Any]]:
    """Yield the sentences of a set that nothing was learned from."""
    for language in LANGUAGES:
        path = FIXTURES / f"{name}.{language}.jsonl"
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            yield {**row, "language": language}


def manners_of(text: str, language: str) -> set[str]:
    """Return the manners that any sentence of a text has."""
    words, signs = words_of(text), load_counter_signs(language)
    return {manner for manner, _ in shipped_draft_words().find(text, words, body=(0, len(text)), signs=signs)}


@pytest.mark.parametrize("manner", FOUND)
def test_kept_sentences_are_found(manner: str) -> None:
    """Of the sentences of a manner, in words that mostly stand in no list, a share is found by words alone."""
    there = [row for row in kept() if manner in row["tags"]]

    assert sum(manner in manners_of(row["text"], row["language"]) for row in there) >= FOUND[manner] * len(there)


def test_plain_sentences_are_left_alone() -> None:
    """Of sentences that are nothing hardly one is found, though half of them use the words of a manner."""
    plain = [row for row in kept() if not row["tags"]]
    wrong = [row["text"] for row in plain if manners_of(row["text"], row["language"]) - {ASIDE}]

    assert len(wrong) <= FALSE * len(plain), wrong


@pytest.mark.parametrize(("tag", "least", "most"), [("aside", 0.6, 1.0), ("claim", 0.0, 0.05)])
def test_asides_are_told_from_claims(tag: str, least: float, most: float) -> None:
    """Of sentences that name a day or a figure most asides are taken for one, and hardly a claim."""
    there = [row for row in kept("kept_asides") if tag in row["tags"]]
    taken = sum(ASIDE in manners_of(row["text"], row["language"]) for row in there)

    assert least * len(there) <= taken <= most * len(there)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("One. Two! Three?", ["One", "Two", "Three"], id="signs"),
        pytest.param("a 3.5 b", ["a 3.5 b"], id="a decimal point ends nothing"),
        pytest.param("Steps:\nFirst\n\nSecond", ["Steps", "First", "Second"], id="lines"),
        pytest.param("... !?", [], id="no words"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """A sentence ends at its sign or at the end of its line."""
    words = words_of(text)
    spans = [(words.spans[first][0], words.spans[last - 1][1]) for first, last in sentences_of(text, words)]

    assert [text[start:end] for start, end in spans] == sentences


def test_entries() -> None:
    """A sentence is asked for its words, stems, pairs and sign; numbers are one, and that there are any counts."""
    assert entries_of(["please", "wait", "14", "days"], "Please wait 14 days", "!") == {
        BASE,
        "please",
        "plea*",
        "wait",
        "days",
        "pleas wait",
        "wait 0",
        "0 days",
        "0",
        "!",
    }


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        pytest.param("Please wait here.", set(), id="plain"),
        pytest.param("one two three four five six seven eight nine ten", {" 10"}, id="ten words"),
        pytest.param("word " * 40, {" 10", " 14", " 18", " 23", " 30"}, id="long"),
        pytest.param("Set pageSize first.", {CODE}, id="capital within"),
        pytest.param("The HMAC is wrong.", {CODE}, id="abbreviation"),
        pytest.param("Read utf8 there.", {CODE}, id="digit behind a letter"),
        pytest.param("Read 0x1E there.", {CODE, "0"}, id="letter behind a digit"),
        pytest.param("Set idle_timeout first.", {CODE}, id="underscore"),
        pytest.param("Ask Anna or Ö. Berg.", set(), id="names"),
    ],
)
def test_marks(text: str, marks: set[str]) -> None:
    """Length, code and figures of a sentence have entries of their own."""
    known = {CODE, "0", *LONG.values()}

    assert entries_of(words_of(text).forms, text, "") & known == marks


def test_strongest_manner_counts_and_acknowledgement_besides(tmp_path: Path) -> None:
    """A sentence is of the manner that it has most of; that something is acknowledged is said besides."""
    path = tmp_path / "words.tsv"
    columns = "\t".join(["word", *(f"{MANNER}.{manner}" for manner in MANNERS)])
    path.write_text(f"{columns}\n{BASE}\t-1\t-1\t-1\t-1\t-1\t-1\t-1\nown\t2\t3\nsorry\t\t\t\t2\n", encoding="utf-8")
    text = "This is your own doing. It is your own, sorry for that. This is a sentence."
    found = DraftWords(WordTable(path, {MANNER: MANNERS})).find(text, words_of(text), body=(0, len(text)), signs={})

    assert [(manner, text[start:end]) for manner, (start, end) in found] == [
        ("blame", "This is your own doing"),
        ("blame", "It is your own, sorry for that"),
        ("acknowledgement", "It is your own, sorry for that"),
    ]


def test_greeting_and_closing_are_not_read() -> None:
    """Only the body is looked at: a greeting is a formula."""
    text = "Had you read the manual you would know."

    assert list(shipped_draft_words().find(text, words_of(text), body=(0, 5), signs={})) == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param("word\tmanner.blame\n", "opens no dimension", id="columns"),
        pytest.param("# nothing\n", "no line that names the columns", id="no columns"),
    ],
)
def test_broken_table(tmp_path: Path, content: str, problem: str) -> None:
    """A table that cannot be meant is refused by name."""
    path = tmp_path / "words.tsv"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(DataFileError, match=problem):
        list(DraftWords(WordTable(path, {MANNER: MANNERS})).find("a b c d", words_of("a b c d"), body=(0, 7), signs={}))


def test_shipped_table_has_what_every_sentence_has() -> None:
    """The shipped table has a base below 0 for every manner: no sentence is anything by itself."""
    table = WordTable(DRAFT_WORDS, {MANNER: MANNERS})

    assert all(base < 0 for base in table.sums([BASE]))


@given(text=st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Whatever a text holds: places lie inside it, in order."""
    found = list(shipped_draft_words().find(text, words_of(text), body=(0, len(text)), signs={}))

    assert all(0 <= start < end <= len(text) for _, (start, end) in found)
    assert [start for _, (start, _) in found] == sorted(start for _, (start, _) in found)
