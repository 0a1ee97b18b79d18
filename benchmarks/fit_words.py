"""Learn what single words say, from tonekit's own messages, and write words.tsv; a part of fit_weights.py.

Words, stems, meanings (concepts.py) and everything that a head counts are weighed together, so that a word is left with
what no cue explains. What a meaning says is added to each of its words, in every language: the table has words alone.
Only the messages of benchmarks/messages, contrasts, close_calls and posts are looked at: labelled sets of others lend
no words. The weights of cues are fitted anew beside the words, on scores of messages that the words have not seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

import numpy as np
from concepts import concepts, is_word
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from tonekit.analysis import LABELS
from tonekit.evaluation.calibration.fitting import balance
from tonekit.reading.words.checked import note_checked
from tonekit.reading.words.word_table import ANY_ENDING, ANY_NUMBER, NEXT, WORDS, WordTable

Matrix = NDArray[np.float64]

SPEAKING = ("knowledge", "mood", "sentiment", "urgency", "request", "role", "detail_need", "decision")
"""Dimensions that words are asked about. Of register the subject would tell it, of directness nothing but length."""
MEANT = ("request", "role", "detail_need", "decision")
"""What is wanted lies in the meaning of words: with meanings, gold rows held out are read 0.01 to 0.04 better, messages
that no weight has seen 0.00 to 0.02. Mood, polarity, haste and knowledge show in the word that is chosen: mood gains
0.01 on the latter, but of a hundred frustrated senders one more is read as enthusiastic; the others lose up to 0.01."""
LEAST_MESSAGES = 6
"""An entry of fewer messages may be anybody's name. With 3, the table is three times as long and reads what no weight
has seen no better; with 8 neither."""
WEIGHT_OF_WORDS = 0.35
"""A word is worth a third of a cue to begin with: with 0.25 and 0.5, messages that no weight has seen lose 0.01."""
STRENGTH = 0.5
"""Inverse pull to 0, as scikit-learn counts it."""
FEWEST_OF_MEANING = 2
"""A word of fewer messages does not get what its meanings say: the table would grow by words that hardly come up."""
LEAST = 0.04
"""A dimension where all weights of an entry are smaller is left out of its line, which spares half of the table. Larger
ones lose: with 0.06, messages that no weight has seen are read 0.01 to 0.03 worse."""
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
    entries = [message.words for message in messages]
    names = _frequent(filter(is_about_words, each) for each in entries)
    shares = dimension in MEANT
    meant = [concepts().among(message.language, message.words) if shares else () for message in messages]
    meanings = _frequent(meant)
    cues = sorted({name for message in messages for name, _ in message.counted})
    parts = [
        _sparse([message.counted for message in messages], cues),
        _sparse([[(entry, WEIGHT_OF_WORDS) for entry in each] for each in entries], names),
        _sparse([[(meaning, WEIGHT_OF_WORDS) for meaning in each] for each in meant], meanings),
    ]
    wanted = [message.label for message in messages]
    model = LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-4)
    model.fit(hstack(parts).tocsr(), wanted, sample_weight=balance(wanted))
    order = [list(model.classes_).index(label) for label in LABELS[dimension]]
    found = (model.coef_[order] - model.coef_.mean(axis=0))[:, len(cues) :].T * WEIGHT_OF_WORDS
    weights = defaultdict(lambda: np.zeros(len(order)), zip(names, found, strict=False))
    shared = dict(zip(meanings, found[len(names) :], strict=True))
    for word, share in _meaning_of_words(messages, shared):
        weights[word] = weights[word] + share
    telling = {entry: row.tolist() for entry, row in weights.items() if np.abs(row).max() >= LEAST}
    return Words(LABELS[dimension], telling)


def _frequent(entries: Iterable[Iterable[str]]) -> list[str]:
    spread = Counter(entry for each in entries for entry in each)
    return sorted(entry for entry, count in spread.items() if count >= LEAST_MESSAGES)


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
    """Replace words.tsv."""
    lines = [line for line in WORDS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines.append("\t".join(["word", *(f"{name}.{label}" for name, words in table.items() for label in words.labels)]))
    rows = [(entry, row) for words in table.values() for entry, row in words.weights.items()]
    for entry in sorted({entry for entry, row in rows if max(map(abs, row)) >= LEAST}):
        cells = [cell for words in table.values() for cell in _cells(words, entry)]
        lines.append("\t".join([entry, *cells]).rstrip("\t"))
    WORDS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    WordTable().known()
    note_checked(WORDS)


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


def _sparse(rows: Sequence[Sequence[tuple[str, float]]], names: Sequence[str]) -> csr_matrix:
    place = {name: column for column, name in enumerate(names)}
    entries = [(row, place[name], value) for row, each in enumerate(rows) for name, value in each if name in place]
    where = ([row for row, *_ in entries], [column for _, column, _ in entries])
    return csr_matrix(([value for *_, value in entries], where), shape=(len(rows), len(names)))
