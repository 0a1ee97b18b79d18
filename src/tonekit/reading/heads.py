"""One small additive head per dimension: score(label) = bias + Σ weight × feature.

Softmax over the scores gives the probabilities; the terms of the sums are the evidence. There is no other
explanation beside them that could disagree.

Who writes to a firm says things otherwise than who posts, comments or reviews for everybody. A head may hold a second
weight for a cue, `posted.<cue>`, that counts as far as the text is such a post; the `setting` tells how far that is.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from math import exp
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from ..analysis import DIMENSIONS, LABELS, Evidence, ZoneKind
from ..datafile import DataFile, read_data_file
from .feature import Features, Located

WEIGHTS = Path(__file__).with_name("weights.yaml")
BIAS = "bias"
VALENCE = "valence."
POSTED = "posted."
SETTING = "setting"
MAIL, POST = "mail", "post"
Words = tuple[str, int | None, int | None]
"""Words of the original text, with their offsets; no words and no offsets for the whole message."""
Locate = Callable[[int, int], Words]
"""Turns offsets of the parsed text into words of the original one."""
_NOWHERE: Words = ("", None, None)
MOST_REPEATS = 16
"""A cue that comes again and again has faded by then: 0.5 to the 16th is no evidence that anybody would read."""


class Caution(BaseModel):
    """A label that is not given while a worse mistake is possible.

    Attributes:
        instead_of: the label that would be a harmful mistake …
        where: … if this label were the truth …
        above: … which is taken for possible from this probability on.
        say: the label given instead.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    instead_of: str
    where: str
    above: float = Field(gt=0, lt=1)
    say: str


class HeadFile(BaseModel):
    """One head of `weights.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    labels: tuple[str, ...] = Field(min_length=2)
    neutral: str
    unsure_below: float = Field(ge=0, le=1)
    zones: frozenset[ZoneKind]
    cautions: tuple[Caution, ...] = ()
    bias: dict[str, float]
    weights: dict[str, dict[str, float]]


class WeightsFile(BaseModel):
    """`weights.yaml`: how repeated cues fade, what the weights were fitted on, what tells posts from mail; heads."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fitted_on: str
    repeat: float = Field(ge=0, le=1)
    setting: HeadFile
    heads: dict[str, HeadFile]


class Head:
    """The weights of one dimension.

    Args:
        dimension: its name.
        file: labels, zones, bias and weights.
        repeat: the second hit of a cue counts `repeat`, the third `repeat²`, and so on.
        setting: tells how far a text is a post, where there are weights for posts.
    """

    def __init__(self, dimension: str, file: HeadFile, *, repeat: float, setting: Head | None = None) -> None:
        self.dimension = dimension
        self.file = file
        self.repeat = repeat
        self.setting = setting
        self.in_posts = {
            cue.removeprefix(POSTED): row for cue, row in file.weights.items() if setting and cue.startswith(POSTED)
        }

    def counted(self, features: Features) -> Iterator[tuple[Located | str, float]]:
        """Yield the features that this head counts, each with how much of it counts; measures by their name."""
        yield from self._counted(features, self.file.weights)
        if self.in_posts:
            share = self.posted(features)
            yield POSTED + BIAS, share
            for feature, value in self._counted(features, self.in_posts):
                yield _as_posted(feature), value * share

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
        bias = self._row(BIAS, self.file.bias, share)
        terms = [Evidence(cue=BIAS, weight=bias.get(leaning, 0.0), weights=bias)]
        for feature, value in self._counted(features, {**self.file.weights, **self.in_posts}):
            cue, words = (feature, _NOWHERE) if isinstance(feature, str) else (feature[2], locate(*feature[:2]))
            row = self._row(cue, self.file.weights.get(cue, {}), share)
            terms.append(_term(cue, words, {label: weight * value for label, weight in row.items()}, leaning))
        return tuple(sorted(terms, key=lambda term: -abs(term.weight)))

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

    def _row(self, cue: str, row: Mapping[str, float], share: float) -> dict[str, float]:
        """Return what one hit of a cue adds to each label in a text that is a post as far as `share`."""
        extra = self.in_posts.get(cue, {})
        return {
            label: row.get(label, 0.0) + share * extra.get(label, 0.0)
            for label in self.file.labels
            if label in row or label in extra
        }


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
    file = read_data_file(path)
    weights = file.into(WeightsFile)
    if missing := set(DIMENSIONS) - weights.heads.keys():
        raise file.error(f"heads are missing: {', '.join(sorted(missing))}", ("heads",))
    for dimension, head in weights.heads.items():
        _check_labels(file, dimension, head)
    _check_setting(file, weights.setting)
    setting = Head(SETTING, weights.setting, repeat=weights.repeat)
    return {name: Head(name, weights.heads[name], repeat=weights.repeat, setting=setting) for name in DIMENSIONS}


def setting_of(heads: Mapping[str, Head]) -> HeadFile:
    """Return what tells posts from mail for these heads."""
    return next(head.setting.file for head in heads.values() if head.setting)


def _check_setting(file: DataFile, setting: HeadFile) -> None:
    if setting.labels != (MAIL, POST):
        raise file.error(f"the labels of {SETTING} are {MAIL} and {POST}", (SETTING, "labels"))
    for cue, weights in {BIAS: setting.bias, **setting.weights}.items():
        if unknown := sorted(weights.keys() - {MAIL, POST}):
            place = (SETTING, BIAS) if cue == BIAS else (SETTING, "weights", cue)
            raise file.error(f"'{unknown[0]}' is no label of {SETTING}: {MAIL}, {POST}", place)


def _check_labels(file: DataFile, dimension: str, head: HeadFile) -> None:
    if dimension not in DIMENSIONS:
        raise file.error(f"'{dimension}' is no dimension: {', '.join(DIMENSIONS)}", ("heads", dimension))
    if set(head.labels) != set(LABELS[dimension]) or head.neutral not in head.labels:
        labels = ", ".join(LABELS[dimension])
        raise file.error(f"the labels of {dimension} are {labels}, one of them the neutral one", ("heads", dimension))
    for index, caution in enumerate(head.cautions):
        if unknown := {caution.instead_of, caution.where, caution.say} - set(head.labels):
            problem = f"'{min(unknown)}' is no label of {dimension}: {', '.join(head.labels)}"
            raise file.error(problem, ("heads", dimension, "cautions", index))
    for cue, weights in {BIAS: head.bias, **head.weights}.items():
        for label in weights.keys() - set(head.labels):
            place = ("heads", dimension, BIAS) if cue == BIAS else ("heads", dimension, "weights", cue)
            raise file.error(f"'{label}' is no label of {dimension}: {', '.join(head.labels)}", place)
