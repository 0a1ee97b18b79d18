"""What one head is refitted on: the messages that are labelled for its dimension, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...reading.heads.additive_heads import Head, cautious
from ...reading.heads.head_file import HeadFile
from ...reading.observed_message import ObservedMessage
from ..near_copies import distinct
from .fitting import Examples, balance, fit, probabilities, vectors
from .occurrences import Occurrences
from .own_words import Candidate, choose

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Indexes = NDArray[np.int_]
    Chosen = NDArray[np.bool_]

TOLERANCE = 0.03
"""A gradient of a thirtieth of a message moves no weight by what two places could show."""
WORDS_PULL = 3.0
"""What a word that starts from no opinion is pulled to 0 with. On unseen rows of the labelled sets in
docs/calibrate.md, 1 is worse, and 6 no better."""


@dataclass(frozen=True)
class Material:
    """The labelled messages of one dimension.

    Attributes:
        head: the shipped head.
        names: the rows of weights, the bias first.
        start: the shipped weights, row × label.
        features: message × row.
        wanted: the label of each message, as its place among the head's labels.
        languages: the language that each message was read in.
        words: where the words stand that may be counted besides.
        groups: the group of each message, one number for those that say nearly the same.
    """

    head: HeadFile
    names: tuple[str, ...]
    start: Matrix
    features: Matrix
    wanted: Indexes
    languages: tuple[str, ...]
    words: tuple[Occurrences, ...]
    groups: tuple[int, ...]

    @property
    def distinct(self) -> Chosen:
        """Of each message, whether it is not a copy of one before it: chance is reckoned on these alone."""
        import numpy as np

        return np.array(distinct(self.groups, self.wanted.tolist()), dtype=bool)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the head, in the order of the columns."""
        return self.head.labels

    @property
    def truths(self) -> list[str]:
        """The label of each message."""
        return [self.labels[place] for place in self.wanted]

    def before(self) -> Matrix:
        """Return the scores of the shipped weights, message × label."""
        scores: Matrix = self.features @ self.start
        return scores

    @property
    def grounded(self) -> Chosen:
        """Of each message, whether the shipped head finds anything in it."""
        found: Chosen = (self.features[:, 1:] != 0).any(axis=1)
        return found

    def given(self, scores: Matrix, grounded: Chosen | None = None) -> tuple[list[str], list[float]]:
        """Return the label that a head would give for each row of scores, and its probability.

        Args:
            scores: message × label.
            grounded: whether anything was found; a head that finds nothing gives the neutral label.
        """
        labels, sure = [], []
        for row, ground in zip(probabilities(scores), self.grounded if grounded is None else grounded, strict=True):
            shares = dict(zip(self.labels, map(float, row), strict=True))
            leaning = max(self.labels, key=lambda label: shares[label])
            doubtful = not ground or shares[leaning] < self.head.unsure_below
            label = self.head.neutral if doubtful else cautious(leaning, shares, self.head.cautions)
            labels.append(label)
            sure.append(shares[label])
        return labels, sure


@dataclass(frozen=True)
class Fitted:
    """New weights of one dimension.

    Attributes:
        names: the rows; those of words behind those of the head.
        weights: row × label.
        scores: of all messages of the material.
        grounded: of each, whether anything counts in it.
        words: the words that count.
    """

    names: tuple[str, ...]
    weights: Matrix
    scores: Matrix
    grounded: Chosen
    words: tuple[Candidate, ...]


def material_of(
    head: Head,
    observed: Sequence[ObservedMessage],
    wanted: Sequence[str],
    *,
    words: Sequence[Occurrences] = (),
    groups: Sequence[int] = (),
) -> Material:
    """Return the labelled messages of a dimension as numbers; without `groups` no message is a copy of another."""
    import numpy as np

    rows = dict(head.file.rows())
    names, labels = tuple(rows), head.file.labels
    return Material(
        head.file,
        names,
        np.array([[rows[name].get(label, 0.0) for label in labels] for name in names]),
        vectors([each.counted[head.dimension] for each in observed], names),
        np.array([labels.index(label) for label in wanted]),
        tuple(each.language for each in observed),
        tuple(words),
        tuple(groups or range(len(wanted))),
    )


def refit(material: Material, train: Chosen, *, pulls: Sequence[float], most_words: int) -> list[Fitted]:
    """Return new weights for each pull, fitted on the messages that are trained on.

    Args:
        material: the labelled messages.
        train: which of them to fit on.
        pulls: how strongly to hold to the shipped weights, the strongest first.
        most_words: how many words may be counted besides.
    """
    import numpy as np

    single = train & material.distinct
    chosen = choose(material.words, material.wanted, material.labels, single, most=most_words) if most_words else []
    words = tuple(candidate for _, columns in chosen for _, candidate in columns)
    extra = [occurrences.matrix([column for column, _ in columns]) for occurrences, columns in chosen]
    features = np.hstack([material.features, *extra])
    start = np.vstack([material.start, np.zeros((len(words), len(material.labels)))])
    names = (*material.names, *(word.cue for word in words))
    # What these messages do not show keeps its weight anyhow; left out, it costs nothing.
    shown = (features[train] != 0).any(axis=0)
    examples = _examples(material, features[:, shown], train)
    grounded = (features[:, 1:] != 0).any(axis=1)
    found, weights = list[Fitted](), start
    for pull in pulls:
        strength = np.where(np.arange(len(names)) < len(material.names), pull, WORDS_PULL)[shown]
        weights = weights.copy()
        weights[shown] = fit(
            examples, start[shown], material.labels, strength, begin=weights[shown], tolerance=TOLERANCE
        )
        found.append(Fitted(names, weights, features @ weights, grounded, words))
    return found


def _examples(material: Material, features: Matrix, train: Chosen) -> Examples:
    import numpy as np

    truths = [material.labels[place] for place in material.wanted[train]]
    # A label that nobody gave says nothing about itself: it keeps its weights.
    given = np.isin(np.arange(len(material.labels)), material.wanted[train]).astype(float)
    allowed = np.tile(given, (len(truths), 1))
    return Examples(features[train], truths, allowed, np.array(balance(truths)))
