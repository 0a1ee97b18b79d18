"""What a negation takes back: a promise in a sentence that refuses it, blame of which the customer is cleared."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from .wording import Hit, PhraseIndex, Wording, read_wording, wording_codes
from .wording_file import WordingFile
from .words import Words

_SENTENCE_ENDS = re.compile(r"[.!?…;](?=\s)|\n\s*(?=\n|[-*•–]\s|\d{1,2}[.)]\s)")

_CONDITION, _OPENING, _ASKED = "condition", "opening", "asked"
_MOST_BEFORE, _MOST_BETWEEN = 3, 1
"""Words before a promise that opens its sentence, and between it and a condition: "Sadly a free repair if …"."""
_MOST_BEHIND = 3
"""Words behind what the customer asked for, in the sentence that tells it: "… on this order"."""

WordSpan = tuple[int, int]
"""Index of the first word of a stretch, and of the word after it."""


class Negations:
    """The words that negate, in all languages at once, since a fact may be in another language than the draft.

    Attributes:
        words: the words.
        idle: finds phrases in which they take back no promise: "no worries".
        clauses: finds what opens a condition, and what tells a question or a wish of the customer.
        turned: subjects that open a main clause behind a condition where no comma has to stand.
        bare: what may stand before a promise that opens its sentence.
    """

    def __init__(self, files: Collection[WordingFile]) -> None:
        self.words = frozenset(word for each in files for word in each.negations)
        self.idle = PhraseIndex({"idle": [phrase for each in files for phrase in each.idle_negations]})
        self.clauses = PhraseIndex(
            {
                _CONDITION: [phrase for each in files for phrase in each.conditions],
                _OPENING: [phrase for each in files for phrase in each.opening_conditions],
                _ASKED: [phrase for each in files for phrase in each.asked],
            }
        )
        self.turned = frozenset(word for each in files for word in each.turned_subjects)
        self.bare = frozenset(word for each in files for word in each.bare_openings)


@lru_cache
def load_negations() -> Negations:
    """Return the negations of all languages."""
    return Negations([read_wording(code) for code in wording_codes()])


def refused_among(hits: Collection[Hit], text: str, words: Words) -> set[Hit]:
    """Return the hits negated in their sentence, or in the next where theirs tells what the customer asked for.

    Negations that are part of a hit ("at no charge") or of an idle phrase ("no worries") do not count; one in the gap
    of a hit ("we do not cover the costs") does. In a condition ("if you are not happy, …") a negation only takes back
    what is promised inside the condition.
    """
    negations = load_negations()
    if negations.words.isdisjoint(words.among):
        return set()
    taken = {at for hit in (*hits, *negations.idle.find(text, words)) for at in hit.named}
    denying = [at for at, form in enumerate(words.forms) if form in negations.words and at not in taken]
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text)]
    sentences = [bisect_right(ends, start) for start, _ in words.spans]
    clauses = list(negations.clauses.find(text, words)) if denying else []
    within = {at: span for span in _conditions(clauses, text, words, sentences) for at in range(*span)}
    denied = {sentences[at] for at in denying if at not in within}
    asked = {sentences[hit.words[0]] for hit in clauses if hit.tag == _ASKED}
    doubted = {within[at][0] for at in denying if at in within}
    return {
        hit
        for hit in hits
        if (sentence := sentences[hit.words[0]]) in denied
        or ((span := within.get(hit.words[0])) and span[0] in doubted)
        or _is_cut(hit, doubted, words, sentences)
        or (sentence in asked and sentence + 1 in denied and _ends_sentence(hit, text, words, sentences))
    }


def _opens_condition(hit: Hit, sentences: Sequence[int]) -> bool:
    first = hit.words[0]
    opens = not first or sentences[first - 1] != sentences[first]
    return hit.tag == _CONDITION or (hit.tag == _OPENING and opens)


def _conditions(clauses: Iterable[Hit], text: str, words: Words, sentences: Sequence[int]) -> Iterator[WordSpan]:
    """Yield the words of each condition: to the next one, comma or subject of the main clause, or to the end."""
    opening = sorted(hit.words for hit in clauses if _opens_condition(hit, sentences))
    behind = [start for start, _ in opening[1:]] + [len(words)]
    for each, stop in zip(opening, behind, strict=False):
        yield each[0], _end_of_condition(each, stop, text, words, sentences)


def _end_of_condition(opening: WordSpan, stop: int, text: str, words: Words, sentences: Sequence[int]) -> int:
    """Return the word behind a condition that goes no further than `stop`: one look at each word, however many open."""
    turned = load_negations().turned
    start, opened = opening
    for at in range(opened, stop):
        if sentences[at] != sentences[start] or "," in text[words.spans[at - 1][1] : words.spans[at][0]]:
            return at
        if words.forms[at] in turned and at > opened:
            # Its verb stands before it: "om du inte är nöjd får du …".
            return at - 1
    return max(opened, stop)


def _is_cut(hit: Hit, doubted: Collection[int], words: Words, sentences: Sequence[int]) -> bool:
    """Return whether a condition parts a promise from its verb: "A full refund if it was worn is not possible"."""
    sentence, behind = sentences[hit.words[0]], hit.words[1]
    apart = (at for at in range(behind, behind + _MOST_BETWEEN + 1) if at in doubted and sentences[at] == sentence)
    if next(apart, None) is None:
        return False
    first = bisect_left(sentences, sentence)
    return hit.words[0] - first <= _MOST_BEFORE and load_negations().bare.issuperset(words.forms[first : hit.words[0]])


def _ends_sentence(hit: Hit, text: str, words: Words, sentences: Sequence[int]) -> bool:
    """Return whether a sentence says nothing more behind a hit: "You asked whether the repair is free of charge."."""
    sentence, behind = sentences[hit.words[0]], hit.words[1]
    first, last = bisect_left(sentences, sentence), bisect_right(sentences, sentence)
    if last - behind > _MOST_BEHIND:
        return False
    before, rest = text[words.spans[first][0] : hit.start], text[hit.end : words.spans[last - 1][1]]
    return "," not in rest and ":" not in before


def cleared_among(blame: Collection[Hit], denied: Iterable[Hit], wording: Wording, text: str, words: Words) -> set[Hit]:
    """Return the hits of blame that clear the customer of it: "not your fault", "Sie haben nichts falsch gemacht".

    Args:
        denied: what was found under `DENIED`: there the negation belongs to the blame ("you did not read").
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
