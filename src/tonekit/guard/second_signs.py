"""What a sentence has to hold besides, before all its words together make it blame, a model's talk and so on.

Words add up in a long sentence of mere fact too: "the parcel was sorted wrongly" shares most of them with blame. Blame
needs somebody who is blamed and a deed, a model's talk its task or itself; a finding then rests on words that a reader
can see as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .identifier_forms import LINK
from .wording import FALLBACK, PhraseIndex, read_wording, wording_codes
from .words import Words, words_of

SPOKEN_BY_MODELS = "model_talk"
"""The manner that is found in English too, whatever the language of the draft."""
ANY_ENDING = "*"
"""Stands behind the beginning of a word: `respons*`."""


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


@dataclass(frozen=True, slots=True)
class SecondSign:
    """What a sentence of a manner has to hold.

    Attributes:
        needs: it holds one of each of these …
        against: … and none of these.
    """

    needs: tuple[Cues, ...]
    against: Cues

    def stands_in(self, sentence: str) -> bool:
        """Return whether a sentence holds what it has to."""
        said = LINK.sub(" ", sentence)
        words = words_of(said)
        return all(cues.stand_in(said, words) for cues in self.needs) and not self.against.stand_in(said, words)


def bears_out(signs: Mapping[str, SecondSign], manner: str, sentence: str) -> bool:
    """Return whether a sentence that sounds like a manner holds what that manner has to; one without signs needs none.

    Args:
        signs: of the language.
        manner: one of `draft_words.MANNERS`.
        sentence: the sentence.
    """
    sign = signs.get(manner)
    return sign is None or sign.stands_in(sentence)


@lru_cache
def load_signs(language: str) -> Mapping[str, SecondSign]:
    """Return the second signs of a language by manner; those of `FALLBACK` where it has no wording.

    Raises:
        DataFileError: the file is not valid.
    """
    file = read_wording(language if language in wording_codes() else FALLBACK)
    signs = {
        manner: SecondSign(tuple(map(Cues, sign.needs)), Cues(sign.against)) for manner, sign in file.signs.items()
    }
    # A model falls out of its role in English, whatever language it was to write.
    english = read_wording(FALLBACK).signs[SPOKEN_BY_MODELS]
    own = file.signs[SPOKEN_BY_MODELS]
    both = tuple(Cues((*mine, *theirs)) for mine, theirs in zip(own.needs, english.needs, strict=True))
    return {**signs, SPOKEN_BY_MODELS: SecondSign(both, Cues(own.against))}
