"""What was read from a message: one verdict per dimension, each with its evidence, and typed facts.

The values of every dimension are defined in `docs/labels.md`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar, get_args

from pydantic import Field

from .argument_errors import ArgumentTypeError
from .errors import UnknownNameError
from .message import SenderRole
from .models.deferred import Deferred
from .models.shown_model import ShownModel, brief
from .stated_facts import Facts

ZoneKind = Literal["greeting", "body", "closing", "signature", "footer", "quote", "forwarded", "code"]
Formality = Literal["formal", "neutral", "informal"]
Directness = Literal["direct", "balanced", "elaborate"]
Knowledge = Literal["beginner", "advanced", "expert"]
Mood = Literal["frustrated", "neutral", "enthusiastic"]
Polarity = Literal["negative", "neutral", "positive"]
Urgency = Literal["none", "elevated", "critical"]
Request = Literal["question", "problem", "complaint", "purchase", "appointment", "cancellation", "feedback", "other"]
DetailNeed = Literal["overview", "details", "unknown"]
Readiness = Literal["quick", "hesitant", "unknown"]
LABELS: Mapping[str, tuple[str, ...]] = {
    "formality": get_args(Formality),
    "directness": get_args(Directness),
    "knowledge": get_args(Knowledge),
    "mood": get_args(Mood),
    "sentiment": get_args(Polarity),
    "urgency": get_args(Urgency),
    "request": get_args(Request),
    "role": get_args(SenderRole),
    "detail_need": get_args(DetailNeed),
    "decision": get_args(Readiness),
}
"""The labels of every dimension that a head decides, which is all of them but `language`."""
DIMENSIONS = tuple(LABELS)
LANGUAGE = "language"
"""The dimension that has a verdict of its own kind, `LanguageVerdict`."""
ALL_DIMENSIONS = (LANGUAGE, *DIMENSIONS)
EVIDENCE: Mapping[str, set[str]] = {dimension: {"evidence"} for dimension in DIMENSIONS}
"""For `exclude=` of `Analysis.model_dump_json`: evidence makes up nine tenths of the JSON."""


class Zone(ShownModel):
    """A stretch of the text and what it is.

    Attributes:
        kind: greeting, body, closing, signature, legal footer, quoted mail, forwarded mail, or code and logs.
        start, end: character offsets in `Analysis.text`, end exclusive.
    """

    kind: ZoneKind
    start: int = Field(ge=0)
    end: int = Field(ge=0)


SINGLE_WORD = "word"
"""The cue of evidence that is a single word, or a pair of words, of the learned table."""


class Evidence(Deferred):
    """One term of the sum that decided a verdict.

    Attributes:
        cue: cue id, `measure.…`, `valence.…`, `fact.…`, `word` for a single word or a pair, or `bias` for what holds
            before any word is read.
        text: the words, exactly as in `Analysis.text`; empty if the whole message is meant.
        start, end: character offsets of `text` in `Analysis.text`; both None if the whole message is meant.
        weight: what this term adds to the score of the verdict's `leaning`; a negative weight speaks against it.
        weights: label → what this term adds to its score.
    """

    cue: str
    text: str = ""
    start: int | None = None
    end: int | None = None
    weight: float
    weights: Mapping[str, float]

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        return ((name, value) for name, value in super().__repr_args__() if name != "weights")


class Verdict(Deferred):
    """The answer to one dimension's question.

    Attributes:
        label: the answer; the dimension's neutral label if `unsure`, a cautious one if `leaning` might be a harmful
            mistake.
        confidence: 0 to 1, the probability that `label` is right; calibrated, see docs/accuracy.md.
        probabilities: label → 0 to 1, summing to 1: the softmax of `scores`.
        scores: label → sum of the evidence for it.
        evidence: the terms of those sums, strongest first.
        leaning: the most probable label, whatever the confidence.
        unsure: whether there is no evidence, no label reaches the probability that the head asks for (`unsure_below`),
            or `label` is a cautious one instead of `leaning`.
    """

    late: ClassVar = ("probabilities", "scores", "evidence")

    label: str
    confidence: float = Field(ge=0, le=1)
    probabilities: Mapping[str, float]
    scores: Mapping[str, float]
    evidence: tuple[Evidence, ...] = ()
    leaning: str
    unsure: bool = False

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        # Thirty terms would fill a screen; `evidence` has all of them.
        told = {"scores": False, "leaning": self.leaning != self.label, "unsure": self.unsure}
        for name, value in super().__repr_args__():
            if name == "evidence":
                yield name, brief((term.text for term in value), count=len(value))
            elif told.get(name or "", True):
                yield name, value


class SentimentVerdict(Verdict):
    """The verdict on polarity.

    Attributes:
        score: −1 to 1, the probability of `positive` minus that of `negative`.
    """

    score: float = Field(ge=-1, le=1)


if TYPE_CHECKING:
    # Lets type checkers find labels that do not exist; at run time these are one class.
    Label = TypeVar("Label", bound=str)

    class VerdictOf(Verdict, Generic[Label]):
        """A verdict on the dimension that has these labels."""

        label: Label
        leaning: Label

    class PolarityVerdict(SentimentVerdict):
        """The verdict on polarity, whose labels are known."""

        label: Polarity
        leaning: Polarity

else:
    # The same class, whatever is in the brackets.
    VerdictOf = defaultdict(lambda: Verdict)
    PolarityVerdict = SentimentVerdict


class LanguageVerdict(ShownModel):
    """The language in which the sender writes.

    Attributes:
        label: ISO 639-1 code, or `und` if the text does not tell.
        confidence: 0 to 1.
        alternatives: other languages that the text may be in, such as `nb` beside `da`; it is then read in both.
        method: `words` (function-word vote), `letters` (n-gram model), `script`, `hint` (the locale, or
            earlier turns of the thread) or `none`.
        unsure: whether the text leaves its language open, so that `label` is a guess.
    """

    label: str
    confidence: float = Field(ge=0, le=1)
    alternatives: tuple[str, ...] = ()
    method: Literal["words", "letters", "script", "hint", "none"]
    unsure: bool = False


class Analysis(Deferred):
    """Everything that was read from one message.

    Attributes:
        text: the text that all offsets point into: the message as it came, HTML converted to text; if a message has no
            text, its subject.
        subject: the subject lines of the turns that are answered, one per line; they are searched only for what calls
            for a person, and offsets with `place` "subject" point there.
        zones: the parts of `text`, in order, without gaps.
        address: form of address that the sender's pronouns show (German only), `mixed` if both occur, else None; in a
            thread, earlier turns decide if the latest have no such pronoun.
        emoji: the emoji of the body, greeting and closing, in order.
        emoji_valence: their mean valence, −4 to 4 by `emoji.tsv`; 0 without emoji.
        notes: what could not be recognised, in sentences.
        ruleset: short hash over the weights, cues and lexicons that were used.
    """

    text: str
    subject: str = ""
    language: LanguageVerdict
    formality: VerdictOf[Formality]
    directness: VerdictOf[Directness]
    knowledge: VerdictOf[Knowledge]
    mood: VerdictOf[Mood]
    sentiment: PolarityVerdict
    urgency: VerdictOf[Urgency]
    request: VerdictOf[Request]
    role: VerdictOf[SenderRole]
    detail_need: VerdictOf[DetailNeed]
    decision: VerdictOf[Readiness]
    facts: Facts
    zones: tuple[Zone, ...] = ()
    address: Literal["formal", "informal", "mixed"] | None = None
    emoji: tuple[str, ...] = ()
    emoji_valence: float = 0.0
    notes: tuple[str, ...] = ()
    ruleset: str

    def verdicts(self) -> Iterator[tuple[str, Verdict]]:
        """Yield dimension and verdict, in the order of `DIMENSIONS`."""
        for dimension in DIMENSIONS:
            yield dimension, getattr(self, dimension)

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        # Every probability and word would fill many screens; `model_dump` has them.
        yield "language", self.language.label
        yield from ((dimension, verdict.label) for dimension, verdict in self.verdicts())

    def label(self, dimension: str) -> str:
        """Return the label of a dimension, `language` among them.

        Raises:
            ArgumentTypeError: the dimension is not a text.
            UnknownNameError: there is no such dimension.
        """
        if not isinstance(dimension, str):
            raise ArgumentTypeError("dimension", "a str", dimension)
        if dimension not in ALL_DIMENSIONS:
            raise UnknownNameError("dimension", dimension, available=ALL_DIMENSIONS)
        verdict: Verdict | LanguageVerdict = getattr(self, dimension)
        return verdict.label
