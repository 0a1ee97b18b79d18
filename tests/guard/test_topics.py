"""Topics are found as whole words, in what the sender wrote, and shown as written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.datafile import DataFile
from tonekit.guard.topics import TopicFinder
from tonekit.reading.reader import Reader
from tonekit.settings import TopicFile

FINDER = TopicFinder(
    (TopicFile(topic="wine", words=("red{,s} wine", "chablis")), TopicFile(topic="tax", words=("vat", "steuer{,n}"))),
    DataFile(Path("tonekit.yaml"), ""),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Do you sell RED\nWine?", {"wine": ["RED\nWine"]}, id="across-lines"),
        pytest.param("Red, wine-coloured", {"wine": ["Red, wine"]}, id="across-marks"),
        pytest.param("A private matter, and chablistic", {}, id="inside-words"),
        pytest.param("Chablis, VAT and Chablis", {"wine": ["Chablis", "Chablis"], "tax": ["VAT"]}, id="several"),
        pytest.param("Fine, thanks.\n\n> Shall we send the Chablis?", {}, id="quoted"),
        pytest.param("", {}, id="empty"),
    ],
)
def test_topics_of_a_message(reader: Reader, text: str, found: dict[str, list[str]]) -> None:
    """Capitals, line breaks and marks do not matter; parts of words and quoted mail do not count."""
    assert FINDER.find(reader.read(text)) == found


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        pytest.param("Wanted: red wine", {"wine": ["red wine"]}, id="own"),
        pytest.param("Re: red wine", {}, id="answer"),
    ],
)
def test_topics_of_a_subject(reader: Reader, subject: str, found: dict[str, list[str]]) -> None:
    """The subject line counts as the text does, unless it repeats that of an earlier mail."""
    assert FINDER.find(reader.read("Do you have any?", subject=subject)) == found


@given(text=st.text(max_size=200))
def test_any_text_is_searched(reader: Reader, text: str) -> None:
    """No text raises, and what is found stands in it."""
    analysis = reader.read(text)

    assert all(words in analysis.text for each in FINDER.find(analysis).values() for words in each)
