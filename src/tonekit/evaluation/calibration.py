"""Calibrate tonekit on labelled messages of a user: new weights, thresholds, and words that the user may add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..analysis import DIMENSIONS
from ..errors import CalibrationError
from ..fingerprint import digest
from ..languages.loading import available_languages, load_language_file
from ..reading.head_set import OwnCues
from ..reading.heads import Head, load_heads
from ..reading.observed import Observed
from ..reading.reader import Reader
from .calibrating import LEAST_OF_LANGUAGE, Outcome, calibrate_head, folds_of
from .labelled import LabelledMessage
from .material import Material, material_of
from .own_words import Candidate, Occurrences, choose, counted_cues, phrases_of
from .scores import macro_f1
from .threshold import Threshold, threshold_for

LEAST_LABELS = 30
"""Fewer labels of a dimension cannot tell a gain from chance, whatever they are."""
LEAST_OF_CLASS = 5
"""Of two labels there have to be as many: else there is nothing to tell apart."""
MOST_WORDS = 100
"""Words that are proposed for a dimension; a person should be able to look through them."""


class Watcher(Protocol):
    """Is told how far a calibration has come."""

    def begin(self, what: str, steps: int) -> None:
        """Take notice that a part of so many steps begins."""

    def advance(self) -> None:
        """Take notice that a step is done."""


class Unwatched:
    """Nobody looks."""

    def begin(self, what: str, steps: int) -> None:
        """Do nothing."""

    def advance(self) -> None:
        """Do nothing."""


@dataclass(frozen=True)
class AcceptedWords:
    """Cues that a user has accepted.

    Attributes:
        cues: language → cue id → phrases.
        dimensions: cue id → the dimensions that it may count for; all of them where none is named.
    """

    cues: OwnCues = field(default_factory=dict)
    dimensions: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def counts(self, cue: str, dimension: str) -> bool:
        """Return whether a cue may count for a dimension."""
        dimensions = self.dimensions.get(cue)
        return not dimensions or dimension in dimensions


@dataclass(frozen=True)
class Options:
    """What is asked of a calibration.

    Attributes:
        precision: the share of answers other than the neutral label that has to be right, 0 to 1; without it the
            shipped thresholds stay.
        accepted: cues of the user that may be counted.
        accept_all: whether all proposed words may be counted, instead of `accepted`.
        most_words: how many words are proposed for a dimension.
    """

    precision: float | None = None
    accepted: AcceptedWords = field(default_factory=AcceptedWords)
    accept_all: bool = False
    most_words: int = MOST_WORDS


@dataclass(frozen=True)
class Chosen:
    """The threshold of one dimension.

    Attributes:
        wanted: the precision that was asked for.
        threshold: None where no threshold reaches it; the shipped one stays.
        languages: where it holds.
        macro_f1: on held-out messages, with the neutral label for what is below it.
    """

    wanted: float
    threshold: Threshold | None
    languages: tuple[str, ...]
    macro_f1: float | None = None


@dataclass(frozen=True)
class Calibration:
    """What calibration found.

    Attributes:
        heads: dimension → the head that the fit started from.
        data: hash over the messages and their labels.
        messages: how many there are.
        labels: dimension → how many of them have a label for it.
        outcomes: dimension → what new weights are worth.
        refused: dimension → why its labels cannot be used.
        thresholds: dimension → threshold for the precision that was asked for.
        proposals: dimension → words that speak for a label, the clearest first.
        accepted: the cues of the user that were offered to the fit.
    """

    heads: Mapping[str, Head]
    data: str
    messages: int
    labels: Mapping[str, int]
    outcomes: Mapping[str, Outcome]
    refused: Mapping[str, str]
    thresholds: Mapping[str, Chosen]
    proposals: Mapping[str, tuple[Candidate, ...]]
    accepted: OwnCues


def calibrate(
    messages: Sequence[LabelledMessage], *, options: Options | None = None, watcher: Watcher | None = None
) -> Calibration:
    """Return what labelled messages have to say on the shipped weights.

    Args:
        messages: messages with labels for any of the dimensions.
        options: what is asked for.
        watcher: is told how far it is.

    Raises:
        CalibrationError: no dimension has labels that can be used; it says why for each.
    """
    options, watcher = options or Options(), watcher or Unwatched()
    labels, refused = _sorted_out(messages)
    heads = {name: head for name, head in load_heads().items() if name in labels and name not in refused}
    if not heads:
        raise CalibrationError(refused)
    observed = observe(messages, heads, accepted=options.accepted, watcher=watcher)
    return calibrate_observed(messages, observed, heads, options=options, watcher=watcher)


def calibrate_observed(
    messages: Sequence[LabelledMessage],
    observed: Sequence[Observed],
    heads: Mapping[str, Head],
    *,
    options: Options,
    watcher: Watcher | None = None,
) -> Calibration:
    """Return what labelled messages that were observed already have to say on `heads`.

    Raises:
        CalibrationError: as `calibrate`.
    """
    watcher = watcher or Unwatched()
    labels, refused = _sorted_out(messages)
    usable = {name: head for name, head in heads.items() if name in labels and name not in refused}
    if not usable:
        raise CalibrationError(refused)
    found = {
        name: _dimension(*_labelled(name, messages, observed), head, options, watcher) for name, head in usable.items()
    }
    return Calibration(
        heads=usable,
        data=data_hash(messages),
        messages=len(messages),
        labels=labels,
        outcomes={name: each.outcome for name, each in found.items()},
        refused=refused,
        thresholds={name: each.threshold for name, each in found.items() if each.threshold},
        proposals={name: each.proposals for name, each in found.items()},
        accepted=options.accepted.cues,
    )


def observe(
    messages: Sequence[LabelledMessage],
    heads: Mapping[str, Head],
    *,
    accepted: AcceptedWords | None = None,
    watcher: Watcher | None = None,
) -> list[Observed]:
    """Return each message as the heads see it, read once; accepted cues are seen as the other cues are."""
    watcher, cues = watcher or Unwatched(), accepted.cues if accepted else {}
    reader = Reader(available_languages(), cues=cues)
    own: dict[str, dict[str, float]] = {cue: {} for named in cues.values() for cue in named}
    counting = {
        name: Head(name, head.file.model_copy(update={"weights": {**head.file.weights, **own}}), repeat=head.repeat)
        for name, head in heads.items()
    }
    watcher.begin("reading", len(messages))
    observed = []
    for message in messages:
        observed.append(reader.observe(message.text, counting))
        watcher.advance()
    return observed


def data_hash(messages: Sequence[LabelledMessage]) -> str:
    """Return a short hash over messages and labels."""
    return digest(
        piece for each in messages for piece in (each.text, *(f"{k}={v}" for k, v in sorted(each.labels.items())))
    )


def _refusal(given: Sequence[str]) -> str | None:
    if len(given) < LEAST_LABELS:
        return f"{len(given)} labels are too few to tell a gain from chance; label at least {LEAST_LABELS} messages"
    counts = Counter(given).most_common()
    if len([label for label, count in counts if count >= LEAST_OF_CLASS]) <= 1:
        commonest, count = counts[0]
        return (
            f"the labels are one-sided: {count} of {len(given)} are '{commonest}'; "
            f"label at least {LEAST_OF_CLASS} messages of a second class"
        )
    return None


@dataclass(frozen=True)
class _Found:
    outcome: Outcome
    threshold: Chosen | None
    proposals: tuple[Candidate, ...]


def _dimension(
    observed: Sequence[Observed], wanted: Sequence[str], head: Head, options: Options, watcher: Watcher
) -> _Found:
    possible = phrases_of(observed, head.file.zones, _function_words(), fade=head.repeat)
    words = possible if options.accept_all else _accepted(head.dimension, observed, options.accepted)
    material = material_of(head, observed, wanted, words=words)
    watcher.begin(head.dimension, int(folds_of(material).max()) + 1)
    outcome = calibrate_head(
        material, most_words=options.most_words, languages=available_languages(), done=watcher.advance
    )
    threshold = _threshold(material, outcome, options.precision) if options.precision is not None else None
    return _Found(outcome, threshold, _proposals(material, possible, options.most_words))


def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(load_language_file(code).function_words) for code in available_languages()}


def _sorted_out(messages: Sequence[LabelledMessage]) -> tuple[dict[str, int], dict[str, str]]:
    """Return how many labels each dimension has, and why those of some cannot be used."""
    given = {name: [each.labels[name] for each in messages if name in each.labels] for name in DIMENSIONS}
    refused = {name: why for name, labels in given.items() if labels and (why := _refusal(labels))}
    return {name: len(labels) for name, labels in given.items() if labels}, refused


def _labelled(
    dimension: str, messages: Sequence[LabelledMessage], observed: Sequence[Observed]
) -> tuple[list[Observed], list[str]]:
    pairs = [
        (seen, message.labels[dimension])
        for message, seen in zip(messages, observed, strict=True)
        if dimension in message.labels
    ]
    return [seen for seen, _ in pairs], [label for _, label in pairs]


def _accepted(dimension: str, observed: Sequence[Observed], accepted: AcceptedWords) -> list[Occurrences]:
    meant = {
        code: {cue: ", ".join(phrases) for cue, phrases in cues.items() if accepted.counts(cue, dimension)}
        for code, cues in accepted.cues.items()
    }
    return counted_cues(observed, dimension, meant)


def _proposals(material: Material, possible: Sequence[Occurrences], most: int) -> tuple[Candidate, ...]:
    everything = material.wanted >= 0
    chosen = choose(possible, material.wanted, material.labels, everything, most=most)
    found = [candidate for _, columns in chosen for _, candidate in columns]
    return tuple(sorted(found, key=lambda each: (-each.z, each.cue)))


def _threshold(material: Material, outcome: Outcome, precision: float) -> Chosen:
    """Return the threshold for what decides in the end: the new weights where they are taken, else the shipped ones."""
    counts = Counter(material.languages)
    enough = [code for code in available_languages() if counts[code] >= LEAST_OF_LANGUAGE]
    languages = outcome.languages or tuple(enough)
    given, sure = material.given(outcome.scores)
    truths = material.truths
    rows = [row for row, code in enumerate(material.languages) if code in languages]
    told = [row for row in rows if given[row] != material.head.neutral]
    found = threshold_for(
        precision,
        [given[row] == truths[row] for row in told],
        [sure[row] for row in told],
        least=material.head.unsure_below,
    )
    if found is None:
        return Chosen(precision, None, languages)
    kept = [given[row] if sure[row] >= found.below else material.head.neutral for row in rows]
    return Chosen(precision, found, languages, macro_f1([truths[row] for row in rows], kept))
