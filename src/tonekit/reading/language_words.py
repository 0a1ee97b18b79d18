"""Language by its small words: each pack's function words vote, words of the neighbours' own count for more."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..languages.pack import LanguageFile

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_MOST_WORDS = 600
"""Words looked at; the vote of the first 600 does not turn."""

DISTINCTIVE = 2.0
"""A word that the neighbour languages do not have counts as two; measured on short texts in five languages."""
LETTER = 0.5
"""A letter that points to the language (ß, æ) counts half a word, once a word."""


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
        self._votes = {word: {code: 1 / len(codes) for code in codes} for word, codes in votes.items()}
        for code, file in languages.items():
            for word in file.distinctive_words:
                self._votes[word][code] = DISTINCTIVE if len(self._votes[word]) == 1 else 1.0
        self._letters = [(letter, code) for code, file in languages.items() for letter in file.letters]

    def count(self, text: str) -> tuple[dict[str, float], int]:
        """Return the votes by language, and the number of words that were looked at."""
        totals: dict[str, float] = {}
        words = _WORD.findall(text.lower())[:_MOST_WORDS]
        for word in words:
            for code, vote in self._votes.get(word, {}).items():
                totals[code] = totals.get(code, 0.0) + vote
            if not word.isascii():
                for code in {code for letter, code in self._letters if letter in word}:
                    totals[code] = totals.get(code, 0.0) + LETTER
        return totals, len(words)
