"""Tokens, sentences and cue phrases of a text. A text is parsed once; everything after reads the parsed form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, compress, filterfalse
from operator import not_

from ..languages.pack import Group, Words
from .phrases.families import Families, FamilyHit
from .phrases.finder import ALERT, ALERT_SIGN, CUE, FACT, FAMILY, FIELD, OWN, PIECE, PhraseFinder, PhraseHit
from .phrases.gapped import GappedPhrases, without_gaps
from .phrases.overlaps import longest, longest_of_each, not_taken_back, outside, with_gapped
from .phrases.repetitions import told_gladly, without_repeating
from .sentences import Range, sentences_and_paragraphs
from .tokens import Tokeniser, Tokens

MARKS = frozenset({",", '"', "'", "(", ")", "[", "]", "*", "_"})
"""Marks that phrases run across: "Great, another"."""


@dataclass(slots=True)
class Parsed:
    """A text cut into tokens.

    Attributes:
        tokens: words and signs.
        sentences: ranges of token indexes, end exclusive, in order.
        openings: the tokens that begin a paragraph.
        hits: cue phrases; of phrases inside each other only the longest.
        fields: words of semantic fields (`field.again`), and cues of the user (`own.en.delayed`), wherever they stand.
        words: words of typed facts (`=unit:day`).
        alerts: phrases of alerts (`!alert.legal`), in no order; they hide no cues, and no cue hides them.
        families: words of those groups of families that have one of each somewhere in the text, in no order.
        gladly: the tokens of repetitions that are told gladly ("third time lucky"); they say nothing of a mood.
    """

    tokens: Tokens
    sentences: tuple[Range, ...]
    openings: frozenset[int]
    hits: list[PhraseHit]
    fields: list[PhraseHit]
    words: list[PhraseHit]
    alerts: list[PhraseHit]
    families: list[FamilyHit]
    gladly: frozenset[int] = frozenset()


class Parser:
    """Tokenises one language and finds its cue phrases. Safe to share between threads.

    Args:
        words: how the language writes words.
        cues: cue id → phrases; a phrase with gaps (`can ~ not log in`) is found with a few words in between.
        whole: cue ids in whose words no semantic field is read.
        taking_back: cue id → cues that do not count in its words.
        together: cue id → groups of families of words.
    """

    def __init__(
        self,
        words: Words,
        cues: Mapping[str, tuple[str, ...]],
        *,
        whole: Collection[str] = frozenset(),
        taking_back: Mapping[str, Collection[str]] | None = None,
        together: Mapping[str, Iterable[Group]] | None = None,
    ) -> None:
        self._tokeniser = Tokeniser(words)
        self._whole = whole
        self._taking_back = taking_back or {}
        self._gapped = GappedPhrases(cues)
        self._families = Families(together or {})
        self._known: dict[str, list[str]] = {}
        pieces = chain(self._gapped.pieces(), self._families.pieces())
        self._finder = PhraseFinder(chain(without_gaps(cues), pieces), self._cut)

    def parse(self, text: str) -> Parsed:
        """Return the tokens, sentences and cue phrases of `text`."""
        tokens = self._tokeniser.cut(text)
        abbreviations = self._tokeniser.abbreviations
        sentences, paragraphs = sentences_and_paragraphs(tokens, text, abbreviations=abbreviations)
        found: tuple[list[PhraseHit], ...] = ([], [], [], [], [], [], [])
        lower = tokens.lower
        for first, last in paragraphs:
            paragraph = lower[first:last]
            places = list(compress(range(first, last), map(not_, map(MARKS.__contains__, paragraph))))
            self._finder.find(list(filterfalse(MARKS.__contains__, paragraph)), places, found)
        hits = longest(found[CUE])
        if found[PIECE]:
            joined = self._gapped.join(found[PIECE], sentences)
            found[ALERT].extend(hit for hit in joined if hit[0][0] == ALERT_SIGN)
            hits = with_gapped(hits, [hit for hit in joined if hit[0][0] != ALERT_SIGN])
        hits = not_taken_back(hits, self._taking_back)
        gladly = told_gladly([*hits, *found[FIELD]], found[FACT], sentences, tokens.texts)
        hits, alerts = without_repeating(hits, gladly), without_repeating(found[ALERT], gladly)
        # Fields and fact words hide no cues, and few cues hide them: "third time" is both a cue and a count.
        covers = [hit for hit in hits if hit[0] in self._whole]
        fields = without_repeating(outside(longest_of_each(found[FIELD]), covers), gladly)
        # What a user has added hides nothing, and nothing hides it: it counts wherever it stands.
        every_field = [*fields, *longest_of_each(found[OWN])]
        families = self._families.meeting(found[FAMILY])
        openings = frozenset(first for first, _ in paragraphs)
        beside = frozenset(chain.from_iterable(range(*each) for each in gladly))
        return Parsed(tokens, sentences, openings, hits, every_field, found[FACT], alerts, families, beside)

    def _cut(self, phrase: str) -> list[str]:
        """Return the words of a phrase. Each is taken apart once: the phrases of a pack share most."""
        if phrase.islower() and phrase.replace(" ", "").isalpha():
            # Letters alone are one token in every language; to cut them all takes a while.
            return phrase.split()
        return [word for written in phrase.split() for word in self._known.get(written) or self._cut_word(written)]

    def _cut_word(self, written: str) -> list[str]:
        cut = [written.lower()] if written.isalpha() else self._tokeniser.cut(written).lower
        words = self._known[written] = [word for word in cut if word not in MARKS]
        return words
