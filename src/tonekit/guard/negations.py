"""What a negation takes back: a promise in a sentence that refuses it, blame of which the customer is cleared."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from .wording import Hit, PhraseIndex, Wording, read_wording, wording_codes
from .words import Words

_SENTENCE_ENDS = re.compile(r"[.!?…;](?=\s)|\n\s*(?=\n|[-*•–]\s|\d{1,2}[.)]\s)")

WordSpan = tuple[int, int]
"""Index of the first word of a stretch, and of the word after it."""


@dataclass(frozen=True, slots=True)
class Negations:
    """The words that negate, in all languages at once, since a fact may be in another language than the draft.

    Attributes:
        words: the words.
        idle: finds phrases in which they take back no promise: "no worries".
    """

    words: frozenset[str]
    idle: PhraseIndex


@lru_cache
def load_negations() -> Negations:
    """Return the negations of all languages.

    Raises:
        DataFileError: a file is not valid.
    """
    files = [read_wording(code) for code in wording_codes()]
    return Negations(
        frozenset(word for each in files for word in each.negations),
        PhraseIndex({"idle": [phrase for each in files for phrase in each.idle_negations]}),
    )


def refused_among(hits: Collection[Hit], text: str, words: Words) -> set[Hit]:
    """Return the hits in whose sentence something is negated.

    Negations that are part of a hit ("at no charge") or of an idle phrase ("no worries") do not count; one in the gap
    of a hit ("we do not cover the costs") does.

    Args:
        hits: what was found in the text.
        text: the text.
        words: its words.
    """
    negations = load_negations()
    if negations.words.isdisjoint(words.among):
        return set()
    taken = {at for hit in (*hits, *negations.idle.find(text, words)) for at in hit.named}
    denying = [at for at, form in enumerate(words.forms) if form in negations.words and at not in taken]
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text)]
    denied = {bisect_right(ends, words.spans[at][0]) for at in denying}
    return {hit for hit in hits if bisect_right(ends, hit.start) in denied}


def cleared_among(blame: Collection[Hit], denied: Iterable[Hit], wording: Wording, text: str, words: Words) -> set[Hit]:
    """Return the hits of blame that clear the customer of it: "not your fault", "Sie haben nichts falsch gemacht".

    Args:
        blame: what was found under blame.
        denied: what was found under `DENIED`: there the negation belongs to the blame ("you did not read").
        wording: the wording of the language.
        text: the text.
        words: its words.
    """
    if not blame:
        return set()
    clearing = [hit.words for hit in wording.clearing.find(text, words)]
    return _cleared_before(blame, clearing, text, words) | _cleared_within(blame, clearing, denied)


def _cleared_before(blame: Collection[Hit], clearing: Collection[WordSpan], text: str, words: Words) -> set[Hit]:
    """Return the blame that directly follows clearing words: "none of this is your fault"."""
    ends = {end for _, end in clearing}
    return {
        hit
        for hit in blame
        if (first := hit.words[0]) in ends and not text[words.spans[first - 1][1] : hit.start].strip()
    }


def _cleared_within(blame: Collection[Hit], clearing: Collection[WordSpan], denied: Iterable[Hit]) -> set[Hit]:
    """Return the blame that contains clearing words which are not its own: "Sie haben nichts falsch gemacht"."""
    own = {at for hit in denied for at in range(*hit.words)}
    inner = {at for span in clearing for at in range(*span)} - own
    return {hit for hit in blame if not inner.isdisjoint(range(*hit.words))}
