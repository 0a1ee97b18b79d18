"""The evidence of a verdict as people are shown it: phrases one by one, single words as one term.

A single word adds little, and a row of "a", "and" and "from" persuades nobody, though their sum may decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..analysis import SINGLE_WORD, Evidence, Verdict

WORDS = "words"
"""What all single words together are called."""
MOST_WORDS = 5
"""Words that are named for a verdict; the rest is in `Verdict.evidence`."""

Pull = Callable[[Mapping[str, float]], float]
"""Tells from what a term adds to each label how much it pulls to one side."""


@dataclass(frozen=True, slots=True)
class ShownTerm:
    """A term of the sum, or all single words of it.

    Attributes:
        cue: as in `Evidence`; `words` for single words together.
        text: the words, as they stand in the message; of single words the few that pull most; empty where the whole
            message is meant.
        weights: what it adds to the score of each label.
        pull: how much it pulls.
    """

    cue: str
    text: str
    weights: Mapping[str, float]
    pull: float


def contrast(label: str, other: str) -> Pull:
    """Return what tells how much a term pulls to one label and away from another."""
    return lambda weights: weights.get(label, 0.0) - weights.get(other, 0.0)


def runner_up(verdict: Verdict) -> str:
    """Return the label that `leaning` was chosen over: the likeliest of the others."""
    others = (label for label in verdict.scores if label != verdict.leaning)
    return max(others, key=lambda label: verdict.scores[label], default=verdict.leaning)


def shown_terms(verdict: Verdict, pull: Pull) -> list[ShownTerm]:
    """Return all terms of a verdict, single words as one, those that pull most first; they sum up to its scores."""
    alone = [term for term in verdict.evidence if term.cue != SINGLE_WORD]
    terms = [ShownTerm(term.cue, term.text, term.weights, pull(term.weights)) for term in alone]
    terms += _together([term for term in verdict.evidence if term.cue == SINGLE_WORD], pull)
    return sorted(terms, key=lambda term: -abs(term.pull))


def telling(verdict: Verdict) -> list[Evidence]:
    """Return the terms with words that speak for `leaning`, strongest first: phrases; single words where none does."""
    speaking = [term for term in verdict.evidence if term.text and term.weight > 0]
    return [term for term in speaking if term.cue != SINGLE_WORD] or speaking[:MOST_WORDS]


def _together(words: Sequence[Evidence], pull: Pull) -> Iterator[ShownTerm]:
    """Yield single words as one term; nothing if there are none."""
    if not words:
        return
    labels = dict.fromkeys(label for term in words for label in term.weights)
    weights = {label: sum(term.weights.get(label, 0.0) for term in words) for label in labels}
    whole = pull(weights)
    side = -1 if whole < 0 else 1
    telling_most = sorted(words, key=lambda term: -side * pull(term.weights))
    named = [term.text for term in telling_most if side * pull(term.weights) > 0][:MOST_WORDS]
    yield ShownTerm(WORDS, ", ".join([*named, "…"] if len(named) < len(words) else named), weights, whole)
