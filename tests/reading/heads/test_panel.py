"""A verdict is a sum: the evidence adds up to the score, and the score decides."""

from __future__ import annotations

from math import isclose
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.analysis import LABELS, SentimentVerdict, Verdict, ZoneKind
from tonekit.reading.feature import Features, Located
from tonekit.reading.heads.additive_heads import MOST_REPEATS, Head, load_heads
from tonekit.reading.heads.head_file import Caution, HeadFile
from tonekit.reading.heads.panel import Panel
from tonekit.reading.words.word_table import WordTable

MOOD = HeadFile(
    labels=LABELS["mood"],
    neutral="neutral",
    unsure_below=0.5,
    zones=frozenset({"body"}),
    bias={"neutral": 1.0},
    weights={"wait.long": {"frustrated": 2.0}, "praise": {"enthusiastic": 1.2, "frustrated": -0.5}},
)
TEXT = "waiting waiting great"
SHIPPED = load_heads()
PANEL = Panel(SHIPPED)
NO_CUES = ("measure.", "posted.", "words.")
SPOKEN = [entry.replace("*", "e") for entry in list(WordTable().entries())[::40]]
CUES = sorted({cue for head in SHIPPED.values() for cue in head.file.weights if not cue.startswith(NO_CUES)})[::9]


def words(start: int, end: int) -> tuple[str, int, int]:
    """Find words in the text of these tests."""
    return TEXT[start:end], start, end


def mood(*found: Located, zone: ZoneKind = "body", head: HeadFile = MOOD) -> Verdict:
    """Return the verdict of one head on what was found in one zone."""
    panel = Panel({"mood": Head("mood", head, repeat=0.5)})
    return panel.decide(Features(found=found, found_in=[zone] * len(found)), words)["mood"]


def hit(cue: str, start: int, end: int) -> Located:
    """Make a hit of a phrase."""
    return start, end, cue, 1.0


def test_scores_are_sums_of_the_evidence() -> None:
    """Score and evidence are the same numbers; a repeated cue counts half."""
    verdict = mood(hit("wait.long", 0, 7), hit("wait.long", 8, 15), hit("praise", 16, 21))

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
    verdict = mood(hit("praise", 16, 21))

    assert (verdict.label, verdict.leaning, verdict.unsure) == ("neutral", "enthusiastic", True)
    assert verdict.probabilities["enthusiastic"] < MOOD.unsure_below
    assert verdict.confidence == verdict.probabilities["neutral"]


@pytest.mark.parametrize(
    ("bias", "found", "unsure"),
    [
        pytest.param({"neutral": 0.5}, [hit("wait.long", 0, 7)], False, id="another-label-is-likely"),
        pytest.param({"neutral": 0.5, "enthusiastic": 0.4}, [hit("praise", 16, 21)], False, id="likely-enough"),
        pytest.param({"neutral": 1.5, "enthusiastic": 0.2}, [hit("praise", 16, 21)], True, id="neutral-by-a-hair"),
        pytest.param({"neutral": 9.0}, [], True, id="no-ground"),
    ],
)
def test_unsure_is_what_is_below_the_threshold_or_without_ground(
    bias: dict[str, float], found: list[Located], *, unsure: bool
) -> None:
    """Whoever routes by `unsure` gets every verdict that hangs by a hair, the neutral label among them."""
    verdict = mood(*found, head=MOOD.model_copy(update={"bias": bias}))

    assert verdict.unsure is unsure
    assert verdict.label == ("neutral" if unsure else verdict.leaning)


@pytest.mark.parametrize(
    ("above", "label"),
    [pytest.param(0.1, "neutral", id="possible"), pytest.param(0.3, "enthusiastic", id="hardly-possible")],
)
def test_caution_avoids_the_harmful_mistake(above: float, label: str) -> None:
    """Nobody is read as cheerful while they may be frustrated; confidence is that of the label given."""
    caution = Caution(instead_of="enthusiastic", where="frustrated", above=above, say="neutral")
    head = MOOD.model_copy(update={"cautions": (caution,), "bias": {"frustrated": 1.0}})
    verdict = mood(hit("praise", 0, 7), hit("praise", 8, 15), head=head)

    assert (verdict.label, verdict.leaning, verdict.unsure) == (label, "enthusiastic", label != "enthusiastic")
    assert verdict.confidence == verdict.probabilities[label]


def test_other_zones_do_not_count() -> None:
    """A cue outside the zones that the head reads changes nothing."""
    assert mood(hit("wait.long", 0, 7), zone="closing") == mood()


@given(
    st.lists(st.tuples(st.sampled_from(CUES), st.sampled_from(get_args(ZoneKind))), max_size=60),
    st.dictionaries(st.sampled_from(["measure.length", "measure.question", "measure.mention"]), st.floats(0, 1)),
    st.lists(st.sampled_from(SPOKEN), max_size=20, unique=True),
)
def test_sums_are_those_of_the_heads(
    hits: list[tuple[str, ZoneKind]], measures: dict[str, float], spoken: list[str]
) -> None:
    """Whatever stands in whichever zones, however often: each score is the sum of what that head counts."""
    features = Features(
        found=[(0, 1, cue, 1.0) for cue, _ in hits if not cue.startswith("valence.")],
        found_in=[zone for cue, zone in hits if not cue.startswith("valence.")],
        valence=[(0, 1, cue, 0.3) for cue, _ in hits if cue.startswith("valence.")],
        valence_in=[zone for cue, zone in hits if cue.startswith("valence.")],
        measures=measures,
        words=dict.fromkeys(spoken, (0, 1)),
    )
    verdicts = PANEL.decide(features, words)

    for name, head in SHIPPED.items():
        for label in head.file.labels:
            terms = [
                head.file.weights[each if isinstance(each, str) else each[2]].get(label, 0.0) * value
                for each, value in head.counted(features)
            ]
            score = head.file.bias.get(label, 0.0) + sum(terms)
            assert isclose(verdicts[name].scores[label], score, abs_tol=1e-9)
            shown = sum(term.weights.get(label, 0.0) for term in verdicts[name].evidence)
            assert isclose(shown, score, abs_tol=1e-9)


def test_endless_repeats_add_nothing() -> None:
    """A cue that comes again and again stops counting, in the sum and in the evidence."""
    many = [hit("wait.long", 0, 7)] * (3 * MOST_REPEATS)
    verdict = mood(*many)

    assert len(verdict.evidence) == MOST_REPEATS + 1
    assert isclose(verdict.scores["frustrated"], 4.0, abs_tol=1e-3)


def test_sentiment_has_a_score() -> None:
    """The verdict on polarity says how far it leans, −1 to 1."""
    verdict = PANEL.decide(Features(), words)["sentiment"]

    assert isinstance(verdict, SentimentVerdict)
    assert verdict.score == pytest.approx(verdict.probabilities["positive"] - verdict.probabilities["negative"])
