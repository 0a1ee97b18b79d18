"""Phrases are found as one who reads every phrase at every word would find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonekit.reading.phrases.finder import CUE, FACT, FAMILY, FIELD, PIECE, PhraseFinder, PhraseHit, kind_of

WORDS = st.sampled_from(["a", "b", "c", "d"])
CUES = st.sampled_from(["praise", "field.x", "=unit:day", "~piece", "in two\nlines"])


def found_in(finder: PhraseFinder, words: list[str]) -> tuple[list[PhraseHit], ...]:
    """Return what is found, by kind."""
    found: tuple[list[PhraseHit], ...] = ([], [], [], [])
    finder.find(words, range(len(words)), found)
    return found


@given(st.sets(st.tuples(CUES, st.lists(WORDS, min_size=1, max_size=5).map(tuple))), st.lists(WORDS, max_size=20))
def test_finds_every_phrase(phrases: set[tuple[str, tuple[str, ...]]], words: list[str]) -> None:
    """Every phrase at every place, each in the list of its kind, the longest first, and nothing else."""
    expected: tuple[list[PhraseHit], ...] = ([], [], [], [])
    for cue, phrase in phrases:
        for first in range(len(words)):
            if tuple(words[first : first + len(phrase)]) == phrase:
                expected[kind_of(cue)].append((cue, first, first + len(phrase)))

    finder = PhraseFinder([(cue, " ".join(phrase)) for cue, phrase in phrases], str.split)
    found = found_in(finder, words)

    assert found_in(finder, words) == found
    assert [sorted(hits) for hits in found] == [sorted(hits) for hits in expected]
    assert all(hits == sorted(hits, key=lambda hit: (hit[1], -hit[2], hit[0])) for hits in found)


def test_kinds() -> None:
    """The name of a cue says what kind it is."""
    assert [kind_of(cue) for cue in ("praise", "field.again", "=unit:day", "~3", "&7")] == [
        CUE,
        FIELD,
        FACT,
        PIECE,
        FAMILY,
    ]


def test_places() -> None:
    """Hits name the places that they were given, so that words may be left out in between."""
    found: tuple[list[PhraseHit], ...] = ([], [], [], [])
    PhraseFinder([("praise", "so good")], str.split).find(["so", "good"], [3, 5], found)

    assert found[CUE] == [("praise", 3, 6)]


def test_words_are_cut_as_texts_are() -> None:
    """A phrase is found by the words that it is cut into, whether or not its first one is anything but a mark."""
    finder = PhraseFinder([("praise", "* so good"), ("praise", "it's good"), ("praise", "*")], cut_at_marks)

    assert found_in(finder, ["so", "good"])[CUE] == [("praise", 0, 2)]
    assert found_in(finder, ["it", "s", "good"])[CUE] == [("praise", 0, 3)]


def cut_at_marks(phrase: str) -> list[str]:
    """Cut as a language may that parts words at apostrophes."""
    return phrase.replace("'", " ").replace("*", " ").split()
