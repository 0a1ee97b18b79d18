"""Does a text say what a fact says, in other words? The words of the fact are looked for in their other forms.

A reply tells a fact with other endings ("moved", "moving"), other vowels ("trukket", "trækkes"), and in compounds
("Doppelverkauf" of "doppelt verkauft"). So a word is there where its beginning is, or its consonants are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

from .words import Words

ENOUGH = 0.25
"""Share of the words of a fact that a text has which says the same in other words: of some 350 required
facts in good drafts every one has it (measured 2026-11-30), of 14 that were left out five, by the topic alone."""
_SHORTEST = 4
"""Letters of a word that is looked for; shorter ones stand in any text."""
_LONG = 7
"""Letters from which a word may be a part of a compound …"""
_OPENING = 5
"""… by so many of its first letters."""
_FEWEST = 3
_CONSONANTS = 4
"""So many first consonants tell a word of six letters and more; three tell a shorter one that has no more."""
_SIX, _FIVE = 6, 5
_COMPOUND = 9
_VOWELS = re.compile("[aeiouyäöüåæøéèáàóíú]")


class Telling:
    """The words of a text, in the forms in which the words of a fact may come back.

    Args:
        text: the text.
        words: its words.
    """

    def __init__(self, text: str, words: Words) -> None:
        forms = words.among
        self._text = text.lower()
        self._forms = sorted(forms)
        skeletons = {form: _VOWELS.sub("", form) for form in forms if len(form) >= _FIVE}
        self._openings = {skeleton[:_CONSONANTS] for skeleton in skeletons.values()}
        self._compounds = " ".join(skeleton for form, skeleton in skeletons.items() if len(form) >= _COMPOUND)

    def conveys(self, fact: Collection[str], *, told: int = 0, of: int = 0) -> bool:
        """Return whether it has enough of the words and figures of a fact.

        Args:
            fact: the words of the fact that tell something, in lower case; with none of these anything conveys it.
            told: how many of its figures the text has; each counts as a word.
            of: how many there are.
        """
        wanted = {form for form in fact if len(form) >= _SHORTEST and form.isalpha()}
        return told + sum(map(self._has, wanted)) >= ENOUGH * (len(wanted) + of)

    def _has(self, word: str) -> bool:
        """Return whether a word is there, whatever its ending or vowels."""
        if len(word) >= _LONG and word[:_OPENING] in self._text:
            return True
        opening = word[: _OPENING if len(word) >= _LONG else max(_FEWEST, (2 * len(word) + 2) // 3)]
        return self._begins(opening) or self._has_consonants(word)

    def _begins(self, opening: str) -> bool:
        at = bisect_left(self._forms, opening)
        return at < len(self._forms) and self._forms[at].startswith(opening)

    def _has_consonants(self, word: str) -> bool:
        consonants = _VOWELS.sub("", word)[:_CONSONANTS]
        if len(consonants) == _CONSONANTS and len(word) >= _SIX:
            return consonants in self._openings or consonants in self._compounds
        return len(consonants) == _FEWEST and len(word) >= _FIVE and consonants in self._openings
