"""Fitting finds what separates the labels, and stays where the labels say nothing."""

from __future__ import annotations

import numpy as np
import pytest

from tonekit.evaluation.calibration.fitting import Examples, balance, fit, probabilities, temperature, vectors

LABELS = ("no", "yes")
NAMES = ["bias", "telling", "silent"]
COUNTED = [[("telling", 1.0)]] * 20 + [[("other", 1.0)]] * 20
WANTED = ["yes"] * 20 + ["no"] * 20


def examples() -> Examples:
    """Return messages whose label hangs on one feature."""
    features = vectors(COUNTED, NAMES)
    return Examples(features, WANTED, np.ones((40, 2)), np.ones(40))


def test_vectors_count_known_features_and_the_bias() -> None:
    """A message becomes the sums of the features that are named; the bias is always there."""
    assert vectors([[("telling", 0.5), ("telling", 0.25), ("other", 9.0)], []], NAMES).tolist() == [
        [1.0, 0.75, 0.0],
        [1.0, 0.0, 0.0],
    ]


def test_fit_learns_what_separates() -> None:
    """The telling feature gets weight, the silent one keeps the weight it started with."""
    start = np.array([[0.0, 0.0], [0.0, 0.0], [0.0, 0.7]])
    weights = fit(examples(), start, LABELS, np.ones(3))

    assert weights[1, 1] - weights[1, 0] > 1
    assert weights[2].tolist() == start[2].tolist()
    assert probabilities(examples().features @ weights)[0].argmax() == 1


def test_strong_pull_changes_little() -> None:
    """With a pull that is strong enough the weights stay where they were."""
    start = np.zeros((3, 2))

    assert np.abs(fit(examples(), start, LABELS, np.full(3, 1e4))).max() < 0.05


def test_labels_that_were_not_to_choose_from_get_nothing() -> None:
    """A set of two classes says nothing about the third."""
    allowed = np.array([[1.0, 0.0]])

    assert probabilities(np.array([[0.0, 5.0]]), allowed).tolist() == [[1.0, 0.0]]


@pytest.mark.parametrize("boast", [0.5, 1.0, 3.0])
def test_temperature_takes_back_a_boast(boast: float) -> None:
    """Scores that are too sure by a factor are divided by about that factor."""
    honest = np.log(np.array([[0.2, 0.8]] * 10))
    wanted = ["yes"] * 8 + ["no"] * 2

    assert temperature(honest * boast, wanted, LABELS) == pytest.approx(boast, rel=0.06)


def test_rare_classes_count_more() -> None:
    """The weight is the root of the inverse frequency, one on the average of the classes."""
    assert balance(["a", "a", "a", "b"]) == pytest.approx([(4 / 6) ** 0.5] * 3 + [2**0.5])
