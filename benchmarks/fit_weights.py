"""Fit the weights of the heads on labelled messages, starting from the weights that are there.

    python benchmarks/fit_weights.py [--data FOLDER] [--strength 6] [--write]

A multinomial logistic regression per dimension, pulled back to the weights of hand_weights.yaml (so a feature that
the data does not speak about keeps what a person gave it). Two candidates are cross-validated: the features that
the head names, and all features of the matter; the better one held out is taken, or the start where neither is better.
Two-class sets train on the two classes they know. `--write` puts the result into weights.yaml; without it, only the
scores are printed, so that an improvement can be told from a fit.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from labelled_sets import GOLD, labelled_sets
from numpy.typing import NDArray
from scores import macro_f1

from tonekit.analysis import DIMENSIONS, LABELS
from tonekit.languages.cue_list import cue_list
from tonekit.languages.loading import available_languages
from tonekit.reading.heads import BIAS, WEIGHTS, Head, HeadFile, load_heads
from tonekit.reading.reader import Reader

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
BY_HAND = Path(__file__).with_name("hand_weights.yaml")
FOLDS = 5
GOLD_WEIGHT = 3.0
"""A row labelled for all dimensions on support mail counts more than one of a set on other matters."""
MOST_PUBLIC = 500
"""Rows of a public set that take part, so that tweets do not outvote mail."""
WORTH = 0.03
"""Features that nobody named have to earn their place: they make an explanation harder to follow."""
LEAST = 0.08
"""A weight below this changes no verdict that anybody would notice; the file stays readable without it."""
REPEAT = 0.5
Matrix = NDArray[np.float64]


Rows = list[tuple[str, dict[str, str], dict[str, list[tuple[str, float]]], frozenset[str]]]
"""Set name, labels, what each head counted, and the classes of the set."""


@dataclass(frozen=True)
class Examples:
    """Feature sums of messages with their labels; a label set narrows the softmax of its row."""

    features: Matrix
    wanted: list[str]
    allowed: Matrix
    weight: Matrix
    gold: NDArray[np.bool_]


def main() -> int:
    """Print cross-validated macro-F1 before and after; with --write, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--strength", type=float, default=6.0, help="pull towards the weights at the start")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    named = {name: head.file for name, head in load_heads(BY_HAND).items()}
    rows = _rows(options.data, {name: _with_all_features(head) for name, head in named.items()})
    fitted = {name: _fitted(name, named[name], rows, options.strength) for name in DIMENSIONS}
    if options.write:
        _write(fitted)
    return 0


def _with_all_features(head: HeadFile) -> HeadFile:
    """Return the head with every feature added that speaks of the matter.

    How somebody writes says nothing about what they know, want or need in a hurry: an expert may be sloppy and a
    beginner formal. What the data shows of that is chance, so manner counts only where a person named it.
    """
    matter = [name for name, cue in cue_list().items() if "formality" not in cue.pole and cue.origin == "phrases"]
    features = [
        *matter,
        "measure.numbers",
        "measure.question",
        "measure.length",
        "valence.negative",
        "valence.positive",
    ]
    return head.model_copy(update={"weights": {**{name: {} for name in features}, **head.weights}})


def _fitted(dimension: str, named: HeadFile, rows: Rows, strength: float) -> HeadFile:
    """Return the head that does best held out: as it is, fitted on its features, or fitted on all."""
    found: list[tuple[float, HeadFile]] = []
    for head in (named, _with_all_features(named)):
        names, examples = _examples(head, dimension, rows)
        start = _start(head, names)
        before, after = _cross_validated(examples, start, head.labels, strength)
        found.append((after, _as_head(head, names, _fit(examples, start, head.labels, strength), head.labels)))
    (named_score, fitted), (all_score, with_all) = found
    print(f"{dimension:12} gold macro-F1 by hand {before:.3f}, named {named_score:.3f}, all {all_score:.3f}")
    if all_score > max(named_score, before) + WORTH:
        return with_all
    return fitted if named_score > before else named


def _rows(folder: Path, heads: dict[str, HeadFile]) -> Rows:
    """Return set name, labels, per dimension the features that its head saw, and the classes of the set."""
    reader = Reader(available_languages())
    counting = {name: Head(name, head, repeat=REPEAT) for name, head in heads.items()}
    rows: Rows = []
    for labelled in labelled_sets(folder):
        gold = labelled.name.startswith(GOLD)
        if labelled.dimensions == ("language",) or labelled.name.startswith("urgency"):
            continue
        classes = frozenset(label for row in labelled.rows for label in row.labels.values())
        for row in labelled.rows if gold else labelled.rows[:MOST_PUBLIC]:
            seen = {name: reader.counted(row.text, head) for name, head in counting.items()}
            rows.append((labelled.name, row.labels, seen, classes))
    return rows


def _examples(head: HeadFile, dimension: str, rows: Rows) -> tuple[list[str], Examples]:
    names = [BIAS, *sorted(head.weights)]
    index = {name: position for position, name in enumerate(names)}
    labels = LABELS[dimension]
    features, wanted, allowed, weight, gold = [], [], [], [], []
    for name, given, seen, classes in rows:
        if dimension not in given:
            continue
        vector = np.zeros(len(names))
        vector[0] = 1.0
        for cue, value in seen[dimension]:
            if cue in index:
                vector[index[cue]] += value
        features.append(vector)
        wanted.append(given[dimension])
        is_gold = name.startswith(GOLD)
        allowed.append([1.0 if is_gold or label in classes else 0.0 for label in labels])
        weight.append(GOLD_WEIGHT if is_gold else 1.0)
        gold.append(is_gold)
    weights = np.array(weight) * _balance(wanted)
    return names, Examples(np.array(features), wanted, np.array(allowed), weights, np.array(gold))


def _balance(wanted: Sequence[str]) -> Matrix:
    """Return the root of the inverse class frequency: rare classes count more."""
    counts = Counter(wanted)
    shares: Matrix = np.array([len(wanted) / len(counts) / counts[label] for label in wanted])
    return np.sqrt(shares)


def _start(head: HeadFile, names: Sequence[str]) -> Matrix:
    weights = {BIAS: head.bias, **head.weights}
    return np.array([[weights[name].get(label, 0.0) for label in head.labels] for name in names])


def _probabilities(features: Matrix, weights: Matrix, allowed: Matrix) -> Matrix:
    scores = features @ weights
    raised: Matrix = np.exp(scores - scores.max(axis=1, keepdims=True)) * allowed
    shares: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return shares


def _fit(examples: Examples, start: Matrix, labels: Sequence[str], strength: float, *, steps: int = 400) -> Matrix:
    """Return the weights that minimise the cross-entropy plus `strength` times the squared distance to `start`."""
    targets = np.array([[float(label == each) for each in labels] for label in examples.wanted])
    weights = start.copy()
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        off = (_probabilities(examples.features, weights, examples.allowed) - targets) * examples.weight[:, None]
        gradient = examples.features.T @ off + strength * (weights - start)
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        # Adam (Kingma & Ba 2015), with its usual constants.
        weights -= 0.03 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def _cross_validated(examples: Examples, start: Matrix, labels: Sequence[str], strength: float) -> tuple[float, float]:
    """Return the macro-F1 on the gold rows with the weights at the start, and held out fold by fold."""
    folds = np.arange(len(examples.wanted)) % FOLDS
    given = np.array([""] * len(examples.wanted), dtype=object)
    for fold in range(FOLDS):
        inside, outside = folds != fold, folds == fold
        weights = _fit(_part(examples, inside), start, labels, strength)
        given[outside] = _answers(examples.features[outside], weights, labels)
    wanted = [label for label, gold in zip(examples.wanted, examples.gold, strict=True) if gold]
    before = list(_answers(examples.features[examples.gold], start, labels))
    return macro_f1(wanted, before), macro_f1(wanted, list(given[examples.gold]))


def _part(examples: Examples, chosen: NDArray[np.bool_]) -> Examples:
    wanted = [label for label, kept in zip(examples.wanted, chosen, strict=True) if kept]
    return Examples(
        examples.features[chosen], wanted, examples.allowed[chosen], examples.weight[chosen], examples.gold[chosen]
    )


def _answers(features: Matrix, weights: Matrix, labels: Sequence[str]) -> list[str]:
    return [labels[int(best)] for best in (features @ weights).argmax(axis=1)]


def _as_head(head: HeadFile, names: Sequence[str], weights: Matrix, labels: Sequence[str]) -> HeadFile:
    table = {
        name: {label: round(float(value), 2) for label, value in zip(labels, row, strict=True) if abs(value) >= LEAST}
        for name, row in zip(names, weights, strict=True)
    }
    bias = table.pop(BIAS)
    return head.model_copy(update={"bias": bias, "weights": {name: row for name, row in table.items() if row}})


def _write(heads: dict[str, HeadFile]) -> None:
    lines = [line for line in WEIGHTS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines += [
        "fitted_on: set by hand, then fitted on the gold and public sets (benchmarks/fit_weights.py, docs/accuracy.md)",
        f"repeat: {REPEAT}   # the second hit of a cue counts half, the third a quarter",
        "heads:",
    ]
    for dimension, head in heads.items():
        lines += [f"  {dimension}:", *_head_lines(head)]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _head_lines(head: HeadFile) -> list[str]:
    return [
        f"    labels: [{', '.join(head.labels)}]",
        f"    neutral: {head.neutral}",
        f"    unsure_below: {head.unsure_below}",
        f"    zones: [{', '.join(sorted(head.zones))}]",
        f"    bias: {_flow(head.bias)}",
        "    weights:",
        *(f"      {name}: {_flow(row)}" for name, row in head.weights.items()),
    ]


def _flow(row: dict[str, float]) -> str:
    return "{" + ", ".join(f"{label}: {value:g}" for label, value in row.items()) + "}"


if __name__ == "__main__":
    sys.exit(main())
