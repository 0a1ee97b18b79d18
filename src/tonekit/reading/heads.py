"""One small additive head per dimension: score(label) = bias + Σ weight × feature.

Softmax over the scores gives the probabilities; the terms of the sums are the evidence. There is no other
explanation beside them that could disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import exp
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from ..analysis import DIMENSIONS, LABELS, Evidence, SentimentVerdict, Span, Verdict, ZoneKind
from ..datafile import DataFile, read_data_file
from .feature import Feature

WEIGHTS = Path(__file__).with_name("weights.yaml")
BIAS = "bias"
VALENCE = "valence."
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
    """`weights.yaml`: how repeated cues fade, what the weights were fitted on, and the heads."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fitted_on: str
    repeat: float = Field(ge=0, le=1)
    heads: dict[str, HeadFile]


class Head:
    """Decides one dimension.

    Args:
        dimension: its name.
        file: labels, zones, bias and weights.
        repeat: the second hit of a cue counts `repeat`, the third `repeat²`, and so on.
    """

    def __init__(self, dimension: str, file: HeadFile, *, repeat: float) -> None:
        self.dimension = dimension
        self.file = file
        self.repeat = repeat

    def decide(self, features: Iterable[Feature], locate: Callable[[int, int], Span]) -> Verdict:
        """Return the verdict on what was found; `locate` turns offsets into a span of the original text."""
        terms = [(Feature(BIAS), self.file.bias), *self._terms(features)]
        scores = {label: sum(weights.get(label, 0.0) for _, weights in terms) for label in self.file.labels}
        probabilities = softmax(scores)
        leaning = max(self.file.labels, key=lambda label: probabilities[label])
        groundless = len(terms) == 1
        doubtful = groundless or probabilities[leaning] < self.file.unsure_below
        label = self.file.neutral if doubtful else cautious(leaning, probabilities, self.file.cautions)
        evidence = [_evidence(feature, weights, leaning, locate) for feature, weights in terms]
        fields: dict[str, Any] = {
            "label": label,
            "confidence": probabilities[label],
            "probabilities": probabilities,
            "scores": scores,
            "evidence": tuple(sorted(evidence, key=lambda term: -abs(term.weight))),
            "leaning": leaning,
            "unsure": label != leaning,
        }
        if self.dimension != "sentiment":
            return Verdict(**fields)
        score = probabilities.get("positive", 0.0) - probabilities.get("negative", 0.0)
        return SentimentVerdict(**fields, score=max(-1.0, min(1.0, score)))

    def counted(self, features: Iterable[Feature]) -> Iterator[tuple[Feature, float]]:
        """Yield the features that this head counts, each with how much of it counts."""
        seen: dict[str, int] = {}
        for feature in features:
            in_zone = feature.zone is None or feature.zone in self.file.zones
            if feature.cue not in self.file.weights or not in_zone:
                continue
            times = seen.get(feature.cue, 0)
            if times >= MOST_REPEATS and not feature.cue.startswith(VALENCE):
                continue
            seen[feature.cue] = times + 1
            # The values of a valence share one sum already; only repeated cues fade.
            value = feature.value if feature.cue.startswith(VALENCE) else feature.value * self.repeat**times
            if value:
                yield feature, value

    def _terms(self, features: Iterable[Feature]) -> Iterator[tuple[Feature, dict[str, float]]]:
        for feature, value in self.counted(features):
            yield feature, {label: weight * value for label, weight in self.file.weights[feature.cue].items()}


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
    return {name: Head(name, weights.heads[name], repeat=weights.repeat) for name in DIMENSIONS}


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


def _evidence(
    feature: Feature, weights: dict[str, float], leaning: str, locate: Callable[[int, int], Span]
) -> Evidence:
    weight = weights.get(leaning, 0.0)
    if feature.start is None or feature.end is None:
        return Evidence(cue=feature.cue, weight=weight, weights=weights)
    span = locate(feature.start, feature.end)
    return Evidence(cue=feature.cue, text=span.text, start=span.start, end=span.end, weight=weight, weights=weights)
