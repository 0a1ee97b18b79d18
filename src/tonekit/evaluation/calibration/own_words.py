"""Words and word pairs of labelled messages that speak for a label: what a user may want to count as a cue.

Ranked by the log odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, "Fightin' Words"):
how much likelier a word is in messages of a label than in the others, in standard errors. The prior is the word's
share of all messages, so that a word which is rare everywhere does not look telling. Messages are counted, not
occurrences: one sender who repeats a word is one sender.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .occurrences import LEAST_MESSAGES, Occurrences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Indexes = NDArray[np.int_]
    Chosen = NDArray[np.bool_]

LEAST_Z = 1.96
"""Standard errors by which a word has to lean to a label: the usual 95 %."""
PRIOR_MESSAGES = 10.0
"""Weight of the prior. From 5 to 50 the ranking hardly moves."""
SAME = 0.8
"""Phrases that share this much of their messages say the same thing once: one of them is enough."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that speaks for a label.

    Attributes:
        cue: the name it would have.
        phrase: its words.
        language: code of the language that it was found in.
        label: what it speaks for.
        z: by how many standard errors.
        hits: messages of that label that have it.
        messages: all messages that have it.
    """

    cue: str
    phrase: str
    language: str
    label: str
    z: float
    hits: int
    messages: int


def choose(
    all_occurrences: Sequence[Occurrences], wanted: Indexes, labels: Sequence[str], train: Chosen, *, most: int
) -> list[tuple[Occurrences, list[tuple[int, Candidate]]]]:
    """Return the phrases that speak most clearly for a label in the messages that are trained on, by language."""
    ranked = [
        (candidate, place, column)
        for place, occurrences in enumerate(all_occurrences)
        for column, candidate in _different(occurrences, train, _telling(occurrences, wanted, labels, train), most)
    ]
    ranked.sort(key=lambda each: (-each[0].z, each[0].cue))
    by_language: dict[int, list[tuple[int, Candidate]]] = {}
    for candidate, place, column in ranked[:most]:
        by_language.setdefault(place, []).append((column, candidate))
    return [(all_occurrences[place], columns) for place, columns in sorted(by_language.items())]


def log_odds_z(hits: Numbers, with_label: float, others: Numbers, without_label: float) -> Numbers:
    """Return by how many standard errors words lean to a label; equations 15, 16 and 20 to 22 of Monroe et al. (2008).

    Args:
        hits: messages of the label that have the word.
        with_label: messages of the label.
        others: other messages that have the word.
        without_label: other messages.
    """
    import numpy as np

    # One message with the word and one without it beside those that there are: no share is none or all.
    prior = PRIOR_MESSAGES * (hits + others + 1) / (with_label + without_label + 2)
    here, there = hits + prior, others + prior
    odds_here = here / (with_label + PRIOR_MESSAGES - here)
    odds_there = there / (without_label + PRIOR_MESSAGES - there)
    z: Numbers = (np.log(odds_here) - np.log(odds_there)) / np.sqrt(1 / here + 1 / there)
    return z


def _telling(
    occurrences: Occurrences, wanted: Indexes, labels: Sequence[str], train: Chosen
) -> list[tuple[int, Candidate]]:
    """Return the columns that lean to a label, the clearest first, each with the label that it leans to most."""
    import numpy as np

    seen = train[occurrences.rows]
    of_label = np.zeros((len(labels), len(occurrences.names)))
    np.add.at(of_label, (wanted[occurrences.rows[seen]], occurrences.columns[seen]), 1.0)
    there = np.bincount(wanted[train & occurrences.inside], minlength=len(labels)).astype(float)
    total = of_label.sum(axis=0)
    common = total >= LEAST_MESSAGES
    z = np.full(of_label.shape, -np.inf)
    for place in np.flatnonzero((there > 0) & (there < there.sum())):
        z[place, common] = log_odds_z(
            of_label[place, common], there[place], total[common] - of_label[place, common], there.sum() - there[place]
        )
    best = z.argmax(axis=0)
    order = sorted(
        np.flatnonzero(z.max(axis=0, initial=-np.inf) >= LEAST_Z), key=lambda column: -z[best[column], column]
    )
    return [
        (int(column), _candidate(occurrences, int(column), labels[best[column]], z[:, column], of_label[:, column]))
        for column in order
    ]


def _candidate(occurrences: Occurrences, column: int, label: str, z: Numbers, hits: Numbers) -> Candidate:
    place = int(z.argmax())
    name, phrase = occurrences.names[column], occurrences.phrases[column]
    return Candidate(name, phrase, occurrences.language, label, float(z[place]), int(hits[place]), int(hits.sum()))


def _different(
    occurrences: Occurrences, train: Chosen, ranked: Sequence[tuple[int, Candidate]], most: int
) -> Iterator[tuple[int, Candidate]]:
    """Yield the best candidates, those left out that stand in nearly the same messages as one before them."""
    rows_of: dict[int, set[int]] = {column: set() for column, _ in ranked}
    for row, column in zip(occurrences.rows.tolist(), occurrences.columns.tolist(), strict=True):
        if train[row] and column in rows_of:
            rows_of[column].add(row)
    kept: list[set[int]] = []
    for column, candidate in ranked:
        if len(kept) == most:
            return
        rows = rows_of[column]
        if not any(_alike(rows, other) for other in kept):
            kept.append(rows)
            yield column, candidate


def _alike(one: set[int], other: set[int]) -> bool:
    # Sets of very different size cannot share enough; most pairs end here.
    if min(len(one), len(other)) < SAME * max(len(one), len(other)):
        return False
    return len(one & other) >= SAME * len(one | other)
