"""The counterfactual of a verdict: words without which it would lean elsewhere, found from its evidence alone.

Who takes words out of a message takes everything that was found in them: the phrase, the single words in it, and what
reaches into it from beside. What is left of a message may be read otherwise all the same (words that are neighbours
now, a word that stands a second time, a length): docs/reading.md says how often that is so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..analysis import SINGLE_WORD, Evidence, Verdict
from .shown_evidence import contrast, runner_up

MOST_TRIED = 5
"""Phrases that are tried, the strongest first: each is held against all evidence, and a message may be long."""
_EACH_COUNTS_ALONE = "valence."
"""How the cues begin whose terms do not fade when they come again."""


def counterfactual(verdict: Verdict) -> tuple[Evidence, str] | None:
    """Return the phrase without whose words the verdict would lean elsewhere, and to where.

    None if that takes more than one phrase. Single words are not tried: of "and" alone nobody would learn anything.
    """
    pull = contrast(verdict.leaning, runner_up(verdict))
    phrases = [term for term in verdict.evidence if term.text and term.cue != SINGLE_WORD and pull(term.weights) > 0]
    for term in sorted(phrases, key=lambda term: -pull(term.weights))[:MOST_TRIED]:
        scores = dict(verdict.scores)
        for lost in _lost(verdict.evidence, term):
            for label, weight in lost.weights.items():
                scores[label] -= weight
        leaning = max(scores, key=lambda label: scores[label])
        if leaning != verdict.leaning:
            return term, leaning
    return None


def _lost(evidence: Sequence[Evidence], taken: Evidence) -> Iterator[Evidence]:
    """Yield the terms that are gone with the words of one of them."""
    reached = [term for term in evidence if _overlap(term, taken)]
    fading: Counter[str] = Counter()
    for term in reached:
        if term.cue == SINGLE_WORD or term.cue.startswith(_EACH_COUNTS_ALONE):
            yield term
        else:
            fading[term.cue] += 1
    # The second of two equal cues counts less; it takes the place of the first where that is gone.
    for cue, count in fading.items():
        yield from _weakest((term for term in evidence if term.cue == cue), count)


def _overlap(term: Evidence, other: Evidence) -> bool:
    if term.start is None or term.end is None or other.start is None or other.end is None:
        return False
    return term.start < other.end and other.start < term.end


def _weakest(terms: Iterable[Evidence], count: int) -> list[Evidence]:
    return sorted(terms, key=lambda term: sum(map(abs, term.weights.values())))[:count]
