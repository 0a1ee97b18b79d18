"""Learn what single words say, from tonekit's own messages, and write words.tsv; a part of fit_weights.py.

Words, stems and everything that a head counts are weighed together, so that a word is left with what no cue explains.
Only the messages of benchmarks/messages, contrasts, close_calls and posts are looked at: labelled sets of others lend
no words. The weights of cues are fitted anew beside the words, on scores of messages that the words have not seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from tonekit.analysis import LABELS
from tonekit.evaluation.fitting import balance
from tonekit.reading.word_table import ANY_ENDING, ANY_NUMBER, NEXT, WORDS

Matrix = NDArray[np.float64]

SPEAKING = ("knowledge", "mood", "sentiment", "urgency", "request", "role", "detail_need", "decision")
"""Dimensions that words are asked about. Of register the subject would tell it, of directness nothing but length."""
LEAST_MESSAGES = 6
"""An entry of fewer messages may be anybody's name. With 3, the table is three times as long and reads what no weight
has seen no better; with 8 neither."""
WEIGHT_OF_WORDS = 0.35
"""A word is worth a third of a cue to begin with: with 0.25 and 0.5, messages that no weight has seen lose 0.01."""
STRENGTH = 0.5
"""Inverse pull to 0, as scikit-learn counts it."""
LEAST = 0.04
"""A dimension where all weights of an entry are smaller is left out of its line, which spares half of the table. Larger
ones lose: with 0.06, messages that no weight has seen are read 0.01 to 0.03 worse."""
FOLDS = 5


@dataclass(frozen=True)
class Message:
    """A message as words are learned from it: words, stems and pairs, its label, and what the head counts in it."""

    words: Sequence[str]
    label: str
    counted: Sequence[tuple[str, float]]


@dataclass(frozen=True)
class Words:
    """Entry → what it adds to the score of each label, for one dimension."""

    labels: tuple[str, ...]
    weights: Mapping[str, Sequence[float]] = field(default_factory=dict)

    def divided(self, by: float) -> Words:
        """Return the weights divided by a number."""
        return Words(self.labels, {entry: [weight / by for weight in row] for entry, row in self.weights.items()})

    def said(self, words: Sequence[str]) -> list[float]:
        """Return the sums over words, stems and pairs, in the order of the labels."""
        rows = [self.weights[entry] for entry in words if entry in self.weights]
        return list(map(sum, zip(*rows, strict=True))) if rows else [0.0] * len(self.labels)


def learn_all(messages: Mapping[str, Sequence[Message]]) -> tuple[dict[str, Words], dict[str, list[list[float]]]]:
    """Return what words say for each dimension, and what they say of its messages held out; one process a core."""
    with ProcessPoolExecutor() as processes:
        learned = processes.map(learn, messages, messages.values())
        said = processes.map(held_out, messages, messages.values())
        return dict(zip(messages, learned, strict=True)), dict(zip(messages, said, strict=True))


def learn(dimension: str, messages: Sequence[Message]) -> Words:
    """Return what words say for one dimension."""
    entries = [message.words for message in messages]
    spread = Counter(entry for each in entries for entry in each if is_about_words(entry))
    names = sorted(entry for entry, count in spread.items() if count >= LEAST_MESSAGES)
    cues = sorted({name for message in messages for name, _ in message.counted})
    counted = _sparse([message.counted for message in messages], cues)
    said = _sparse([[(entry, WEIGHT_OF_WORDS) for entry in each] for each in entries], names)
    wanted = [message.label for message in messages]
    model = LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-4)
    model.fit(hstack([counted, said]).tocsr(), wanted, sample_weight=balance(wanted))
    found = model.coef_[:, len(cues) :] * WEIGHT_OF_WORDS
    return Words(
        LABELS[dimension], _kept(names, found, [list(model.classes_).index(label) for label in LABELS[dimension]])
    )


def held_out(dimension: str, messages: Sequence[Message]) -> list[list[float]]:
    """Return what words say of each message, learned from other messages."""
    said: list[list[float]] = [[] for _ in messages]
    for fold in range(FOLDS):
        learned = learn(dimension, [each for place, each in enumerate(messages) if place % FOLDS != fold])
        for place in range(fold, len(messages), FOLDS):
            said[place] = learned.said(messages[place].words)
    return said


def write_words(table: Mapping[str, Words]) -> None:
    """Replace words.tsv."""
    lines = [line for line in WORDS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines.append("\t".join(["word", *(f"{name}.{label}" for name, words in table.items() for label in words.labels)]))
    rows = [(entry, row) for words in table.values() for entry, row in words.weights.items()]
    for entry in sorted({entry for entry, row in rows if max(map(abs, row)) >= LEAST}):
        cells = [cell for words in table.values() for cell in _cells(words, entry)]
        lines.append("\t".join([entry, *cells]).rstrip("\t"))
    WORDS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def is_about_words(entry: str) -> bool:
    """Return whether an entry is made of letters; in pairs numbers and signs may stand beside them."""
    halves = [half for half in entry.split(NEXT) if half not in (ANY_NUMBER, "!", "?")]
    return bool(halves) and all(half.rstrip(ANY_ENDING).replace("-", "").isalpha() for half in halves)


def _cells(words: Words, entry: str) -> list[str]:
    return [_cell(weight) for weight in words.weights.get(entry, [0.0] * len(words.labels))]


def _cell(weight: float) -> str:
    """Return a weight as the table has it: two places, without the noughts that say nothing."""
    written = f"{abs(weight):.2f}".strip("0").rstrip(".")
    return f"-{written}" if written and weight < 0 else written


def _kept(names: Sequence[str], found: Matrix, order: Sequence[int]) -> dict[str, list[float]]:
    centred = found[order] - found.mean(axis=0)
    return {
        name: [float(weight) for weight in column]
        for name, column in zip(names, centred.T, strict=True)
        if np.abs(column).max() >= LEAST
    }


def _sparse(rows: Sequence[Sequence[tuple[str, float]]], names: Sequence[str]) -> csr_matrix:
    place = {name: column for column, name in enumerate(names)}
    entries = [(row, place[name], value) for row, each in enumerate(rows) for name, value in each if name in place]
    where = [(row, column) for row, column, _ in entries]
    return csr_matrix(
        ([value for *_, value in entries], tuple(zip(*where, strict=True))), shape=(len(rows), len(names))
    )
