"""The hits of a text sorted into its sentences, for facts are put together from the hits of one sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import compress
from operator import itemgetter

from ..parsing import Parsed
from ..phrases.finder import PhraseHit
from ..tokens import Tokens

REACH = 3
"""How many tokens may stand between the words of one fact ("by the end of Friday")."""
_first_sign: Callable[[str], str] = itemgetter(0)
_COUNT_DIGITS = 3
"""A number of more digits counts no contacts and no days."""


@dataclass(slots=True)
class FactSentence:
    """One sentence: its tokens, and what was found in it by kind, as token ranges."""

    tokens: Tokens
    first: int
    last: int
    cues: dict[str, list[PhraseHit]] = field(default_factory=dict)
    words: dict[str, list[tuple[str, PhraseHit]]] = field(default_factory=dict)

    def after(self, hit: PhraseHit, kind: str, *, reach: int = REACH) -> tuple[str, PhraseHit] | None:
        """Return the nearest word of `kind` that starts at most `reach` tokens behind `hit`."""
        near = [item for item in self.words.get(kind, ()) if 0 <= item[1][1] - hit[2] < reach]
        return min(near, key=lambda item: item[1][1], default=None)

    @property
    def speaks_of_contact(self) -> bool:
        """Whether the sender contacts the vendor in this sentence, or has no answer."""
        return "contact_verb" in self.words or "contact.unanswered" in self.cues

    @property
    def waits(self) -> bool:
        """Whether the sender waits in this sentence, or has no answer."""
        return "wait" in self.words or "contact.unanswered" in self.cues

    def mentions(self, cues: frozenset[str]) -> bool:
        """Return whether one of the cues stands in this sentence."""
        return any(cue in self.cues for cue in cues)


def fact_sentences(parsed: Parsed) -> list[FactSentence]:
    """Sort the hits into the sentences they start in."""
    tokens = parsed.tokens
    sentences = [FactSentence(tokens, first, last) for first, last in parsed.sentences]
    starts = [first for first, _ in parsed.sentences]
    for hit in parsed.hits:
        sentences[bisect_right(starts, hit[1]) - 1].cues.setdefault(hit[0], []).append(hit)
    for hit in parsed.words:
        kind, _, value = hit[0][1:].partition(":")
        sentences[bisect_right(starts, hit[1]) - 1].words.setdefault(kind, []).append((value, hit))
    for index in compress(range(len(tokens)), map(str.isdigit, map(_first_sign, tokens.texts))):
        _add_figure(sentences[bisect_right(starts, index) - 1], index, tokens.texts[index])
    return sentences


def _add_figure(sentence: FactSentence, index: int, text: str) -> None:
    if text.isdecimal() and len(text) <= _COUNT_DIGITS:
        sentence.words.setdefault("number", []).append((str(int(text)), ("=number", index, index + 1)))
    sentence.words.setdefault("digits", []).append((text, ("=digits", index, index + 1)))
