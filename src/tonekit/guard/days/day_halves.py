"""Which half of the day an hour is of, where the words around it tell: "7:30 in the evening" is 19:30."""

from __future__ import annotations

import re

from ..wording.claim_words import load_claim_words
from ..wording.words import words_of

_LOOK_AROUND = 60
_SENTENCE_END = re.compile(r"[!?…\n]|\.\s+(?=[^\W\d_a-zåäöæøü])")


def is_afternoon(text: str, start: int, end: int) -> bool:
    """Return whether the sentence of an hour speaks of the afternoon or evening, and not of the morning.

    Args:
        start, end: where the hour stands; sixty characters on either side are looked at.
    """
    before = _SENTENCE_END.split(text[max(0, start - _LOOK_AROUND) : start])[-1]
    behind = _SENTENCE_END.split(text[end : end + _LOOK_AROUND], maxsplit=1)[0]
    known, forms = load_claim_words(), words_of(f"{before} {behind}").forms
    return any(form.startswith(known.afternoon) for form in forms) and known.forenoon.isdisjoint(forms)
