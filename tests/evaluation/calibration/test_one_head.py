"""New weights are taken where held-out messages are read better with them, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from tonekit.evaluation.calibration.material import Material, material_of, refit
from tonekit.evaluation.calibration.occurrences import phrases_of
from tonekit.evaluation.calibration.one_head import GAIN, LEAST_OF_LANGUAGE, calibrate_head, folds_of
from tonekit.reading.heads.additive_heads import Head
from tonekit.reading.heads.head_file import HeadFile
from tonekit.reading.observed_message import ObservedMessage

LABELS = ("frustrated", "neutral", "enthusiastic")
HEAD = Head(
    "mood",
    HeadFile(
        labels=LABELS,
        neutral="neutral",
        unsure_below=0.4,
        zones=frozenset({"body"}),
        bias={"neutral": 1.0},
        weights={
            "praise": {"enthusiastic": 2.0},
            "blame": {"frustrated": 2.0},
            "quirk": {},
            **{f"quirk{row}": {} for row in range(57)},
        },
    ),
    repeat=0.5,
)


def material(rows: Sequence[tuple[str, str, str]], *, words: bool = False, groups: Sequence[int] = ()) -> Material:
    """Return messages of language, feature and label; the feature is a word of the message too."""
    observed = [ObservedMessage(language, {"mood": [(cue, 1.0)]}, ()) for language, cue, _ in rows]
    counts = phrases_of([each[0] for each in rows], [{each[1]: 1} for each in rows], fade=0.5) if words else []
    return material_of(HEAD, observed, [label for _, _, label in rows], words=counts, groups=groups)


def as_shipped(language: str, count: int) -> list[tuple[str, str, str]]:
    """Return messages that the shipped weights read right."""
    return [
        *[(language, "praise", "enthusiastic")] * count,
        *[(language, "blame", "frustrated")] * count,
        *[(language, "other", "neutral")] * count,
    ]


def quirky(language: str, count: int, label: str = "frustrated") -> list[tuple[str, str, str]]:
    """Return messages with a feature that the shipped weights make nothing of."""
    return [*as_shipped(language, count), *[(language, "quirk", label)] * count]


def test_what_the_labels_teach_is_taken() -> None:
    """A feature that speaks for a label gets weight, and the gain is said."""
    outcome = calibrate_head(material(quirky("en", 25)), most_words=0, languages=["en"])

    assert outcome.fitted is not None
    assert outcome.languages == ("en",)
    assert outcome.after == 1.0 > outcome.before
    quirk = outcome.fitted.weights[outcome.fitted.names.index("quirk")]
    assert quirk.argmax() == 0


def test_labels_that_are_read_right_already_change_nothing() -> None:
    """Where there is nothing to gain the shipped weights stay, and it is said why."""
    outcome = calibrate_head(material(as_shipped("en", 25)), most_words=0, languages=["en"])

    assert (outcome.fitted, outcome.languages) == (None, ())
    assert "shipped ones stay" in outcome.why


@pytest.mark.parametrize("seed", range(6))
def test_noise_is_not_taken(seed: int) -> None:
    """Labels by chance teach nothing, and nothing is made of them."""
    random = np.random.default_rng(seed)
    as_the_bias_says = np.exp([0, 1, 0]) / np.exp([0, 1, 0]).sum()
    drawn = random.choice(3, size=90, p=as_the_bias_says)
    rows = [("en", f"quirk{random.integers(4)}", LABELS[label]) for label in drawn]
    outcome = calibrate_head(material(rows, words=True), most_words=20, languages=["en"])

    assert outcome.languages == ()


@pytest.mark.parametrize("seed", [0, 1, 3, 4])
def test_coin_flips_are_not_taken(seed: int) -> None:
    """Weights that guess beat shipped ones that give one label to all, and know nothing either."""
    random = np.random.default_rng(seed)
    cues = ["quirk" if random.random() < 0.3 else "other" for _ in range(254)]
    rows = [("en", cue, LABELS[random.integers(2)]) for cue in cues]
    outcome = calibrate_head(material(rows), most_words=0, languages=["en"])

    assert outcome.gain > GAIN
    assert outcome.languages == ()
    assert outcome.why.endswith("but know no more than how often each label is given; the shipped ones stay")


def test_a_language_that_would_be_read_worse_keeps_its_weights() -> None:
    """New weights decide only in languages that do not lose by them."""
    rows = [*quirky("en", 60), *quirky("sv", 15, label="neutral")]
    outcome = calibrate_head(material(rows), most_words=0, languages=["en", "sv"])

    assert outcome.languages == ("en",)
    assert not outcome.by_language["sv"].taken
    assert "the shipped weights stay for sv" in outcome.why


def test_a_language_with_few_labels_keeps_its_weights() -> None:
    """With a handful of labels of a language nobody knows what new weights do to it."""
    rows = [*quirky("en", 40), *[("de", "quirk", "frustrated")] * (LEAST_OF_LANGUAGE - 1)]
    outcome = calibrate_head(material(rows), most_words=0, languages=["en", "de"])

    assert outcome.languages == ("en",)


def test_a_language_without_a_pack_is_none() -> None:
    """What is read without a language pack is not calibrated."""
    assert calibrate_head(material(quirky("fi", 25)), most_words=0, languages=["en"]).languages == ()


def test_words_carry_weight_where_no_feature_does() -> None:
    """A word of the user's own is counted where the shipped features hear nothing."""
    rows = [(language, cue.replace("quirk", "gizmo"), label) for language, cue, label in quirky("en", 25)]
    outcome = calibrate_head(material(rows, words=True), most_words=5, languages=["en"])

    assert outcome.fitted is not None
    assert "gizmo" in [word.phrase for word in outcome.fitted.words]
    assert outcome.after > outcome.before


def test_folds_spread_every_label() -> None:
    """Each fold has its share of every language and label."""
    rows = material([*quirky("en", 20), *quirky("sv", 20)])
    folds = folds_of(rows)
    cells = {(rows.languages[row], rows.wanted[row], folds[row]) for row in range(len(folds))}

    assert len(cells) == 2 * 3 * 10


def noise(copies: int) -> tuple[list[tuple[str, str, str]], list[int]]:
    """Return messages whose labels have nothing to do with their one feature, each so many times, with their groups."""
    rows = [("en", f"quirk{row}", LABELS[row * 7 % 3]) for row in range(57)]
    return rows * copies, list(range(57)) * copies


def test_copies_share_a_fold() -> None:
    """No message is asked about by weights that its copy was fitted into."""
    rows, groups = noise(3)
    folds = folds_of(material(rows, groups=groups))

    assert {group: len(set(folds[np.array(groups) == group])) for group in groups} == dict.fromkeys(groups, 1)
    assert len(set(folds)) == 10


def test_labels_by_chance_are_not_learnt_from_copies() -> None:
    """Each message three times with a label by lot: what only one text has proves nothing."""
    rows, groups = noise(3)
    taken = {
        grouped: calibrate_head(
            material(rows, groups=groups if grouped else ()), most_words=0, languages=["en"]
        ).languages
        for grouped in (False, True)
    }

    assert taken == {False: ("en",), True: ()}


def test_a_text_that_stands_often_counts_once_for_a_language() -> None:
    """Sixty messages that say one of twenty things are too few for a language to be judged by."""
    rows = quirky("en", 15)
    groups = [row // 3 for row in range(len(rows))]
    outcome = calibrate_head(material(rows, groups=groups), most_words=0, languages=["en"])

    assert len(rows) >= LEAST_OF_LANGUAGE
    assert outcome.languages == ()


def test_a_label_that_nobody_gave_keeps_its_weights() -> None:
    """Labels of two classes say nothing about the third."""
    rows = material([each for each in quirky("en", 20) if each[2] != "enthusiastic"])
    (fitted,) = refit(rows, rows.wanted >= 0, pulls=(3.0,), most_words=0)

    assert fitted.weights[:, 2].tolist() == rows.start[:, 2].tolist()


def test_given_is_what_the_head_decides() -> None:
    """Calibration scores answers as the head would give them: neutral where nothing is found, or where it is unsure."""
    rows = material([("en", "praise", "neutral"), ("en", "unknown", "neutral"), ("en", "blame", "neutral")])

    assert rows.given(rows.before())[0] == ["enthusiastic", "neutral", "frustrated"]
