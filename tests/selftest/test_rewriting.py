"""Rewritings change what they say, always in the same way, and part by part."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tonekit import analyze
from tonekit.analysis import Zone
from tonekit.foreign_text.mojibake import is_garbled
from tonekit.reading.mail.html_text import plain_text
from tonekit.reading.normalising import normalise
from tonekit.selftest.changes import Making
from tonekit.selftest.rewriting import rewritten
from tonekit.selftest.variation import Variation

EMPTY = analyze("")
LONG = "This line is written so that it is longer than the seventy-two signs that mail programs break at."


def varied(make: Making, text: str, *zones: Zone) -> Variation | None:
    """Return the variation of a text that is all body, unless zones are given."""
    parts = zones or ((Zone(kind="body", start=0, end=len(text)),) if text else ())
    return rewritten(make, EMPTY.model_copy(update={"text": text, "zones": parts}))


def changed(make: Making, text: str) -> str:
    """Return a text with all parts of a change; the text itself where it gives no occasion."""
    variation = varied(make, text)
    return text if variation is None else whole(variation)


def whole(variation: Variation) -> str:
    """Return a variation with all of its parts."""
    return variation.build(range(variation.parts))


@pytest.mark.parametrize(
    ("make", "text", "expected"),
    [
        ("upper_case", "Große Frage an x@y.example", "GROSSE FRAGE AN x@y.example"),
        ("lower_case", "See API at https://X.example/A", "see api at https://X.example/A"),
        ("curly_quotes", "\"It's 'so'\"", "\u201cIt\u2019s \u2018so\u2019\u201d"),
        ("curly_quotes", "\u201cIt\u2019s\u201d", '"It\'s"'),
        ("emoji_tone", "ok 👍 and 👋🏻", "ok 👍🏽 and 👋🏽"),
        ("emoji_selector", "a ❤ b ⚠\ufe0f c 👍🏽", "a ❤\ufe0f b ⚠ c 👍🏽"),
        ("line_ends", "a\nb\r\nc", "a\r\nb\r\nc"),
        ("hidden_signs", "an ordinary confirmation", "an ordi\u00adnary confir\u00admation"),
        ("decomposed", "blå", "bla\u030a"),
        ("line_width", LONG, LONG.replace("signs that", "signs\nthat")),
        ("html", "Hi & bye\nyou\n\nKim", "<html><body><div><p>Hi &amp; bye<br>you</p><p>Kim</p></div></body></html>"),
    ],
)
def test_rewritings(make: Making, text: str, expected: str) -> None:
    """Each rewriting does what its name says."""
    assert changed(make, text) == expected


@pytest.mark.parametrize(
    ("make", "text"),
    [
        ("upper_case", "ABC 12"),
        ("lower_case", "abc"),
        ("curly_quotes", "no quotes"),
        ("emoji_tone", "😀"),
        ("emoji_selector", "plain"),
        ("line_ends", "one line"),
        ("hidden_signs", "short words"),
        ("decomposed", "plain"),
        ("line_width", "short"),
        ("typos", "a bb aaaaa 12"),
        ("html", "a < b"),
    ],
)
def test_no_occasion(make: Making, text: str) -> None:
    """A text that gives no occasion for a change has no variation."""
    assert varied(make, text) is None


def test_typos_swap_letters_of_few_words() -> None:
    """About one of twelve longer words has two inner letters swapped; first letters and short words stay."""
    text = "please confirm whether another delivery could arrive within several working days " * 6
    pairs = [(a, b) for a, b in zip(text.split(), changed("typos", text).split(), strict=True) if a != b]

    assert 2 <= len(pairs) <= 12
    assert all(sorted(a) == sorted(b) and a[0] == b[0] for a, b in pairs)


def test_one_typo_at_least() -> None:
    """A short text gets one typo."""
    assert varied("typos", "broken") is not None


@given(st.text())
def test_invisible_changes_are_undone_by_reading(text: str) -> None:
    """What nobody sees is the same text once it is normalised; garbled letters are no text to begin with."""
    assume(not is_garbled(text))
    for make in ("hidden_signs", "decomposed", "line_ends", "emoji_tone", "emoji_selector"):
        variation = varied(make, text)
        if variation is not None and unicodedata.is_normalized("NFC", text):
            assert normalise(whole(variation)).text == normalise(text).text


@given(st.text(st.sampled_from("ab'\"É👍❤\n .x"), max_size=60))
def test_no_part_is_no_change(text: str) -> None:
    """Without its parts a variation is the text itself, and it is the same in every run."""
    for make in ("upper_case", "lower_case", "typos", "curly_quotes", "line_width", "emoji_tone", "html"):
        variation = varied(make, text)
        if variation is not None:
            assert variation.build(()) == variation.text == text
            assert changed(make, text) == whole(variation)


def test_quotes_and_code_keep_their_lines() -> None:
    """What the sender has not typed gets no typos and no new line breaks."""
    quote = f"> {LONG}"

    assert varied("line_width", quote, Zone(kind="quote", start=0, end=len(quote))) is None
    assert varied("typos", quote, Zone(kind="code", start=0, end=len(quote))) is None
    assert varied("curly_quotes", "> it's", Zone(kind="quote", start=0, end=6)) is not None


def test_html_reads_as_the_text() -> None:
    """The HTML mail shows the words and lines of the text."""
    text = "Hello,\n\nmy lift & my door are stuck.\nPlease call."

    assert plain_text(changed("html", text)).split() == text.split()
