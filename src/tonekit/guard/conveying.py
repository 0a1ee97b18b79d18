"""Does a text say what a fact says, in other words? The words of the fact are looked for in their other forms.

A reply tells a fact with other endings ("moved", "moving"), other vowels ("trukket", "trækkes"), and in compounds
("Doppelverkauf" of "doppelt verkauft"). So a word is there where its beginning is, or its consonants are.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from .words import Words

ENOUGH = 0.25
"""Share of the words of a fact that a text has which says the same in other words: of 340 facts in good drafts every
one has it, of those that a draft leaves out one in three by the topic alone."""
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


def conveys(text: str, words: Words, fact: Collection[str]) -> bool:
    """Return whether a text has enough of the words of a fact.

    Args:
        text: the text.
        words: its words.
        fact: the words of the fact that tell something, in lower case; with none of these anything conveys it.
    """
    wanted = {form for form in fact if len(form) >= _SHORTEST and form.isalpha()}
    if not wanted:
        return True
    said = _Said(text.lower(), words.among)
    return sum(map(said.has, wanted)) >= ENOUGH * len(wanted)


class _Said:
    """The words of a text, in the forms in which a word may come back."""

    def __init__(self, lowered: str, forms: frozenset[str]) -> None:
        self._text = lowered
        self._forms = forms
        self._skeletons = {form: _VOWELS.sub("", form) for form in forms if len(form) >= _FIVE}

    def has(self, word: str) -> bool:
        """Return whether a word is there, whatever its ending or vowels."""
        if len(word) >= _LONG and word[:_OPENING] in self._text:
            return True
        opening = word[: _OPENING if len(word) >= _LONG else max(_FEWEST, (2 * len(word) + 2) // 3)]
        return any(form.startswith(opening) for form in self._forms) or self._has_consonants(word)

    def _has_consonants(self, word: str) -> bool:
        consonants = _VOWELS.sub("", word)[:_CONSONANTS]
        if len(consonants) == _CONSONANTS and len(word) >= _SIX:
            return any(
                skeleton.startswith(consonants) or (len(form) >= _COMPOUND and consonants in skeleton)
                for form, skeleton in self._skeletons.items()
            )
        short = len(consonants) == _FEWEST and len(word) >= _FIVE
        return short and any(skeleton[:_CONSONANTS] == consonants for skeleton in self._skeletons.values())
