"""Of phrases inside each other the longest counts."""

from __future__ import annotations

import pytest

from tonekit.reading.phrases.finder import PhraseHit
from tonekit.reading.phrases.overlaps import longest, longest_of_each, not_taken_back, outside, with_gapped


@pytest.mark.parametrize(
    ("hits", "kept"),
    [
        pytest.param([("a", 0, 3), ("b", 0, 1), ("c", 1, 3)], [("a", 0, 3)], id="inside"),
        pytest.param([("a", 0, 2), ("b", 0, 2)], [("a", 0, 2), ("b", 0, 2)], id="equal"),
        pytest.param([("a", 0, 2), ("b", 1, 3)], [("a", 0, 2), ("b", 1, 3)], id="crossing"),
        pytest.param([], [], id="none"),
    ],
)
def test_longest(hits: list[PhraseHit], kept: list[PhraseHit]) -> None:
    """A phrase inside a longer one is dropped, whatever its cue; equal ones all stay."""
    assert longest(hits) == kept


def test_longest_of_each() -> None:
    """Words of a field hide only words of the same field."""
    hits = [("x", 0, 3), ("y", 0, 1), ("x", 1, 2), ("y", 2, 3)]

    assert longest_of_each(hits) == [("x", 0, 3), ("y", 0, 1), ("y", 2, 3)]


def test_gapped_adds_only_what_is_not_said() -> None:
    """A phrase with a gap counts where its cue has no hit that overlaps."""
    whole = [("a", 2, 3)]

    assert with_gapped(whole, {("a", 0, 4), ("a", 5, 8), ("b", 0, 4)}) == [("b", 0, 4), ("a", 2, 3), ("a", 5, 8)]


def test_outside() -> None:
    """What lies in a cover is left out, what reaches beyond it stays."""
    assert outside([("x", 0, 1), ("x", 2, 4), ("x", 3, 5)], [("cover", 2, 4)]) == [("x", 0, 1), ("x", 3, 5)]


@pytest.mark.parametrize(
    ("hits", "kept"),
    [
        pytest.param([("no", 0, 3), ("a", 2, 4)], [("no", 0, 3)], id="meeting"),
        pytest.param([("a", 0, 2), ("no", 2, 4)], [("a", 0, 2), ("no", 2, 4)], id="beside"),
        pytest.param([("no", 0, 3), ("b", 1, 2)], [("no", 0, 3), ("b", 1, 2)], id="another cue"),
        pytest.param([("a", 0, 2)], [("a", 0, 2)], id="no denial"),
    ],
)
def test_taken_back(hits: list[PhraseHit], kept: list[PhraseHit]) -> None:
    """A cue does not count where it shares words with one that takes it back."""
    assert not_taken_back(hits, {"no": {"a"}}) == kept
