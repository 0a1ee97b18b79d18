"""Why a label flipped: the terms of its sum that a change added, removed or weakened."""

from __future__ import annotations

from collections import defaultdict

from ..analysis import SINGLE_WORD, Analysis, Evidence, LanguageVerdict, Verdict
from ..explanations.shown_evidence import WORDS

SHOWN = 2
_LEAST_PULL = 0.05
"""A term that pulls less explains nothing."""


def pulls(before: Analysis, after: Analysis, dimension: str) -> dict[str, float]:
    """Return cue → how much it pulled from the first label to the other, the strongest first; little ones left out.

    Single words are one cue, `words`.
    """
    first, then = getattr(before, dimension), getattr(after, dimension)
    if isinstance(first, LanguageVerdict):
        return {f"told by {then.method}": 1.0}
    found: defaultdict[str, float] = defaultdict(float)
    for verdict, sign in ((first, -1), (then, 1)):
        for term in verdict.evidence:
            found[_cue(term)] += sign * (term.weights.get(then.label, 0.0) - term.weights.get(first.label, 0.0))
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return {cue: pull for cue, pull in ranked if pull >= _LEAST_PULL}


def reason(before: Analysis, after: Analysis, dimension: str) -> str:
    """Return the cue that pulled most from the one label to the other; `many small ones` where none did alone."""
    return next(iter(pulls(before, after, dimension)), "many small ones")


def causes(before: Analysis, after: Analysis, dimension: str) -> tuple[str, ...]:
    """Return, for people, what pulled most from the one label to the other: cue, difference, and its words."""
    first, then = getattr(before, dimension), getattr(after, dimension)
    strongest = list(pulls(before, after, dimension).items())[:SHOWN]
    return tuple(f"{cue} {pull:+.2f}{_words(cue, first, then)}" for cue, pull in strongest)


def _words(cue: str, first: object, then: object) -> str:
    """Return the words that a cue has in one of the readings and not in the other."""
    said, says = _said(cue, first), _said(cue, then)
    lost = next((words for words in said if words not in says), "")
    found = next((words for words in says if words not in said), "")
    return (f" (lost “{lost}”)" if lost else "") + (f" (found “{found}”)" if found else "")


def _said(cue: str, verdict: object) -> list[str]:
    evidence = verdict.evidence if isinstance(verdict, Verdict) else ()
    return [" ".join(term.text.split()) for term in evidence if _cue(term) == cue and term.text]


def _cue(term: Evidence) -> str:
    return WORDS if term.cue == SINGLE_WORD else term.cue
