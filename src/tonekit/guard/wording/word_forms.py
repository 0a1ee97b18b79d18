"""Does a text say what a fact says, in other words? The words of the fact are looked for in their other forms.

A reply tells a fact with other endings ("moved", "moving"), other vowels ("trukket", "trækkes"), and in compounds
("Doppelverkauf" of "doppelt verkauft"). So a word is there where its beginning is, or its consonants are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from .words import Words, words_of

_SHORTEST = 4
"""Letters of a word that is looked for."""
_LONG = 7
"""Letters from which a word may be a part of a compound …"""
_OPENING = 5
"""… by so many of its first letters."""
_FEWEST = 3
_CONSONANTS = 4
"""So many first consonants tell a word of six letters and more; three tell a shorter one that has no more."""
_SIX, _FIVE = 6, 5
_COMPOUND = 9
_TAIL = 5
"""Letters of a word that may be the end of a compound: "Faktor" of "Skalierungsfaktor"."""
_ADDRESS = re.compile(r"(?:://|www\.|@)\S+")
_VOWELS = re.compile("[aeiouyäöüåæøéèáàóíú]")


def telling_words(forms: Iterable[str]) -> set[str]:
    """Return the words, in lower case, that can be looked for; shorter ones stand in any text."""
    owned = (form.removesuffix("'s") for form in forms)
    return {form for form in owned if len(form) >= _SHORTEST and form.isalpha()}


class Telling:
    """The words of a text, in the forms in which the words of a fact may come back."""

    def __init__(self, text: str, words: Words) -> None:
        # The address of a page tells nobody what is on it.
        if _ADDRESS.search(text):
            text = _ADDRESS.sub(" ", text)
            words = words_of(text)
        self._among = forms = words.among
        self._text = text.lower()
        self._forms = sorted(forms)
        skeletons = {form: _VOWELS.sub("", form) for form in forms if len(form) >= _FIVE}
        self._openings = {skeleton[:_CONSONANTS] for skeleton in skeletons.values()}
        self._compounds = " ".join(skeleton for form, skeleton in skeletons.items() if len(form) >= _COMPOUND)

    def has(self, word: str) -> bool:
        """Return whether a word in lower case is there, whatever its ending or vowels, and whatever it is part of."""
        if len(word) >= _LONG and word[:_OPENING] in self._text:
            return True
        opening = word[: _OPENING if len(word) >= _LONG else max(_FEWEST, (2 * len(word) + 2) // 3)]
        return self._begins(opening) or self._has_consonants(word) or self._has_end(word)

    def _begins(self, opening: str) -> bool:
        at = bisect_left(self._forms, opening)
        return at < len(self._forms) and self._forms[at].startswith(opening)

    def _has_end(self, word: str) -> bool:
        """Return whether the last part of a compound is there as a word."""
        if len(word) < _COMPOUND:
            return False
        return any(word[start:] in self._among for start in range(_FEWEST, len(word) - _TAIL + 1))

    def _has_consonants(self, word: str) -> bool:
        consonants = _VOWELS.sub("", word)[:_CONSONANTS]
        if len(consonants) == _CONSONANTS and len(word) >= _SIX:
            return consonants in self._openings or consonants in self._compounds
        return len(consonants) == _FEWEST and len(word) >= _FIVE and consonants in self._openings
