"""The weights of a dimension: what they count, what they accept, and how scores become probabilities."""

from __future__ import annotations

from math import isclose
from pathlib import Path

import pytest

from tonekit.analysis import DIMENSIONS, LABELS
from tonekit.errors import DataFileError
from tonekit.languages.cue_list import cue_list
from tonekit.reading.feature import Features
from tonekit.reading.heads.additive_heads import Head, load_heads, softmax
from tonekit.reading.heads.head_file import BIAS, SPOKEN, WEIGHTS, HeadFile, plain_name
from tonekit.reading.measures import MEASURES
from tonekit.reading.words.word_table import WordTable

MOOD = HeadFile(
    labels=LABELS["mood"],
    neutral="neutral",
    unsure_below=0.5,
    zones=frozenset({"body"}),
    bias={"neutral": 1.0},
    weights={"wait.long": {"frustrated": 2.0}, "valence.positive": {"enthusiastic": 3.0}, "measure.length": {}},
)

SETTING_FILE = HeadFile(
    labels=("mail", "post"),
    neutral="mail",
    unsure_below=0.0,
    zones=frozenset({"body"}),
    bias={"mail": 1.0},
    weights={"review.word": {"post": 1.0}},
)


def test_counted() -> None:
    """A repeated cue fades, a valence does not; other zones and cues without weight count nothing."""
    features = Features(
        found=[(0, 4, "wait.long", 1.0), (5, 9, "wait.long", 1.0), (9, 12, "praise", 1.0), (14, 18, "wait.long", 1.0)],
        found_in=["body", "body", "body", "closing"],
        valence=[(0, 4, "valence.positive", 0.2), (5, 9, "valence.positive", 0.2)],
        valence_in=["body", "body"],
        measures={"measure.length": 0.3, "measure.question": 1.0},
    )

    assert list(Head("mood", MOOD, repeat=0.5).counted(features)) == [
        ((0, 4, "wait.long", 1.0), 1.0),
        ((5, 9, "wait.long", 1.0), 0.5),
        ((0, 4, "valence.positive", 0.2), 0.2),
        ((5, 9, "valence.positive", 0.2), 0.2),
        ("measure.length", 0.3),
    ]


def test_words_are_weighed_by_label(tmp_path: Path) -> None:
    """What words say is a feature of each label; the evidence names the word, with all that its entries say."""
    path = tmp_path / "words.tsv"
    columns = "\t".join(f"mood.{label}" for label in LABELS["mood"])
    path.write_text(f"word\t{columns}\nwaiting\t0.5\t-0.5\nwait*\t0.25\nnice\t\t\t1\n", encoding="utf-8")
    rows = {f"words.{label}": {label: 1.0} for label in LABELS["mood"]}
    head = Head("mood", MOOD.model_copy(update={"weights": rows}), repeat=0.5, words=WordTable(path))
    features = Features(words={"waiting": (0, 7), "wait*": (0, 7), "here": (8, 12), "nice": (13, 17)})

    assert list(head.counted(features)) == [
        ("words.frustrated", 0.75),
        ("words.neutral", -0.5),
        ("words.enthusiastic", 1.0),
    ]
    terms = head.evidence(features, "frustrated", lambda start, end: ("waiting here nice"[start:end], start, end))
    assert [(term.cue, term.text, term.weights) for term in terms if term.cue == "word"] == [
        ("word", "waiting", {"frustrated": 0.75, "neutral": -0.5, "enthusiastic": 0.0}),
        ("word", "nice", {"frustrated": 0.0, "neutral": 0.0, "enthusiastic": 1.0}),
    ]


def test_softmax_is_a_distribution() -> None:
    """Probabilities are between 0 and 1 and sum to 1, also for large scores."""
    shares = softmax({"a": 800.0, "b": 799.0, "c": -800.0})

    assert isclose(sum(shares.values()), 1.0)
    assert shares["a"] > shares["b"] > shares["c"] >= 0


def test_shipped_weights_speak_of_what_there_is() -> None:
    """Every weight belongs to a cue id, a measure or a valence, in mail or in posts; every dimension has a head."""
    heads = load_heads()
    words = {SPOKEN + label for each in LABELS.values() for label in each}
    known = {BIAS, *words, *cue_list(), *MEASURES, "valence.positive", "valence.negative"}
    settings = [head.setting.file for head in heads.values() if head.setting]
    files = [*settings, *(head.file for head in heads.values())]

    assert tuple(heads) == DIMENSIONS
    assert {plain_name(cue) for file in files for cue in file.weights} - known == set()


def test_weights_for_posts_count_as_far_as_it_is_one() -> None:
    """What a cue says in a post is added by the share that the setting gives; the evidence shows the sum."""
    setting = Head("setting", SETTING_FILE, repeat=0.5)
    rows = {"wait.long": {"frustrated": 2.0}, "posted.wait.long": {"frustrated": -1.0}, "posted.bias": {"neutral": 0.5}}
    head = Head("mood", MOOD.model_copy(update={"weights": rows}), repeat=0.5, setting=setting)
    features = Features(found=[(0, 4, "wait.long", 1.0), (5, 9, "review.word", 1.0)], found_in=["body", "body"])

    assert head.posted(features) == 0.5
    assert list(head.counted(features)) == [
        ((0, 4, "wait.long", 1.0), 1.0),
        ("posted.bias", 0.5),
        ((0, 4, "posted.wait.long", 1.0), 0.5),
    ]
    terms = head.evidence(features, "frustrated", lambda start, end: ("wait", start, end))
    assert [(term.cue, dict(term.weights)) for term in terms] == [
        ("wait.long", {"frustrated": 1.5}),
        ("bias", {"neutral": 1.25}),
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param("  mood:", "  moood:", "heads are missing: mood", id="missing-head"),
        pytest.param("neutral: neutral", "neutral: calm", "one of them the neutral one", id="neutral-label"),
        pytest.param("frustrated: ", "furious: ", "'furious' is not a label of", id="unknown-label"),
        pytest.param("repeat: ", "repeat: x", "repeat", id="no-number"),
        pytest.param("[mail, post]", "[letter, post]", "the labels of setting are mail and post", id="setting-labels"),
        pytest.param("{mail: ", "{letter: ", "'letter' is not a label of setting", id="setting-weight"),
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
