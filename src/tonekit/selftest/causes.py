"""Why a label was flipped: the terms of its sum that a change has brought, taken away or weakened."""

from __future__ import annotations

from collections import defaultdict

from ..analysis import Analysis, Verdict

SHOWN = 2
_LEAST_PULL = 0.05
"""A term that pulls less explains nothing."""


def causes(before: Analysis, after: Analysis, dimension: str) -> tuple[str, ...]:
    """Return what pulled most from the one label to the other: cue, words and the difference that it makes."""
    first, then = getattr(before, dimension), getattr(after, dimension)
    if not isinstance(first, Verdict) or not isinstance(then, Verdict):
        return (f"told by {first.method} before, by {then.method} after",)
    pulls: defaultdict[str, float] = defaultdict(float)
    for verdict, sign in ((first, -1), (then, 1)):
        for term in verdict.evidence:
            pull = term.weights.get(then.label, 0.0) - term.weights.get(first.label, 0.0)
            pulls[term.cue] += sign * pull
    strongest = sorted(pulls, key=lambda cue: -pulls[cue])[:SHOWN]
    return tuple(f"{cue} {pulls[cue]:+.2f}{_words(cue, first, then)}" for cue in strongest if pulls[cue] >= _LEAST_PULL)


def _words(cue: str, first: Verdict, then: Verdict) -> str:
    """Return the words that a cue has in one of the readings and not in the other."""
    said = [[term.text for term in verdict.evidence if term.cue == cue and term.text] for verdict in (first, then)]
    lost, won = (_without(mine, other) for mine, other in (said, reversed(said)))
    return "".join(
        f" ({what} “{' '.join(words[0].split())}”)" for what, words in (("lost", lost), ("found", won)) if words
    )


def _without(mine: list[str], other: list[str]) -> list[str]:
    return [words for words in mine if words not in other]
