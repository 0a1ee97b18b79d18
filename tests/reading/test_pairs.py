"""Two features that stand close together make a pair."""

from __future__ import annotations

import pytest

from tonekit.reading.feature import Feature
from tonekit.reading.pairs import find_pairs, parts_of

PAIR = "valence.positive + field.again"
PAIRS = parts_of([PAIR, "praise"])


def at(cue: str, start: int, end: int, sentence: int) -> Feature:
    """Make a feature at a place."""
    return Feature(cue, start=start, end=end, zone="body", sentence=sentence)


def test_only_joined_names_are_pairs() -> None:
    """A pair is named after its parts, joined by a plus sign."""
    assert PAIRS == {PAIR: ("valence.positive", "field.again")}


@pytest.mark.parametrize(
    ("features", "places"),
    [
        pytest.param([at("valence.positive", 0, 5, 0), at("field.again", 6, 9, 0)], [(0, 9)], id="same-sentence"),
        pytest.param([at("field.again", 0, 5, 0), at("valence.positive", 7, 9, 1)], [(0, 9)], id="next-sentence"),
        pytest.param([at("field.again", 0, 5, 0), at("valence.positive", 7, 9, 2)], [], id="too-far"),
        pytest.param([at("valence.positive", 0, 5, 0)], [], id="one-part"),
        pytest.param([at("valence.positive", 0, 5, 0), at("field.again", 0, 5, 0)], [], id="same-words"),
        pytest.param(
            [at("valence.positive", 0, 2, 0), at("valence.positive", 9, 12, 5), at("field.again", 15, 18, 6)],
            [(9, 18)],
            id="the-near-one",
        ),
        pytest.param(
            [at(cue, 9 * i, 9 * i + 3, 0) for i in range(4) for cue in ("valence.positive", "field.again")],
            [(0, 12)],
            id="once",
        ),
    ],
)
def test_pairs(features: list[Feature], places: list[tuple[int, int]]) -> None:
    """A pair is found once, where its parts are different words of the same or a neighbouring sentence."""
    assert [(pair.start, pair.end) for pair in find_pairs(features, PAIRS)] == places
