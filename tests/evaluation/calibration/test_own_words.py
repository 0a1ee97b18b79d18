"""The words that are proposed are those that tell labels apart, judged on the messages that are trained on alone."""

from __future__ import annotations

from math import log, sqrt

import numpy as np
import pytest

from tonekit.evaluation.calibration.occurrences import phrases_of
from tonekit.evaluation.calibration.own_words import PRIOR_MESSAGES, choose, log_odds_z

LABELS = ("bad", "good")
COUNTS = [{"rattle": 1, "pump": 1, "the pump": 1}] * 20 + [{"shiny": 1, "pump": 1}] * 20
WANTED = np.array([0] * 20 + [1] * 20)
EVERY = np.ones(40, dtype=bool)


def words(counts: list[dict[str, int]], train: np.ndarray, most: int = 10) -> list[tuple[str, str]]:
    """Return the words that are chosen, each with its label."""
    found = choose(phrases_of(["en"] * 40, counts, fade=0.5), WANTED, LABELS, train, most=most)
    return [(each.phrase, each.label) for _, columns in found for _, each in columns]


def test_telling_words_are_found_with_their_label() -> None:
    """A word of one label speaks for it; a word of all speaks for none; a pair in the same messages adds nothing."""
    assert words(COUNTS, EVERY) == [("rattle", "bad"), ("shiny", "good")]


def test_the_clearest_come_first_and_no_more_than_wanted() -> None:
    """The number of words is a limit, and the clearest are kept."""
    counts = [{**each, "often": 1} if row < 14 else each for row, each in enumerate(COUNTS)]

    assert words(counts, EVERY, most=2) == [("rattle", "bad"), ("shiny", "good")]


def test_held_out_messages_have_no_say() -> None:
    """A word that only the held-out messages show is not chosen: the score would know what it is asked about."""
    train = EVERY.copy()
    train[:20] = np.arange(20) % 2 == 0
    counts = [{**each, "leaked": 1} if row < 20 and row % 2 else each for row, each in enumerate(COUNTS)]

    assert ("leaked", "bad") in words(counts, EVERY)
    assert ("leaked", "bad") not in words(counts, train)


def test_one_class_alone_tells_nothing() -> None:
    """Where the training messages are all of one label there is nothing to lean to."""
    assert words(COUNTS, WANTED == 0) == []


@pytest.mark.parametrize(("hits", "others"), [(12, 3), (3, 12), (5, 5), (1, 0)])
def test_log_odds_by_hand(hits: int, others: int) -> None:
    """The figure is the log odds ratio with the word's own share as prior, by its standard error."""
    with_label, without_label = 30, 50
    prior = PRIOR_MESSAGES * (hits + others + 1) / 82
    odds = (hits + prior) / (with_label + PRIOR_MESSAGES - hits - prior)
    other = (others + prior) / (without_label + PRIOR_MESSAGES - others - prior)
    expected = (log(odds) - log(other)) / sqrt(1 / (hits + prior) + 1 / (others + prior))

    z = log_odds_z(np.array([float(hits)]), with_label, np.array([float(others)]), without_label)

    assert z[0] == pytest.approx(expected)
