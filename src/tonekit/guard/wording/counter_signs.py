"""What speaks against a manner, where all the words of a sentence together make it blame, cheer and so on.

Words add up in a sentence of mere fact too: "you were sent the wrong size by a mistake on our side" shares most of them
with blame. A few phrases turn the meaning round, whatever the other words say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..identifiers.identifier_forms import LINK
from .wording import FALLBACK, PhraseIndex, read_wording, wording_codes
from .words import Words, words_of

RELIEF = "relief"
"""What makes a cheerful sentence one of relief or consolation, in listed words too: "glad that nobody was hurt"."""
READER = "reader"
"""How the reader is spoken to: a sentence without one of these blames somebody else."""
ANY_ENDING = "*"
"""Stands behind the beginning of a word: `entschuldig*`."""


class Cues:
    """Words of which a sentence may hold one.

    Args:
        patterns: phrases, in which `~` stands for a few words, and beginnings of words with `ANY_ENDING`.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._stems = tuple(each.removesuffix(ANY_ENDING) for each in patterns if each.endswith(ANY_ENDING))
        self._phrases = PhraseIndex({"cue": [each for each in patterns if not each.endswith(ANY_ENDING)]})

    def stand_in(self, text: str, words: Words) -> bool:
        """Return whether one of them stands in a text."""
        stems = self._stems
        by_stem = bool(stems) and any(form.startswith(stems) for form in words.forms)
        return by_stem or next(self._phrases.find(text, words), None) is not None


def speaks_against(signs: Mapping[str, Cues], manner: str, sentence: str) -> bool:
    """Return whether a sentence that sounds like a manner holds what shows that it is none.

    Args:
        sentence: the sentence; what stands in a link says nothing.
    """
    if manner == "cheer" and stands_in(signs, RELIEF, sentence):
        return True
    if manner == "blame" and READER in signs and not stands_in(signs, READER, sentence):
        return True
    return stands_in(signs, manner, sentence)


def stands_in(signs: Mapping[str, Cues], sign: str, sentence: str) -> bool:
    """Return whether a sentence holds one of some signs."""
    if sign not in signs:
        return False
    said = LINK.sub(" ", sentence)
    return signs[sign].stand_in(said, words_of(said))


@lru_cache
def load_counter_signs(language: str) -> Mapping[str, Cues]:
    """Return what speaks against a manner in a language; that of `FALLBACK` where it has no wording."""
    file = read_wording(language if language in wording_codes() else FALLBACK)
    return {manner: Cues(patterns) for manner, patterns in file.counter_signs.items()}
