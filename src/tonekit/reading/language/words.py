"""Language by its small words: each pack's function words vote, words of the neighbours' own count for more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...languages.pack import LanguageFile
from ..zones.furniture import whole_words

_MOST_WORDS = 600
"""Words looked at; the vote of the first 600 does not turn."""

DISTINCTIVE = 2.0
"""A word that the neighbour languages do not have counts as two; measured on short texts in five languages."""
LETTER = 0.5
"""A letter that points to the language (ß, æ) counts half a word, once a word."""

_Votes = tuple[tuple[str, float], ...]
"""The languages that a word votes for, and with how much."""


class WordVote:
    """Votes for a language by function words. Safe to share between threads.

    Args:
        languages: code → what tells the language from others.
        others: code → function words of languages without a pack.
    """

    def __init__(self, languages: Mapping[str, LanguageFile], others: Mapping[str, list[str]]) -> None:
        votes: dict[str, dict[str, float]] = {}
        for code, file in languages.items():
            for word in {*file.function_words, *file.distinctive_words}:
                votes.setdefault(word, {})[code] = 1.0
        for code, words in others.items():
            for word in words:
                votes.setdefault(word, {})[code] = 1.0
        self._letters = tuple((letter, code) for code, file in languages.items() for letter in file.letters)
        shares = {word: dict.fromkeys(codes, 1 / len(codes)) for word, codes in votes.items()}
        for code, file in languages.items():
            for word in file.distinctive_words:
                shares[word][code] = DISTINCTIVE if len(shares[word]) == 1 else 1.0
        self._places = {code: place for place, code in enumerate(dict.fromkeys((*languages, *others)))}
        # Many words vote alike: one tuple stands for all of them.
        alike: dict[_Votes, _Votes] = {}
        pairs = ((word, tuple(each.items())) for word, each in shares.items())
        self._votes = {word: alike.setdefault(each, each) for word, each in pairs}
        self._small = {code: frozenset(file.function_words) for code, file in languages.items()}
        # A message is read in one language, or in two twins: filled as they are met.
        self._united: dict[tuple[str, ...], frozenset[str]] = {}

    def words_of(self, codes: Iterable[str]) -> frozenset[str]:
        """Return the function words of languages that have a pack."""
        key = tuple(codes)
        if key not in self._united:
            self._united[key] = frozenset[str]().union(*[self._small.get(code, ()) for code in key])
        return self._united[key]

    def count(self, text: str, said: Sequence[str] | None = None) -> dict[str, float]:
        """Return the votes by language.

        Args:
            text: any text.
            said: its words in lower case, those with apostrophes whole, where they are at hand.
        """
        words = (whole_words(text.lower()) if said is None else said)[:_MOST_WORDS]
        totals: dict[str, float] = {}
        for votes in filter(None, map(self._votes.get, words)):
            for code, vote in votes:
                totals[code] = totals.get(code, 0.0) + vote
        for word in words if not text.isascii() else ():
            if not word.isascii():
                for code in {code for letter, code in self._letters if letter in word}:
                    totals[code] = totals.get(code, 0.0) + LETTER
        return {code: totals[code] for code in sorted(totals, key=self._places.__getitem__)}
