"""Learn which words together call for a person, and write alert_words.tsv.

    python benchmarks/fit_alerts.py [--write]

Learned from the messages of alert_messages.py. Of a message that holds a kind only the two neighbouring sentences count
that speak for it most (multiple instance learning, Andrews, Tsochantaridis and Hofmann 2003). All kinds are learned
together, with dropout (dropout_regression.py). The base of a kind is set on scores held out in five folds, so that
hardly an ordinary or tricky message gives an alert. Needs the extra `fit`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

import numpy as np
from alert_messages import LATE, Message, read_messages
from dropout_regression import Learning, any_of, learn_weights
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from tonekit.reading.alerts.alert_words import BASE, FEW
from tonekit.reading.words.checked import note_checked
from tonekit.reading.words.shipped_table import ALERT, ALERT_WORDS, LEARNED
from tonekit.reading.words.word_table import WordTable

FOLDS = 5
LEAST_MESSAGES = 5
"""An entry of fewer messages may be anybody's name. With 3, the table has a quarter more entries, and of messages that
nobody has seen it recognises 0.01 more."""
LOOKING = Learning(0.02, rounds=3, dropped=0.5)
"""How it is found out which sentences of a message speak for a kind …"""
LEARNING = Learning(0.02, rounds=16, dropped=0.5)
"""… and how the words of these are learned. Of 2,345 triggers that nobody has seen, 989 are recognised where a kind
gives one false alarm in 2,000 messages of the same worlds; 712 where a logistic regression with a pull to 0 has learned
one kind after the other. Twice as many rounds, a second look for the sentences, the mean of three runs with other
chances, copies with an ordinary sentence beside what calls for a person, and a bound for what speaks against a kind
change that by less than 0.02."""
SELDOM = -4.0
"""What every sentence has besides its words while they are learned."""
LEAST = 0.1
"""Weights that are smaller are left out. With 0.15 the table has a third fewer weights, and of messages that nobody has
seen it recognises 0.02 less."""
FALSE_ALARMS = 0.0005
"""Share of ordinary messages that may give an alert of one kind …"""
TRICKY_ALARMS = 0.002
"""… and of the messages in benchmarks/alerts that hold nothing, though they use the same words."""
MORE_ALARMS = {**dict.fromkeys(("safety", "self_harm", "stopped"), 4), **dict.fromkeys(LATE, 8)}
"""How many times as many alarms may come of the kinds that cost most when they are missed, and of those that are told
in so many words that few would be heard otherwise: at 0.05 and 0.2 % one breach in five and one leaving in twelve is,
at eight times as many two in five and one in four, and half of the insults and the wishes for a person."""
MARGIN = {
    **dict.fromkeys(LEARNED, -0.3),
    **dict.fromkeys(("rectification", "erasure"), -0.8),
    "safety": -0.6,
    **dict.fromkeys(("access", "objection", "self_harm"), -0.5),
    "press": -0.2,
    "leaving": 0.0,
    **dict.fromkeys(("legal", "injection", "portability"), 0.2),
    **dict.fromkeys(("abuse", "person"), 0.3),
    "breach": 0.4,
}
"""What has to be passed besides, or less: chosen on seven sets that nothing was learned from, among steps of 0.1 or
0.2. With 0.2 less for all, of 2,685 triggers 29 more are recognised, for 16 more alarms of 1,389 tricky messages and
12 more of 967 ordinary ones, and a fifth more triggers beside the right one. Leaving, breaches, insults and the wish
for a person give most of these. Invoices as a file and formats of imports are rarer here than at a desk."""
FEWER = 0.6
"""What has to be passed besides by two neighbouring sentences of few words. Short messages are rare among those that
bases are set on: with 0, most questions such as "What are your rules for returns?" with a word of alarm were one; 1.0
recognises 0.01 less on `kept`, whose messages are short, and nothing else changes."""
Scores = NDArray[np.float64]
Chosen = NDArray[np.bool_]


def main() -> None:
    """Print what is recognised held out, by kind; with --write, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    messages = list(read_messages())
    spread = Counter(entry for each in messages for entry in frozenset().union(*each.windows))
    names = sorted(entry for entry, count in spread.items() if count >= LEAST_MESSAGES and any(map(str.isalpha, entry)))
    told = told_of(messages, names)
    scores = held_out(told)
    bases = np.array(list(bases_of(messages, highest(scores, told.owner))))
    scores[told.few] -= FEWER
    print_recognised(messages, highest(scores, told.owner) + bases)
    if options.write:
        write_table(names, fitted(told), {BASE: bases, FEW: np.full(len(LEARNED), -FEWER)})


@dataclass(frozen=True)
class Told:
    """What all messages tell, by two neighbouring sentences.

    Attributes:
        matrix: one row for each two sentences, one column for each entry.
        owner: the message of each row.
        few: whether each row has few words.
        holds: whether that message holds each kind.
        telling: whether it says anything about each kind.
    """

    matrix: csr_matrix
    owner: NDArray[np.int64]
    few: Chosen
    holds: Chosen
    telling: Chosen

    def part(self, rows: Chosen) -> Told:
        """Return what some rows tell."""
        return Told(self.matrix[rows], self.owner[rows], self.few[rows], self.holds[rows], self.telling[rows])


def told_of(messages: Sequence[Message], names: Sequence[str]) -> Told:
    """Return what messages tell, with a column for each of the names."""
    place = {name: column for column, name in enumerate(names)}
    windows = [(number, window) for number, message in enumerate(messages) for window in message.windows]
    cells = [(row, place[entry]) for row, (_, window) in enumerate(windows) for entry in window if entry in place]
    matrix = csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=(len(windows), len(names)))
    owner = np.array([number for number, _ in windows])
    holds = np.array([[kind in each.kinds for kind in LEARNED] for each in messages])
    telling = np.array([[each.tells_of(kind) for kind in LEARNED] for each in messages])
    few = np.array([few for each in messages for few in each.few])
    return Told(matrix, owner, few, holds[owner], telling[owner])


def held_out(told: Told) -> Scores:
    """Return the score of each row for each kind, learned from other messages; one process a core."""
    scores = np.zeros(told.holds.shape)
    with ProcessPoolExecutor() as processes:
        for of_fold in processes.map(partial(_scores_of_fold, told), range(FOLDS)):
            scores += of_fold
    return scores


def _scores_of_fold(told: Told, fold: int) -> Scores:
    """Return the scores of the rows of a fold, learned from the others, and 0 for the others."""
    outside = told.owner % FOLDS == fold
    scores = np.zeros(told.holds.shape)
    scores[outside] = told.matrix[outside] @ fitted(told.part(~outside))
    return scores


def fitted(told: Told) -> Scores:
    """Return the weights; of messages that hold a kind the sentences that speak for it most take part."""

    def learned(taking_part: Chosen, learning: Learning) -> Scores:
        return learn_weights(told.matrix, any_of(told.holds, taking_part, SELDOM), len(LEARNED), learning)

    scores = told.matrix @ learned(told.telling, LOOKING)
    speaking = scores >= highest(scores, told.owner)[told.owner]
    weights = learned(told.telling & (speaking | ~told.holds), LEARNING)
    return np.where(np.abs(weights) >= LEAST, weights, 0.0)


def highest(scores: Scores, owner: NDArray[np.int64]) -> Scores:
    """Return the highest score of each message for each kind."""
    most = np.full((int(owner.max()) + 1, scores.shape[1]), -np.inf)
    np.maximum.at(most, owner, scores)
    return most


def bases_of(messages: Sequence[Message], scores: Scores) -> Iterator[float]:
    """Yield the base of each kind."""
    tricky = np.array([not each.kinds and not each.ordinary for each in messages])
    for kind, own in zip(LEARNED, scores.T, strict=True):
        ordinary = np.array([each.ordinary and each.tells_of(kind) for each in messages])
        often = MORE_ALARMS.get(kind, 1)
        passed = _above(own[ordinary], often * FALSE_ALARMS), _above(own[tricky], often * TRICKY_ALARMS)
        yield -max(passed) - MARGIN[kind]


def print_recognised(messages: Sequence[Message], scores: Scores) -> None:
    """Print the share of the messages of each kind that is recognised held out."""
    print("| kind | messages | recognised held out |\n|---|---|---|")
    for kind, own in zip(LEARNED, scores.T, strict=True):
        holds = np.array([kind in each.kinds for each in messages])
        print(f"| {kind} | {holds.sum()} | {(own[holds] > 0).mean():.2f} |")


def _above(scores: Scores, share: float) -> float:
    """Return the score that only a share of the messages is above."""
    return float(np.quantile(scores, 1 - share))


def write_table(names: Sequence[str], weights: Scores, more: Mapping[str, Scores]) -> None:
    """Replace alert_words.tsv, below its comments."""
    lines = ALERT_WORDS.read_text(encoding="utf-8").splitlines()
    head = takewhile(lambda line: line.startswith("# "), lines)
    rows = [
        ["word", *(f"{ALERT}.{kind}" for kind in LEARNED)],
        *([name, *map(_cell, row)] for name, row in more.items()),
    ]
    rows += [[name, *map(_cell, row)] for name, row in zip(names, weights, strict=True) if row.any()]
    ALERT_WORDS.write_text("\n".join([*head, *("\t".join(row).rstrip("\t") for row in rows)]) + "\n", encoding="utf-8")
    WordTable(ALERT_WORDS, {ALERT: LEARNED}).known()
    note_checked(ALERT_WORDS)


def _cell(weight: float) -> str:
    written = f"{abs(weight):.2f}".strip("0").rstrip(".")
    return f"-{written}" if written and weight < 0 else written


if __name__ == "__main__":
    main()
