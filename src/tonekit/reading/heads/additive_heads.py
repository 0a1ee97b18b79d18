"""One small additive head per dimension: score(label) = bias + Σ weight × feature.

Softmax over the scores gives the probabilities; the terms of the sums are the evidence. There is no other
explanation beside them that could disagree.

Who writes to a firm says things otherwise than who posts, comments or reviews for everybody. A head may hold a second
weight for a cue, `posted.<cue>`, that counts as far as the text is such a post; the `setting` tells how far that is.
The table of words adds a sum for each label, `words.<label>`, that the head weighs like any other feature.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from math import exp
from pathlib import Path

from ...analysis import DIMENSIONS, SINGLE_WORD, Evidence
from ..feature import Features, Located
from ..words.shipped_table import shipped_table
from ..words.word_table import WordTable
from .head_file import (
    BIAS,
    POST,
    POSTED,
    SETTING,
    SPOKEN,
    VALENCE,
    WEIGHTS,
    Caution,
    HeadFile,
    Weights,
    in_posts,
    read_weights,
)

Words = tuple[str, int | None, int | None]
"""Words of the original text, with their offsets; no words and no offsets for the whole message."""
Locate = Callable[[int, int], Words]
"""Turns offsets of the parsed text into words of the original one."""
_NOWHERE: Words = ("", None, None)
MOST_REPEATS = 16
"""A cue that comes again and again has faded by then: 0.5 to the 16th is no evidence that anybody would read."""


class Head:
    """The weights of one dimension.

    Args:
        dimension: its name.
        file: labels, zones, bias and weights.
        repeat: the second hit of a cue counts `repeat`, the third `repeat²`, and so on.
        setting: tells how far a text is a post, where there are weights for posts.
        words: what single words say, where the head weighs that.
    """

    def __init__(
        self,
        dimension: str,
        file: HeadFile,
        *,
        repeat: float,
        setting: Head | None = None,
        words: WordTable | None = None,
    ) -> None:
        self.dimension = dimension
        self.file = file
        self.repeat = repeat
        self.setting = setting
        self.in_posts = in_posts(file.weights) if setting else {}
        self._anywhere = frozenset(file.weights) | frozenset(self.in_posts)
        self.words = words if words and any(name.startswith(SPOKEN) for name in file.weights) else None

    def counted(self, features: Features) -> Iterator[tuple[Located | str, float]]:
        """Yield the features that this head counts, each with how much of it counts; measures by their name."""
        said = self.said(features)
        yield from self._counted(features, self.file.weights)
        yield from ((name, value) for name, value in said if name in self.file.weights)
        if self.in_posts:
            share = self.posted(features)
            yield POSTED + BIAS, share
            for feature, value in (*self._counted(features, self.in_posts), *said):
                if _name(feature) in self.in_posts:
                    yield _as_posted(feature), value * share

    def said(self, features: Features) -> list[tuple[str, float]]:
        """Return the sums of the table of words by label, `words.<label>`."""
        if self.words is None:
            return []
        sums = self.words.sums(features.words)[self.words.columns[self.dimension]]
        return [(SPOKEN + label, value) for label, value in zip(self.file.labels, sums, strict=True) if value]

    def posted(self, features: Features) -> float:
        """Return how far the text is a post rather than mail to a firm, 0 to 1; 0 where no weight asks for it."""
        return self.setting.shares(features)[POST] if self.setting and self.in_posts else 0.0

    def shares(self, features: Features) -> dict[str, float]:
        """Return the probability of each label."""
        scores = {label: self.file.bias.get(label, 0.0) for label in self.file.labels}
        for feature, value in self.counted(features):
            for label, weight in self.file.weights[_name(feature)].items():
                scores[label] += weight * value
        return softmax(scores)

    def evidence(self, features: Features, leaning: str, locate: Locate) -> tuple[Evidence, ...]:
        """Return the terms of the sum that decided, strongest first; `locate` finds the words of the original text."""
        share = self.posted(features)
        bias = self.row(BIAS, share)
        terms = [Evidence(cue=BIAS, weight=bias.get(leaning, 0.0), weights=bias)]
        for feature, value in self._counted(features, self._anywhere):
            cue, words = (feature, _NOWHERE) if isinstance(feature, str) else (feature[2], locate(*feature[:2]))
            weights = {label: weight * value for label, weight in self.row(cue, share).items()}
            terms.append(_term(cue, words, weights, leaning))
        terms += (_term(SINGLE_WORD, locate(*where), row, leaning) for where, row in self._words_said(features, share))
        return tuple(sorted(terms, key=lambda term: -abs(term.weight)))

    def row(self, feature: str, share: float) -> Weights:
        """Return what one hit of a feature adds to each label in a text that is a post as far as `share`."""
        row = self.file.bias if feature == BIAS else self.file.weights.get(feature, {})
        more = self.in_posts.get(feature, {})
        return {
            label: row.get(label, 0.0) + share * more.get(label, 0.0)
            for label in self.file.labels
            if label in row or label in more
        }

    def _counted(self, features: Features, weights: Container[str]) -> Iterator[tuple[Located | str, float]]:
        seen: dict[str, int] = {}
        for feature, zone in features.placed():
            _, _, cue, value = feature
            if cue not in weights or zone not in self.file.zones:
                continue
            # The values of a valence share one sum already; only repeated cues fade.
            if not cue.startswith(VALENCE):
                times = seen[cue] = seen.get(cue, -1) + 1
                value *= faded(self.repeat, times)
            if value:
                yield feature, value
        yield from ((name, value) for name, value in features.measures.items() if name in weights)

    def _words_said(self, features: Features, share: float) -> Iterator[tuple[tuple[int, int], Weights]]:
        """Yield the words that the table knows, each with what it adds to each label."""
        if self.words is None:
            return
        # A word and its stems stand in the same place; what they say is one term.
        sums: dict[tuple[int, int], list[float]] = {}
        for entry, row in self.words.rows_of(features.words):
            own, place = row[self.words.columns[self.dimension]], features.words[entry]
            sums[place] = [a + b for a, b in zip(sums.get(place, [0.0] * len(own)), own, strict=True)]
        weighed = {label: self.row(SPOKEN + label, share) for label in self.file.labels}
        for place, said in sums.items():
            weights = dict.fromkeys(self.file.labels, 0.0)
            for value, gains in zip(said, weighed.values(), strict=True):
                for label, weight in gains.items():
                    weights[label] += weight * value
            if any(weights.values()):
                yield place, weights


def _name(feature: Located | str) -> str:
    return feature if isinstance(feature, str) else feature[2]


def _as_posted(feature: Located | str) -> Located | str:
    if isinstance(feature, str):
        return POSTED + feature
    start, end, cue, value = feature
    return start, end, POSTED + cue, value


def _term(cue: str, words: Words, weights: dict[str, float], leaning: str) -> Evidence:
    text, start, end = words
    return Evidence.made(
        {},
        {
            "cue": cue,
            "text": text,
            "start": start,
            "end": end,
            "weight": weights.get(leaning, 0.0),
            "weights": weights,
        },
    )


def faded(repeat: float, times: int) -> float:
    """Return how much a cue counts that was there `times` before."""
    return repeat**times if times < MOST_REPEATS else 0.0


def softmax(scores: Mapping[str, float]) -> dict[str, float]:
    """Return the softmax of the scores: 0 to 1 each, summing to 1."""
    highest = max(scores.values())
    raised = {label: exp(score - highest) for label, score in scores.items()}
    total = sum(raised.values())
    return {label: value / total for label, value in raised.items()}


def cautious(leaning: str, probabilities: Mapping[str, float], cautions: Iterable[Caution]) -> str:
    """Return the label to give: `leaning`, or what the first caution says that holds."""
    for caution in cautions:
        if caution.instead_of == leaning and probabilities[caution.where] > caution.above:
            return caution.say
    return leaning


def load_heads(path: Path = WEIGHTS) -> dict[str, Head]:
    """Return the heads by dimension.

    Raises:
        DataFileError: a dimension is missing or unknown, a weight speaks for a label that does not exist.
    """
    weights = read_weights(path)
    setting = Head(SETTING, weights.setting, repeat=weights.repeat)
    words = shipped_table()
    return {
        name: Head(name, weights.heads[name], repeat=weights.repeat, setting=setting, words=words)
        for name in DIMENSIONS
    }
