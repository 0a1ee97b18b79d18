"""Wrong answers, each with the words that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..analysis import LanguageVerdict, Verdict
from ..explanations.shown_evidence import contrast, shown_terms
from ..foreign_text.fencing import one_line
from .labelled_message import LabelledMessage

SHOWN_TERMS = 5
SHOWN_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer.

    Attributes:
        label: the label, or the value of a profile field, or the name of a reply.
        confidence: 0 to 1; None if nothing says how sure it is.
    """

    label: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One term between the label that was wanted and the one that was given.

    Attributes:
        cue: what was found, as in `Evidence`; `words` for all single words together.
        text: its words on one line, or empty where the whole message is meant.
        pull: how much it speaks for the label that was given and against the one that was wanted.
    """

    cue: str
    text: str
    pull: float


@dataclass(frozen=True, slots=True)
class Mistake:
    """One wrong answer.

    Attributes:
        id: of the message.
        dimension: what was asked.
        wanted: the label of the file.
        given: the answer.
        confidence: 0 to 1; None if nothing says how sure it was.
        excerpt: the beginning of the message, on one line.
        terms: what weighed most, strongest first.
    """

    id: str
    dimension: str
    wanted: str
    given: str
    confidence: float | None
    excerpt: str
    terms: tuple[Term, ...] = ()


def mistake(
    message: LabelledMessage, dimension: str, given: Answer, verdict: Verdict | LanguageVerdict | None
) -> Mistake:
    """Return the mistake that a message was answered with; `verdict` is what was read, where it was read at all."""
    wanted = message.labels.get(dimension) or message.expected[dimension]
    return Mistake(
        id=message.id,
        dimension=dimension,
        wanted=wanted,
        given=given.label,
        confidence=given.confidence,
        excerpt=excerpt(message.text),
        terms=deciding_terms(verdict, given.label, wanted) if isinstance(verdict, Verdict) else (),
    )


def excerpt(text: str) -> str:
    """Return the beginning of a message on one line."""
    # Control signs of a customer would move the cursor of a terminal; of a long message the end is not looked at.
    line = one_line(text[: 4 * SHOWN_CHARACTERS])
    return line if len(line) <= SHOWN_CHARACTERS else line[: SHOWN_CHARACTERS - 1] + "…"


def deciding_terms(verdict: Verdict, given: str, wanted: str) -> tuple[Term, ...]:
    """Return what weighed most between the label that was given and the one that was wanted, strongest first."""
    strongest = shown_terms(verdict, contrast(given, wanted))[:SHOWN_TERMS]
    return tuple(Term(each.cue, excerpt(each.text), each.pull) for each in strongest if each.pull)


def surest(mistakes: Iterable[Mistake], *, most: int) -> tuple[Mistake, ...]:
    """Return the mistakes of which tonekit was surest, the surest first; of messages that say the same only one."""
    different: dict[tuple[str, ...], Mistake] = {}
    for each in sorted(mistakes, key=lambda each: -(each.confidence or 0.0)):
        different.setdefault((each.dimension, each.wanted, each.given, each.excerpt), each)
    return tuple(different.values())[:most]


def mistake_rows(mistakes: Iterable[Mistake]) -> Iterator[tuple[str, ...]]:
    """Yield mistakes as the rows of a table, its heading first."""
    yield "id", "dimension", "wanted", "given", "confidence", "message", "because"
    for each in mistakes:
        because = "; ".join(f"{term.pull:+.2f} {term.cue} {term.text}".rstrip() for term in each.terms)
        sure = "" if each.confidence is None else f"{each.confidence:.3f}"
        yield each.id, each.dimension, each.wanted, each.given, sure, each.excerpt, because
