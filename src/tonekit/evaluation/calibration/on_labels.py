"""Calibrate tonekit on labelled messages of a user: new weights, thresholds, and words that the user may add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...analysis import ZoneKind
from ...errors import CalibrationError
from ...files.fingerprint import digest
from ...languages.loading import available_languages, load_language_file
from ...reading.heads.additive_heads import Head, load_heads
from ...reading.heads.head_set import OwnCues
from ...reading.observed_message import ObservedMessage
from ...reading.reader import Reader
from ..labelled import LabelledMessage
from ..near_copies import near_copies
from .material import Material, material_of
from .occurrences import Occurrences, counted_cues, grams, phrases_of
from .one_head import Outcome, calibrate_head, folds_of
from .options import AcceptedWords, Options, Unwatched, Watcher
from .own_words import Candidate, choose
from .threshold import Chosen, threshold_of
from .usable_labels import usable_labels


@dataclass(frozen=True)
class Calibration:
    """What calibration found.

    Attributes:
        heads: dimension → the head that the fit started from.
        data: hash over the messages and their labels.
        messages: how many there are.
        copies: how many of them say nearly the same as one before them.
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
    copies: int
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
    groups = near_copies([each.text for each in messages])
    labels, refused = usable_labels(messages, groups)
    heads = {name: head for name, head in load_heads().items() if name in labels and name not in refused}
    if not heads:
        raise CalibrationError(refused)
    observed = observe(messages, heads, accepted=options.accepted, watcher=watcher)
    return calibrate_observed(messages, observed, heads, options=options, watcher=watcher, groups=groups)


def calibrate_observed(
    messages: Sequence[LabelledMessage],
    observed: Sequence[ObservedMessage],
    heads: Mapping[str, Head],
    *,
    options: Options,
    watcher: Watcher | None = None,
    groups: Sequence[int] | None = None,
) -> Calibration:
    """Return what labelled messages that were observed already have to say on `heads`.

    Args:
        messages: as for `calibrate`.
        observed: each as the heads see it.
        heads: what the fit starts from.
        options: what is asked for.
        watcher: is told how far it is.
        groups: the group of each message, as `near_copies` tells it, where that is known already.

    Raises:
        CalibrationError: as `calibrate`.
    """
    groups = near_copies([each.text for each in messages]) if groups is None else groups
    labels, refused = usable_labels(messages, groups)
    usable = {name: head for name, head in heads.items() if name in labels and name not in refused}
    if not usable:
        raise CalibrationError(refused)
    work = _Work(messages, observed, groups, options, watcher or Unwatched())
    found = {name: work.dimension(head) for name, head in usable.items()}
    return Calibration(
        heads=usable,
        data=data_hash(messages),
        messages=len(messages),
        copies=len(groups) - len(set(groups)),
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
) -> list[ObservedMessage]:
    """Return each message as the heads see it, read once; accepted cues are seen as the other cues are."""
    watcher, cues = watcher or Unwatched(), accepted.cues if accepted else {}
    reader = Reader(available_languages(), cues=cues)
    own: dict[str, dict[str, float]] = {cue: {} for named in cues.values() for cue in named}
    counting = {name: _with_cues(head, own) for name, head in heads.items()}
    watcher.begin("reading", len(messages))
    observed = []
    for message in messages:
        observed.append(reader.observe(message.text, counting))
        watcher.advance()
    return observed


def _with_cues(head: Head, cues: Mapping[str, Mapping[str, float]]) -> Head:
    """Return a head that counts these cues too, and all that it counted before, what words say included."""
    file = head.file.model_copy(update={"weights": {**head.file.weights, **cues}})
    return Head(head.dimension, file, repeat=head.repeat, setting=head.setting, words=head.words)


def data_hash(messages: Iterable[LabelledMessage]) -> str:
    """Return a short hash over messages and labels."""
    return digest(
        piece for each in messages for piece in (each.text, *(f"{k}={v}" for k, v in sorted(each.labels.items())))
    )


@dataclass(frozen=True)
class _Found:
    outcome: Outcome
    threshold: Chosen | None
    proposals: tuple[Candidate, ...]


class _Work:
    """What the dimensions share: the messages as observed, and their words by zones, counted once."""

    def __init__(
        self,
        messages: Sequence[LabelledMessage],
        observed: Sequence[ObservedMessage],
        groups: Sequence[int],
        options: Options,
        watcher: Watcher,
    ) -> None:
        self._messages = messages
        self._observed = observed
        self._groups = groups
        self._options = options
        self._watcher = watcher
        self._functional = _function_words()
        self._counts: dict[frozenset[ZoneKind], list[Counter[str]]] = {}

    def dimension(self, head: Head) -> _Found:
        """Return what the labels of one dimension have to say."""
        options, name = self._options, head.dimension
        rows = [row for row, message in enumerate(self._messages) if name in message.labels]
        observed = [self._observed[row] for row in rows]
        possible = self._phrases(head, rows)
        words = possible if options.accept_all else _accepted(name, observed, options.accepted)
        wanted = [self._messages[row].labels[name] for row in rows]
        material = material_of(head, observed, wanted, words=words, groups=[self._groups[row] for row in rows])
        self._watcher.begin(name, int(folds_of(material).max()) + 1)
        outcome = calibrate_head(
            material, most_words=options.most_words, languages=available_languages(), done=self._watcher.advance
        )
        threshold = threshold_of(material, outcome, options.precision) if options.precision is not None else None
        return _Found(outcome, threshold, _proposals(material, possible, options.most_words))

    def _phrases(self, head: Head, rows: Sequence[int]) -> list[Occurrences]:
        zones = head.file.zones
        if zones not in self._counts:
            # Of a language without a pack nobody could use the words.
            self._counts[zones] = [
                grams(each, zones, self._functional[each.language]) if each.language in self._functional else Counter()
                for each in self._observed
            ]
        languages = [self._observed[row].language for row in rows]
        return phrases_of(languages, [self._counts[zones][row] for row in rows], fade=head.repeat)


def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(load_language_file(code).function_words) for code in available_languages()}


def _accepted(dimension: str, observed: Sequence[ObservedMessage], accepted: AcceptedWords) -> list[Occurrences]:
    meant = {
        code: {cue: ", ".join(phrases) for cue, phrases in cues.items() if accepted.counts(cue, dimension)}
        for code, cues in accepted.cues.items()
    }
    return counted_cues(observed, dimension, meant)


def _proposals(material: Material, possible: Sequence[Occurrences], most: int) -> tuple[Candidate, ...]:
    chosen = choose(possible, material.wanted, material.labels, material.distinct, most=most)
    found = [candidate for _, columns in chosen for _, candidate in columns]
    return tuple(sorted(found, key=lambda each: (-each.z, each.cue)))
