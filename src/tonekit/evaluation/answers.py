"""What tonekit answers to a labelled message, beside the expected labels."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from types import MappingProxyType

from ..analysis import ALL_DIMENSIONS, DIMENSIONS, LANGUAGE, Analysis
from ..conditions.condition import written
from ..result import Result
from .labelled_message import PROFILE, TEMPLATE, LabelledMessage
from .mistakes import Answer, Mistake, mistake
from .near_copies import near_copies

NO_REPLY = "none"
"""What is answered for `template` where no reply was written."""
NO_CHOICE: Mapping[str, Collection[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class AnsweredMessage:
    """What was wanted of one message and what was answered; its text is not kept.

    Attributes:
        id: of the message.
        fingerprint: short hash of its text, by which a later run knows it again.
        language: as labelled, else as read.
        tags: the groups it belongs to.
        wanted: dimension → label, and what else was expected.
        given: the same names and every dimension → answer.
        mistakes: an excerpt and the words that decided, for each answer that is wrong.
        ruleset: short hash over what read it.
        alike: what all messages have in common that say nearly the same; a text of its own by default.
    """

    id: str
    fingerprint: str
    language: str
    tags: tuple[str, ...]
    wanted: Mapping[str, str]
    given: Mapping[str, Answer]
    mistakes: tuple[Mistake, ...]
    ruleset: str
    alike: str | int | None = None

    @property
    def group(self) -> str | int:
        """What it has in common with messages that say nearly the same."""
        return self.fingerprint if self.alike is None else self.alike


def answer_of(analysis: Analysis, dimension: str, *, among: Collection[str] = ()) -> Answer:
    """Return label and confidence of a dimension.

    Args:
        analysis: what was read.
        dimension: one of `docs/labels.md`, `language` among them.
        among: the labels to choose from, for messages of which two of three classes are labelled; the likeliest of
            them is the answer then. `language` is always taken as it was read.
    """
    verdict = getattr(analysis, dimension)
    if not among or dimension == LANGUAGE:
        return Answer(verdict.label, verdict.confidence)
    shares = {label: verdict.probabilities[label] for label in sorted(among)}
    best = max(shares, key=lambda label: shares[label])
    return Answer(best, shares[best] / sum(shares.values()))


def answered(
    message: LabelledMessage, read: Analysis | Result, *, among: Mapping[str, Collection[str]] = NO_CHOICE
) -> AnsweredMessage:
    """Return what a message was answered with.

    Args:
        message: the message with what was wanted of it.
        read: its analysis, or its result where an answer is expected too.
        among: dimension → the labels to choose from, as `two_classes` gives them.

    Raises:
        TypeError: an answer is expected, and there is only an analysis.
    """
    analysis = read if isinstance(read, Analysis) else read.analysis
    given = {name: answer_of(analysis, name, among=among.get(name, ())) for name in ALL_DIMENSIONS}
    given |= {name: Answer(value) for name, value in _written(message, read)}
    wanted = {**message.labels, **message.expected}
    wrong = [name for name, label in wanted.items() if given[name].label != label]
    return AnsweredMessage(
        id=message.id,
        fingerprint=fingerprint(message.text),
        language=message.labels.get(LANGUAGE, analysis.language.label),
        tags=message.tags,
        wanted=wanted,
        given=given,
        mistakes=tuple(mistake(message, name, given[name], getattr(analysis, name, None)) for name in wrong),
        ruleset=analysis.ruleset,
    )


def grouped(messages: Iterable[AnsweredMessage], texts: Iterable[str]) -> list[AnsweredMessage]:
    """Return the messages of these texts, each with the group of those that say nearly the same as it does."""
    return [replace(each, alike=group) for each, group in zip(messages, near_copies(texts), strict=True)]


def two_classes(labels: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return dimension → its labels, of those dimensions of which the messages know two labels out of more.

    Sets of opposites (positive and negative, formal and informal) leave the middle out on purpose; `answered` takes
    the likelier of the two then.
    """
    found: dict[str, set[str]] = {}
    for each in labels:
        for name, label in each.items():
            found.setdefault(name, set()).add(label)
    return {name: tuple(sorted(found[name])) for name in DIMENSIONS if len(found.get(name, ())) == 2}  # noqa: PLR2004 - two


def fingerprint(text: str) -> str:
    """Return a short hash of a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _written(message: LabelledMessage, read: Analysis | Result) -> Iterator[tuple[str, str]]:
    if not message.expected:
        return
    if isinstance(read, Analysis):
        raise TypeError(f"message '{message.id}' expects {', '.join(message.expected)}; give a result of personalize")
    for name in message.expected:
        if name == TEMPLATE:
            yield name, read.reply.name if read.reply else NO_REPLY
        else:
            yield name, written(getattr(read.profile, name.removeprefix(PROFILE)))
