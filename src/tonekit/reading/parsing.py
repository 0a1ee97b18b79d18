"""Tokens, sentences and cue phrases of a text: the one place where spaCy is used.

A text is parsed once. What leaves this module is plain data; no spaCy object does, so that nothing of one
message keeps memory or locks for the next.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from threading import Lock
from typing import TYPE_CHECKING, Any

from .gapped import PIECE, GappedPhrases, PhraseHit, without_gaps

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SENTENCE_END = frozenset({".", "!", "?", "…", "...", "!!", "??", "?!", "!?", "。", "！", "？"})
_MULTILINGUAL = "xx"
# spaCy peels marks off a run one by one, in quadratic time; no word is this long.
_UNBROKEN = re.compile(r"(\S{100})\S")
FIELD = "field."
OWN = "own."
"""How the names of cues that a user has added begin; like fields they hide no other cue, and none hides them."""
_SORTS = {"=": "fact", PIECE: "piece"}
_NEAR = 20
"""Hits of one cue that a further one is held against: enough to see an overlap, and no more work in a long text."""
MARKS = frozenset({",", '"', "'", "(", ")", "[", "]", "*", "_"})
"""Signs that phrases run across."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign, with its character offsets in the text; `word` tells words from signs and numbers."""

    text: str
    start: int
    end: int
    word: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text cut into tokens.

    Attributes:
        tokens: all tokens but white space.
        sentences: ranges of token indexes, end exclusive, in order.
        hits: cue phrases; of phrases inside each other only the longest.
        fields: words of semantic fields (`field.again`), and cues of the user (`own.delayed`), wherever they stand.
        words: words of typed facts (`=unit:day`).
    """

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    hits: tuple[PhraseHit, ...]
    fields: tuple[PhraseHit, ...]
    words: tuple[PhraseHit, ...]


class Parser:
    """Tokenises one language and finds its cue phrases. Safe to share between threads.

    Args:
        code: ISO 639-1 code; `und` or a language unknown to spaCy takes the multilingual tokeniser.
        cues: cue id → phrases; a phrase with gaps (`can ~ not log in`) is found with a few words in between.
        whole: cue ids in whose words no semantic field is read.
    """

    def __init__(self, code: str, cues: Mapping[str, tuple[str, ...]], *, whole: Collection[str] = frozenset()) -> None:
        import spacy
        from spacy.matcher import PhraseMatcher

        self._nlp = spacy.blank(code if code in _spacy_codes() else _MULTILINGUAL)
        self._keep_contractions_whole()
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._whole = whole
        self._gapped = GappedPhrases(cues)
        words: dict[str, list[str]] = {}
        for cue, phrases in (*without_gaps(cues), *self._gapped.pieces()):
            self._matcher.add(cue, [self._phrase(phrase, words) for phrase in phrases])
        self._lock = Lock()

    def parse(self, text: str) -> Parsed:
        """Return the tokens, sentences and cue phrases of `text`."""
        # A line break inside a paragraph is a space: phrases run across the lines of a wrapped mail.
        flat = _UNBROKEN.sub(r"\1 ", text.replace("\n", " "))
        # The zone frees the words of this message again; without it spaCy keeps every word it ever met.
        with self._lock, self._nlp.memory_zone():
            doc = self._nlp.make_doc(flat)
            bare, places = self._without_marks(doc)
            matches = self._matcher(bare)
            kept, indexes = _tokens(doc)
            names = {match: self._nlp.vocab.strings[match] for match, _, _ in matches}
        spans = [
            PhraseHit(names[match], indexes[places[first]], indexes[places[last - 1]] + 1)
            for match, first, last in matches
        ]
        sentences = _sentences(kept, text)
        sorts = _sorted_out(spans)
        hits = _hits(sorts["cue"], self._gapped.join(sorts["piece"], sentences))
        return Parsed(
            tokens=kept,
            sentences=sentences,
            hits=hits,
            # Fields and fact words hide no cues, and few cues hide them: "third time" is both a cue and a count.
            fields=(
                *_outside(_longest_of_each(sorts["field"]), [hit for hit in hits if hit.cue in self._whole]),
                *_longest_of_each(sorts["own"]),
            ),
            words=tuple(sorted(sorts["fact"], key=_place)),
        )

    def _phrase(self, phrase: str, known: dict[str, list[str]]) -> Doc:
        """Return a phrase as the matcher wants it. Every word is taken apart once: the phrases of a pack share most."""
        from spacy.tokens import Doc

        for word in phrase.split():
            if word not in known:
                known[word] = [token.text for token in self._nlp.make_doc(word) if token.text not in MARKS]
        return Doc(self._nlp.vocab, words=[part for word in phrase.split() for part in known[word]])

    def _without_marks(self, doc: Doc) -> tuple[Doc, list[int]]:
        """Return the text without the marks that phrases run across ("Great, another"), and where its tokens stood."""
        from spacy.tokens import Doc

        places = [index for index, token in enumerate(doc) if token.text not in MARKS]
        if len(places) == len(doc):
            return doc, places
        return Doc(self._nlp.vocab, words=[doc[place].text for place in places]), places

    def _keep_contractions_whole(self) -> None:
        # "don't" as one token is what the valence rules and the packs expect, and it is what makes English
        # as quick to tokenise as the other languages.
        tokenizer: Any = self._nlp.tokenizer
        tokenizer.rules = {form: parts for form, parts in tokenizer.rules.items() if len(parts) == 1}


def _spacy_codes() -> frozenset[str]:
    return frozenset({"en", "de", "sv", "nb", "da", "fr", "es", "it", "pt", "nl", "pl", "fi", "is"})


def _tokens(doc: Doc) -> tuple[tuple[Token, ...], list[int]]:
    """Return the tokens without white space, and for every spaCy index the index among them."""
    kept: list[Token] = []
    indexes: list[int] = []
    for token in doc:
        indexes.append(len(kept))
        if not token.is_space:
            text = token.text
            kept.append(Token(text, token.idx, token.idx + len(text), any(map(str.isalpha, text))))
    indexes.append(len(kept))
    return tuple(kept), indexes


def _sentences(tokens: tuple[Token, ...], text: str) -> tuple[tuple[int, int], ...]:
    sentences: list[tuple[int, int]] = []
    first = 0
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is None or _ends_here(token, following, text):
            sentences.append((first, index + 1))
            first = index + 1
    return tuple(sentences)


def _ends_here(token: Token, following: Token, text: str) -> bool:
    gap = text[token.end : following.start]
    if "\n" in gap:
        # One line break is a new sentence only where the next line begins like one; mails are wrapped.
        return gap.count("\n") > 1 or not following.text[0].islower()
    return token.text in _SENTENCE_END and following.text not in _SENTENCE_END


def _sorted_out(spans: Iterable[PhraseHit]) -> dict[str, list[PhraseHit]]:
    """Return the hits by what they are: cues, words of fields, words of facts, pieces of phrases with gaps."""
    sorts: dict[str, list[PhraseHit]] = {"cue": [], "field": [], "own": [], "fact": [], "piece": []}
    for span in spans:
        if span.cue.startswith(FIELD):
            sorts["field"].append(span)
        elif span.cue.startswith(OWN):
            sorts["own"].append(span)
        else:
            sorts[_SORTS.get(span.cue[0], "cue")].append(span)
    return sorts


def _hits(whole: Iterable[PhraseHit], gapped: Iterable[PhraseHit]) -> tuple[PhraseHit, ...]:
    """Return the cues: the longest of the whole phrases, and phrases with gaps where their cue is not said anyhow."""
    longest = _longest(set(whole))
    said: dict[str, list[PhraseHit]] = {}
    for hit in longest:
        said.setdefault(hit.cue, []).append(hit)
    added: list[PhraseHit] = []
    for hit in sorted(set(gapped), key=_place):
        others = said.setdefault(hit.cue, [])
        if not any(other.first < hit.last and hit.first < other.last for other in others[-_NEAR:]):
            others.append(hit)
            added.append(hit)
    return tuple(sorted((*longest, *added), key=_place))


def _outside(fields: Iterable[PhraseHit], wholes: Sequence[PhraseHit]) -> Iterator[PhraseHit]:
    """Yield the words of fields that stand in none of the `wholes`; both in order of the text."""
    ends = list(accumulate((whole.last for whole in wholes), max))
    starts = [whole.first for whole in wholes]
    for field in fields:
        before = bisect_right(starts, field.first)
        if not before or ends[before - 1] < field.last:
            yield field


def _longest_of_each(fields: Iterable[PhraseHit]) -> list[PhraseHit]:
    """Return the words of fields in order; of words of one field inside each other the longest."""
    kept: list[PhraseHit] = []
    ends: dict[str, int] = {}
    for hit in sorted(set(fields), key=_place):
        if hit.last > ends.get(hit.cue, -1):
            ends[hit.cue] = hit.last
            kept.append(hit)
    return kept


def _longest(spans: set[PhraseHit]) -> list[PhraseHit]:
    """Keep the spans that do not lie inside a longer one; of equal spans all stay."""
    hits: list[PhraseHit] = []
    longest = (-1, -1)
    for hit in sorted(spans, key=lambda hit: (hit.first, -hit.last, hit.cue)):
        inside = hit.last <= longest[1] and (hit.first, hit.last) != longest
        if inside:
            continue
        longest = (hit.first, hit.last)
        hits.append(hit)
    return hits


def _place(hit: PhraseHit) -> tuple[int, int, str]:
    return hit.first, -hit.last, hit.cue
