"""A head is a sum: the evidence adds up to the score, and the score decides."""

from __future__ import annotations

from math import isclose
from pathlib import Path

import pytest

from tonekit.analysis import DIMENSIONS, LABELS, Span
from tonekit.errors import DataFileError
from tonekit.languages.cue_list import cue_list
from tonekit.reading.feature import Feature
from tonekit.reading.heads import WEIGHTS, Caution, Head, HeadFile, load_heads, softmax
from tonekit.reading.measures import MEASURES

MOOD = HeadFile(
    labels=LABELS["mood"],
    neutral="neutral",
    unsure_below=0.5,
    zones=frozenset({"body"}),
    bias={"neutral": 1.0},
    weights={"wait.long": {"frustrated": 2.0}, "praise": {"enthusiastic": 1.2, "frustrated": -0.5}},
)
HEAD = Head("mood", MOOD, repeat=0.5)
TEXT = "waiting waiting great"


def locate(start: int, end: int) -> Span:
    """Find a span in the text of these tests."""
    return Span(text=TEXT[start:end], start=start, end=end)


def hit(cue: str, start: int, end: int, zone: str = "body") -> Feature:
    """Make a hit in a zone."""
    return Feature(cue, start=start, end=end, zone=zone)  # type: ignore[arg-type]


def test_scores_are_sums_of_the_evidence() -> None:
    """Score and evidence are the same numbers; a repeated cue counts half."""
    verdict = HEAD.decide([hit("wait.long", 0, 7), hit("wait.long", 8, 15), hit("praise", 16, 21)], locate)

    assert verdict.scores == {"frustrated": 2.5, "neutral": 1.0, "enthusiastic": 1.2}
    assert verdict.label == verdict.leaning == "frustrated"
    assert [(term.cue, term.text, term.weight) for term in verdict.evidence] == [
        ("wait.long", "waiting", 2.0),
        ("wait.long", "waiting", 1.0),
        ("praise", "great", -0.5),
        ("bias", "", 0.0),
    ]


def test_unsure_is_neutral_and_says_so() -> None:
    """Below the threshold the label is the neutral one, and the leaning is kept."""
    verdict = HEAD.decide([hit("praise", 16, 21)], locate)

    assert (verdict.label, verdict.leaning, verdict.unsure) == ("neutral", "enthusiastic", True)
    assert verdict.probabilities["enthusiastic"] < MOOD.unsure_below
    assert verdict.confidence == verdict.probabilities["neutral"]


@pytest.mark.parametrize(
    ("above", "label"),
    [pytest.param(0.1, "neutral", id="possible"), pytest.param(0.3, "enthusiastic", id="hardly-possible")],
)
def test_caution_avoids_the_harmful_mistake(above: float, label: str) -> None:
    """Nobody is read as cheerful while they may be frustrated; confidence is that of the label given."""
    caution = Caution(instead_of="enthusiastic", where="frustrated", above=above, say="neutral")
    head = Head("mood", MOOD.model_copy(update={"cautions": (caution,), "bias": {"frustrated": 1.0}}), repeat=0.5)
    verdict = head.decide([hit("praise", 0, 7), hit("praise", 8, 15)], locate)

    assert (verdict.label, verdict.leaning, verdict.unsure) == (label, "enthusiastic", label != "enthusiastic")
    assert verdict.confidence == verdict.probabilities[label]


def test_other_zones_do_not_count() -> None:
    """A cue outside the zones that the head reads changes nothing."""
    assert HEAD.decide([hit("wait.long", 0, 7, "closing")], locate) == HEAD.decide([], locate)


def test_softmax_is_a_distribution() -> None:
    """Probabilities are between 0 and 1 and sum to 1, also for large scores."""
    shares = softmax({"a": 800.0, "b": 799.0, "c": -800.0})

    assert isclose(sum(shares.values()), 1.0)
    assert shares["a"] > shares["b"] > shares["c"] >= 0


def test_shipped_weights_speak_of_what_there_is() -> None:
    """Every weight belongs to a cue id, a measure or a valence, and every dimension has a head."""
    heads = load_heads()
    known = {*cue_list(), *MEASURES, "valence.positive", "valence.negative"}

    assert tuple(heads) == DIMENSIONS
    assert {cue for head in heads.values() for cue in head.file.weights} - known == set()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param("  mood:", "  moood:", "heads are missing: mood", id="missing-head"),
        pytest.param("neutral: neutral", "neutral: calm", "one of them the neutral one", id="neutral-label"),
        pytest.param("frustrated: ", "furious: ", "'furious' is no label of", id="unknown-label"),
        pytest.param("repeat: ", "repeat: x", "repeat", id="no-number"),
    ],
)
def test_wrong_weights_are_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    """A weights file that cannot be meant is refused with its place."""
    path = tmp_path / "weights.yaml"
    text = WEIGHTS.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(DataFileError, match=words):
        load_heads(path)
