"""How well labelled messages are read: all figures of a run, as they are shown, kept as JSON and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from .answers import AnsweredMessage
from .columns import (
    ClassScores,
    Column,
    Scores,
    Share,
    class_scores,
    column_of,
    confusion_matrix,
    curve,
    independent_share,
    never_labelled,
    pairs_of,
    scores,
    share,
)
from .copied_labels import copied_labels
from .labelled_message import SCORED
from .mistakes import Mistake, surest
from .scores import Bin, Cut, reliability

KEPT_MISTAKES = 20
"""Mistakes kept of each dimension, the surest first."""


@dataclass(frozen=True, slots=True)
class DimensionReport:
    """All figures of one dimension, profile field or of the template.

    Attributes:
        scores: of all messages that are labelled for it.
        languages: code → the same of the messages in one language.
        classes: label → precision and recall.
        confusion: truth → answer → how often.
        reliability: bins of confidence with the share that is right.
        curve: what is answered and how well at falling confidence.
        wrong: how many answers are wrong.
        mistakes: the wrong answers of which tonekit was surest.
        never_labelled: label → how often it was answered, of those that no message has.
    """

    scores: Scores
    languages: Mapping[str, Scores]
    classes: Mapping[str, ClassScores]
    confusion: Mapping[str, Mapping[str, int]]
    reliability: tuple[Bin, ...]
    curve: tuple[Cut, ...]
    wrong: int
    mistakes: tuple[Mistake, ...]
    never_labelled: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GivenAnswers:
    """What one message was answered with, for a later comparison.

    Attributes:
        id: of the message.
        fingerprint: short hash of its text.
        given: dimension → label.
    """

    id: str
    fingerprint: str
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One run over one file.

    Attributes:
        kind, version: what this is, for programs that read it.
        file: name of the file of messages.
        data: short hash of its content.
        ruleset: short hash over what read the messages.
        messages: how many there are.
        languages: code → how many of them.
        dimensions: name → figures, of what is labelled.
        tags: group → dimension → share that is right.
        answers: what each message was answered with.
        copies: how many messages say nearly the same as one before them.
        disputed: ids of those that have the very text of one before them and another label.
        copied: pairs of dimensions whose labels say the same throughout.
        two_classes: the dimensions of which only the likelier of the two labels of the file was taken.
        fitted_on: whether the weights were fitted on these very messages.
    """

    file: str
    data: str
    ruleset: str
    messages: int
    languages: Mapping[str, int]
    dimensions: Mapping[str, DimensionReport]
    tags: Mapping[str, Mapping[str, Share]]
    answers: tuple[GivenAnswers, ...]
    kind: Literal["tonekit evaluation"] = "tonekit evaluation"
    version: Literal[1] = 1
    copies: int = 0
    disputed: tuple[str, ...] = ()
    two_classes: tuple[str, ...] = ()
    fitted_on: bool = False
    copied: tuple[tuple[str, str], ...] = ()

    def shares(self, dimension: str) -> dict[str, Share]:
        """Return tag → share that is right of one dimension, the worst first."""
        found = {tag: shares[dimension] for tag, shares in self.tags.items() if dimension in shares}
        return dict(sorted(found.items(), key=lambda item: item[1].value))

    def never_labelled(self) -> Iterator[str]:
        """Yield a line for each dimension with answers that no message is labelled with: macro-F1 hardly sees them."""
        for name, report in self.dimensions.items():
            if report.never_labelled:
                counts = ", ".join(f"{label} {count}" for label, count in report.never_labelled.items())
                yield f"{name}: answered but never labelled: {counts}"


def evaluation_of(
    answered: Iterable[AnsweredMessage],
    *,
    file: str,
    data: str,
    two_classes: Iterable[str] = (),
    fitted_on: bool = False,
) -> Evaluation:
    """Return all figures of answered messages.

    Args:
        answered: the messages with their answers.
        file, data: name of their file, and a short hash of its content.
        two_classes: the dimensions that were answered by one of two labels.
        fitted_on: whether the weights were fitted on these very messages.
    """
    messages = list(answered)
    languages = Counter(each.language for each in messages)
    copies = _copies(messages)
    return Evaluation(
        file=file,
        data=data,
        ruleset=messages[0].ruleset if messages else "",
        messages=len(messages),
        languages=dict(languages.most_common()),
        dimensions={name: dimension_report(messages, name) for name in _labelled(messages)},
        tags=dict(_tags(messages)),
        answers=tuple(_given(each) for each in messages),
        copies=len(messages) - len({each.group for each in messages}),
        disputed=tuple(each.id for first, each in copies if _differ(first.wanted, each.wanted)),
        two_classes=tuple(two_classes),
        fitted_on=fitted_on,
        copied=tuple(copied_labels(each.wanted for each in messages)),
    )


def dimension_report(messages: Sequence[AnsweredMessage], name: str) -> DimensionReport:
    """Return the figures of one dimension for which at least one message is labelled."""
    column = _column(messages, name)
    wrong = [mistake for each in messages for mistake in each.mistakes if mistake.dimension == name]
    return DimensionReport(
        scores=scores(column),
        languages=dict(_by_language(messages, name)),
        classes=class_scores(column),
        confusion=confusion_matrix(column),
        reliability=reliability(column.right, column.sure) if column.sure else (),
        curve=curve(column),
        wrong=len(wrong),
        mistakes=surest(wrong, most=KEPT_MISTAKES),
        never_labelled=never_labelled(column),
    )


def _column(messages: Sequence[AnsweredMessage], name: str) -> Column:
    alone = independent_share(each.group for each in messages if name in each.wanted)
    return replace(column_of(pairs_of(messages, name)), independent=alone)


def _labelled(messages: Iterable[AnsweredMessage]) -> list[str]:
    there = {name for each in messages for name in each.wanted}
    return [name for name in SCORED if name in there]


def _by_language(messages: Sequence[AnsweredMessage], name: str) -> Iterator[tuple[str, Scores]]:
    for code in sorted({each.language for each in messages if name in each.wanted}):
        yield code, scores(_column([each for each in messages if each.language == code], name))


def _tags(messages: Sequence[AnsweredMessage]) -> Iterator[tuple[str, dict[str, Share]]]:
    for tag in sorted({tag for each in messages for tag in each.tags}):
        group = [each for each in messages if tag in each.tags]
        columns = {name: _column(group, name) for name in _labelled(group)}
        yield tag, {name: share(each.right, independent=each.independent) for name, each in columns.items()}


def _copies(messages: Iterable[AnsweredMessage]) -> list[tuple[AnsweredMessage, AnsweredMessage]]:
    """Return the messages whose text one before them has, each behind the first that has it."""
    first: dict[str, AnsweredMessage] = {}
    pairs = ((first.setdefault(each.fingerprint, each), each) for each in messages)
    return [(one, other) for one, other in pairs if one is not other]


def _differ(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return any(one[name] != other[name] for name in one.keys() & other.keys())


def _given(message: AnsweredMessage) -> GivenAnswers:
    labels = {name: answer.label for name, answer in message.given.items()}
    return GivenAnswers(message.id, message.fingerprint, labels)
