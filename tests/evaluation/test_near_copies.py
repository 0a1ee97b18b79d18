"""Copies are found whatever stands around them, and messages that people wrote are no copies of each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.evaluation.near_copies import ALIKE, distinct, near_copies

MAIL = "the printer on the second floor prints every page twice since we moved it to the new office last week"


@pytest.mark.parametrize(
    ("other", "copy"),
    [
        pytest.param(MAIL, True, id="same"),
        pytest.param(MAIL.upper() + "!!", True, id="capitals"),
        pytest.param(f"Hi Anna,\n\n{MAIL}\n\nRegards, Peter", True, id="greeting"),
        pytest.param(MAIL.replace("second", "third"), True, id="one-word"),
        pytest.param(f"{MAIL} 4711-0815", True, id="number"),
        pytest.param("the printer on the second floor is broken again, please send somebody", False, id="same-matter"),
        pytest.param("🙂", False, id="no-words"),
        pytest.param("", False, id="empty"),
    ],
)
def test_what_is_a_copy(other: str, *, copy: bool) -> None:
    """What differs in a greeting, a name, a number or a word is a copy; what is about the same thing is none."""
    assert near_copies([MAIL, other]) == ([0, 0] if copy else [0, 1])


def test_texts_without_words_are_copies_only_of_themselves() -> None:
    """Emoji and numbers alone are compared as they stand."""
    assert near_copies(["🙂", "4711", "🙂 ", "4712"]) == [0, 1, 0, 2]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6).map(" ".join), max_size=12))
def test_no_copy_is_missed(texts: list[str]) -> None:
    """The short cut by rare words finds the groups that comparing each text with each first one finds."""
    firsts: list[set[str]] = []
    expected = []
    for text in texts:
        words = set(text.split()) or {""}
        alike = (place for place, first in enumerate(firsts) if len(words & first) >= ALIKE * len(words | first))
        place = next(alike, len(firsts))
        if place == len(firsts):
            firsts.append(words)
        expected.append(place)

    assert near_copies(texts) == expected


@given(st.lists(st.frozensets(st.sampled_from("abcdefghijklmnopqrst"), min_size=12), max_size=8))
def test_no_copy_among_long_texts_is_missed(texts: list[frozenset[str]]) -> None:
    """Texts that share most of their words are told apart by exactly the share that is alike."""
    groups = near_copies([" ".join(text) for text in texts])

    for place, text in enumerate(texts):
        firsts = [texts[groups.index(number)] for number in range(max(groups[:place], default=-1) + 1)]
        alike = [len(text & first) >= ALIKE * len(text | first) for first in firsts]
        assert groups[place] == (alike.index(True) if any(alike) else len(firsts))


def test_another_label_is_no_copy() -> None:
    """Of copies the first of each label counts: that they differ in the label tells something."""
    assert distinct([0, 0, 1, 0, 0], ["a", "b", "a", "a", "b"]) == [True, True, True, False, False]
