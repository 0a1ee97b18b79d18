"""Learn which words make a sentence of a draft blame, cheer and so on, and write draft_words.tsv.

    python benchmarks/fit_drafts.py [--write]

Learned from sentences that say what they are, and from good replies (draft_rows.py). Words of one meaning learn
together (concepts.py): what a meaning says is added to each of its words that our own messages and sentences hold. The
base of a manner is set on scores held out in five folds, three times over, so that hardly a good reply has a sentence
that gets it: readers count wrong findings by drafts, and a draft has eight sentences. Needs the extra `fit`.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from statistics import mean

import numpy as np
from concepts import concepts, is_word
from draft_rows import Sentence, read_sentences
from labelled_sets import own_messages
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tonekit.guard.wording.draft_words import BASE, DRAFT_WORDS, MANNER, MANNERS
from tonekit.guard.wording.words import words_of

FOLDS = 5
MARGIN = 0.1
"""By so much the sentences of shipped replies stay below what has to be passed: cells are rounded."""
SPLITS = 3
"""How often the sentences are split into folds: what has to be passed lies far out, where one split alone wavers."""
LEAST_SENTENCES = 2
STRENGTH = 1.0
"""Inverse pull to 0, as scikit-learn counts it; 0.5 and 5 find no more held out."""
LEAST = 0.15
"""Weights that are smaller are left out."""
FEWEST_OF_MEANING = 5
"""A word of fewer messages does not get what its meanings say: the table would grow by words that hardly come up."""
MEANING = "#"
"""Stands before a meaning among the entries."""
FALSE_FINDINGS = {
    "model_talk": 0.0075,
    "blame": 0.012,
    "cheer": 0.015,
    "hand_holding": 0.02,
    "casual": 0.01,
    "stiff": 0.01,
}
"""Share of the replies of `good_replies` in which a manner would be a defect that may have a sentence which gets it.
Cheer, explanations and stiffness are defects in one reply of three or less: the same share of all replies allows more
of those."""
LOWEST = -99.0
"""The score of a reply in which something speaks against a manner in each sentence."""
WANTED = {"acknowledgement": 0.005, "aside": 0.02}
"""Manners that take a finding back: share of the sentences that are nothing which may get them. One that does hides
what is missing in the whole draft, or makes a note of a day that nobody gave."""
Scores = NDArray[np.float64]


def main() -> None:
    """Print what is found held out, by manner; with --write, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sentences = list(dict.fromkeys(read_sentences()))
    meant = [_meanings(each) for each in sentences]
    spread = Counter(entry for each, more in zip(sentences, meant, strict=True) for entry in each.entries | more)
    names = sorted(entry for entry, count in spread.items() if count >= LEAST_SENTENCES and entry != BASE)
    matrix = _as_matrix([each.entries | more for each, more in zip(sentences, meant, strict=True)], names)
    splits = _splits(sentences)
    columns = {}
    print("| manner | sentences | found held out |\n|---|---|---|")
    for manner in MANNERS:
        columns[manner], found = learned(manner, sentences, matrix, splits)
        print(f"| {manner} | {sum(manner in each.manners for each in sentences)} | {found:.2f} |", flush=True)
    if options.write:
        write_table(names, sentences, columns)


def _meanings(sentence: Sentence) -> frozenset[str]:
    words = [each for each in sentence.entries if is_word(each)]
    return frozenset(MEANING + meaning for meaning in concepts().among(sentence.language, words))


def _as_matrix(rows: Sequence[frozenset[str]], names: Sequence[str]) -> csr_matrix:
    place = {name: column for column, name in enumerate(names)}
    cells = [(row, place[entry]) for row, each in enumerate(rows) for entry in each if entry in place]
    where = ([row for row, _ in cells], [column for _, column in cells])
    return csr_matrix((np.ones(len(cells)), where), shape=(len(rows), len(names)))


def _splits(sentences: Sequence[Sentence]) -> NDArray[np.int64]:
    """Return the fold of each sentence for each split: the good replies of one author are held out together."""
    authors = sorted({each.author for each in sentences if each.author})
    folds = np.random.default_rng(0).integers(0, FOLDS, (SPLITS, len(sentences)))
    for place, each in enumerate(sentences):
        if each.author:
            folds[:, place] = authors.index(each.author) % FOLDS
    return folds


def learned(
    manner: str, sentences: Sequence[Sentence], matrix: csr_matrix, splits: NDArray[np.int64]
) -> tuple[tuple[Scores, float], float]:
    """Return the weights and the base of a manner, and the share of its sentences that is found held out."""
    holds = np.array([manner in each.manners for each in sentences])
    asked = np.array([manner not in each.may_be for each in sentences])
    possible = np.array([manner not in each.ruled_out for each in sentences])
    shipped = np.array([each.is_shipped for each in sentences])
    counts = np.array([each.counts for each in sentences])
    passed, found = [], []
    for folds in splits:
        scores = _held_out(matrix, holds, np.where(asked, counts, 0.0), folds)
        scores[~possible] = -np.inf
        passed.append(_to_pass(manner, sentences, scores))
        found.append(float((scores[holds] > passed[-1]).mean()))
    weights, base = _fitted(matrix[asked], holds[asked], counts[asked])
    of_shipped = matrix[asked & possible & shipped]
    return (weights, min(base - mean(passed), -_highest(of_shipped @ weights))), mean(found)


def _to_pass(manner: str, sentences: Sequence[Sentence], scores: Scores) -> float:
    """Return what a sentence has to pass to get a manner."""
    if manner in WANTED:
        nothing = np.array([each.is_labelled and not each.manners | each.may_be & {manner} for each in sentences])
        return float(np.quantile(scores[nothing], 1 - WANTED[manner]))
    highest: dict[str, float] = {}
    for each, score in zip(sentences, scores, strict=True):
        if each.reply is not None and manner not in each.may_be:
            highest[each.reply] = max(score, highest.get(each.reply, LOWEST))
    return float(np.quantile(list(highest.values()), 1 - FALSE_FINDINGS[manner]))


def _highest(scores: Scores) -> float:
    """Return what no sentence of a shipped reply passes, where there is any."""
    return float(scores.max(initial=0.0)) + MARGIN


def _held_out(matrix: csr_matrix, holds: NDArray[np.bool_], counts: Scores, folds: NDArray[np.int64]) -> Scores:
    scores = np.full(len(holds), -np.inf)
    for fold in range(FOLDS):
        outside = folds == fold
        inside = ~outside & (counts > 0)
        weights, base = _fitted(matrix[inside], holds[inside], counts[inside])
        scores[outside] = matrix[outside] @ weights + base
    return scores


def _fitted(matrix: csr_matrix, holds: NDArray[np.bool_], counts: Scores) -> tuple[Scores, float]:
    model = LogisticRegression(C=STRENGTH, solver="liblinear").fit(matrix, holds, sample_weight=counts)
    weights: Scores = np.where(np.abs(model.coef_[0]) >= LEAST, model.coef_[0], 0.0)
    return weights, float(model.intercept_[0])


def write_table(
    names: Sequence[str], sentences: Sequence[Sentence], columns: Mapping[str, tuple[Scores, float]]
) -> None:
    """Replace draft_words.tsv."""
    found = np.stack([weights for weights, _ in columns.values()], axis=1)
    said = dict(zip(names, found, strict=True))
    table = {name: row for name, row in said.items() if not name.startswith(MEANING)}
    nothing = np.zeros(len(MANNERS))
    for word, share in _shares(sentences, {name[1:]: row for name, row in said.items() if name.startswith(MEANING)}):
        table[word] = table.get(word, nothing) + share
    head = takewhile(lambda line: line.startswith("# "), DRAFT_WORDS.read_text(encoding="utf-8").splitlines())
    lines = [*head, "\t".join(["word", *(f"{MANNER}.{manner}" for manner in MANNERS)])]
    lines.append("\t".join([BASE, *(_cell(base) for _, base in columns.values())]))
    for name, row in sorted(table.items()):
        if np.abs(row).max() >= LEAST:
            lines.append("\t".join([name, *map(_cell, row)]).rstrip("\t"))
    DRAFT_WORDS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _shares(sentences: Sequence[Sentence], said: Mapping[str, Scores]) -> Iterator[tuple[str, Scores]]:
    """Yield each word that is in use, and what its meanings say: the mean over the languages that use it."""
    spread: dict[str, Counter[str]] = defaultdict(Counter)
    for language, words in _used(sentences):
        for word in filter(is_word, words):
            spread[word][language] += 1
    nothing = np.zeros(len(MANNERS))
    for word, languages in spread.items():
        if languages.total() >= FEWEST_OF_MEANING:
            meant = [
                count * sum((said.get(each, nothing) for each in concepts().of(language, word)), nothing)
                for language, count in languages.items()
            ]
            yield word, sum(meant, nothing) / languages.total()


def _used(sentences: Sequence[Sentence]) -> Iterator[tuple[str, frozenset[str]]]:
    yield from ((each.language, each.entries) for each in sentences)
    for labelled in own_messages():
        language = labelled.name.rpartition("/")[2]
        yield from ((language, words_of(row.text).among) for row in labelled.rows)


def _cell(weight: float) -> str:
    written = f"{abs(weight):.2f}".strip("0").rstrip(".")
    return f"-{written}" if written and weight < 0 else written


if __name__ == "__main__":
    main()
