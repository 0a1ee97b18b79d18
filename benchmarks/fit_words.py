"""Learn what single words say, from tonekit's own messages, and write words.tsv; a part of fit_weights.py.

Words, stems, pairs, meanings (concepts.py) and everything that a head counts are weighed together, so that a word is
left with what no cue explains. What a meaning says is added to each of its words, in every language: the table has
words alone. How people feel and how they come to the point is learned with dropout, what they want with a pull to 0.
Only the messages of benchmarks/messages, contrasts, close_calls and posts are looked at: labelled sets of others lend
no words. The weights of cues are fitted anew beside the words, on scores of messages that the words have not seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np
from concepts import concepts, is_word
from dropout_regression import Learning, learn_weights, one_of
from message_columns import Columns, columns_of, evened, parted
from numpy.typing import NDArray
from scipy.sparse import hstack
from sklearn.linear_model import LogisticRegression

from tonekit.analysis import LABELS
from tonekit.evaluation.calibration.fitting import balance
from tonekit.reading.heads.head_file import BIAS
from tonekit.reading.words.checked import note_checked
from tonekit.reading.words.word_table import ANY_ENDING, ANY_NUMBER, NEXT, WORDS, WordTable

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Way:
    """How words are learned.

    Attributes:
        least_messages: an entry of fewer messages may be anybody's name.
        meanings: whether words that mean the same learn together.
        weight: of a word to begin with, as a share of that of a cue.
        least: a dimension where all weights of an entry are smaller is left out of its line.
        learning: how it is learned with dropout; else with a pull to 0.
    """

    least_messages: int
    meanings: bool
    weight: float
    least: float
    learning: Learning | None = None


STRENGTH = 0.5
"""Inverse pull to 0, as scikit-learn counts it."""
PULLED = Way(least_messages=6, meanings=True, weight=0.35, least=0.04)
"""With 3 messages, the table is three times as long and reads what no weight has seen no better; with 8 neither.
Weights of 0.25 and 0.5, and a least of 0.06, lose 0.01 to 0.03."""
APART = Way(3, meanings=True, weight=1.0, least=0.1, learning=Learning(0.004, rounds=5, dropped=0.4, apart=True))
TOGETHER = Way(4, meanings=True, weight=1.0, least=0.1, learning=Learning(0.02, rounds=8, dropped=0.5))
WAYS = {
    "directness": APART,
    "knowledge": replace(PULLED, meanings=False),
    "mood": TOGETHER,
    "sentiment": replace(TOGETHER, learning=Learning(0.02, rounds=16, dropped=0.5)),
    "urgency": APART,
    "request": PULLED,
    "role": PULLED,
    "detail_need": PULLED,
    "decision": APART,
}
"""Dimensions that words are asked about, each with how they are learned. Of register the subject would tell it.

What is wanted lies in the meaning of words: with meanings, gold rows held out are read 0.01 to 0.04 better.
Macro-F1 of gold rows held out, 800 messages by five authors, fixtures and borders, of which no weight had seen one:

- mood: pulled .86 .91 .79 .85, apart .87 .93 .79 .86, together .87 .94 .81 .87
- polarity: pulled .86 .90 .75 .79, apart .87 .91 .78 .82, together .87 .91 .82 .84
- urgency: pulled .87 .79 .84 .78, apart .88 .81 .86 .78, together .83 .81 .86 .78
- directness: pulled .82 .75 .86 .83, apart .84 .80 .85 .81, together .81 .80 .83 .81
- decision: apart .89 .87 .89 .81, together .89 .87 .89 .82
- request: pulled .78 .82 .74 .78, together .77 .85 .76 .80, but English and Swedish gold rows lose .01 and .06
- knowledge: pulled .91 .84 .88 .81, together .90 .86 .91 .80
- role: pulled .82 .79 .73 .72, together .81 .81 .72 .74, but Swedish gold rows lose .11
- need of detail: pulled .83 .89 .85 .74, together .80 .88 .82 .74
"""
FEWEST_OF_MEANING = 2
"""A word of fewer messages does not get what its meanings say: the table would grow by words that hardly come up."""
FOLDS = 5


@dataclass(frozen=True)
class Message:
    """A message as words are learned from it.

    Attributes:
        language: code of its language.
        words: its words, stems and pairs.
        label: its label.
        counted: what the head counts in it.
    """

    language: str
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
    way = WAYS[dimension]
    meant = [concepts().among(each.language, each.words) if way.meanings else () for each in messages]
    counted = [parted(each.counted) for each in messages]
    parts = [
        columns_of(
            [[(each, way.weight) for each in filter(is_about_words, message.words)] for message in messages],
            least=way.least_messages,
        ),
        columns_of([[(each, way.weight) for each in each_meant] for each_meant in meant], least=way.least_messages),
        columns_of([cues for cues, _ in counted], least=way.least_messages),
        columns_of([[(BIAS, 1.0), *measures] for _, measures in counted], least=way.least_messages),
    ]
    found = iter(_weights(parts, [message.label for message in messages], LABELS[dimension], way) * way.weight)
    said, shared = (dict(zip(part.names, found, strict=False)) for part in parts[:2])
    nothing = np.zeros(len(LABELS[dimension]))
    more = dict(_meaning_of_words(messages, shared))
    rows = {word: said.get(word, nothing) + more.get(word, nothing) for word in {**said, **more}}
    telling = {word: row.tolist() for word, row in rows.items() if np.abs(row).max() >= way.least}
    return Words(LABELS[dimension], telling)


def _weights(parts: Sequence[Columns], wanted: Sequence[str], labels: Sequence[str], way: Way) -> Matrix:
    """Return the weights of all columns, which stand behind each other."""
    if way.learning:
        counts = dict(zip(wanted, balance(wanted), strict=True))
        by_label = np.array([counts.get(label, 1.0) for label in labels])
        numbers = np.array([labels.index(label) for label in wanted])
        rows = hstack([*(part.rows for part in parts[:-1]), evened(parts[-1].rows)]).tocsr()
        errors = one_of(numbers, by_label)
        return learn_weights(rows, errors, len(labels), way.learning, steady=len(parts[-1].names))
    model = LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-4)
    model.fit(hstack([part.rows for part in parts]).tocsr(), wanted, sample_weight=balance(wanted))
    order = [list(model.classes_).index(label) for label in labels]
    weights: Matrix = (model.coef_[order] - model.coef_.mean(axis=0)).T
    return weights


def _meaning_of_words(messages: Sequence[Message], shared: Mapping[str, Matrix]) -> Iterator[tuple[str, Matrix]]:
    """Yield each word that some messages hold, and what its meanings say: the mean over those messages."""
    if not shared:
        return
    spread = Counter(
        (word, message.language)
        for message in messages
        for word in message.words
        if is_word(word) and is_about_words(word)
    )
    languages: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (word, language), count in spread.items():
        languages[word].append((language, count))
    nothing = np.zeros_like(next(iter(shared.values())))
    for word, counts in languages.items():
        whole = sum(count for _, count in counts)
        if whole < FEWEST_OF_MEANING:
            continue
        said = [
            count / whole * sum((shared.get(each, nothing) for each in concepts().of(language, word)), nothing)
            for language, count in counts
        ]
        yield word, sum(said, nothing)


def held_out(dimension: str, messages: Sequence[Message]) -> list[list[float]]:
    """Return what words say of each message, learned from other messages."""
    said: list[list[float]] = [[] for _ in messages]
    for fold in range(FOLDS):
        learned = learn(dimension, [each for place, each in enumerate(messages) if place % FOLDS != fold])
        for place in range(fold, len(messages), FOLDS):
            said[place] = learned.said(messages[place].words)
    return said


def write_words(table: Mapping[str, Words]) -> None:
    """Replace the columns of some dimensions in words.tsv; the others stay as they are."""
    comments = [line for line in WORDS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    known = WordTable()
    kept = {name: known.columns[name] for name in known.columns if name not in table}
    cells: dict[str, dict[str, Sequence[float]]] = {}
    for entry, row in known.entries().items():
        cells[entry] = {name: row[columns] for name, columns in kept.items()}
    for name, words in table.items():
        for entry, weights in words.weights.items():
            cells.setdefault(entry, {})[name] = weights
    names = [name for name in LABELS if name in table or name in kept]
    lines = [*comments, "\t".join(["word", *(f"{name}.{label}" for name in names for label in LABELS[name])])]
    for entry, rows in sorted(cells.items()):
        written = [_cell(weight) for name in names for weight in rows.get(name, [0.0] * len(LABELS[name]))]
        if any(written):
            lines.append("\t".join([entry, *written]).rstrip("\t"))
    WORDS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    WordTable().known()
    note_checked(WORDS)


def is_about_words(entry: str) -> bool:
    """Return whether an entry is made of letters; in pairs numbers and signs may stand beside them."""
    halves = [half for half in entry.split(NEXT) if half not in (ANY_NUMBER, "!", "?")]
    return bool(halves) and all(half.rstrip(ANY_ENDING).replace("-", "").isalpha() for half in halves)


def _cell(weight: float) -> str:
    """Return a weight as the table has it: two places, without the noughts that say nothing."""
    written = f"{abs(weight):.2f}".strip("0").rstrip(".")
    return f"-{written}" if written and weight < 0 else written
