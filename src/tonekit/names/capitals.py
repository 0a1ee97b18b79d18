"""Capitalise names: imports and forms leave `anna schmidt` and `MÜLLER`, which nobody would print in a letter."""

from __future__ import annotations

import re

from ..foreign_text.letter_runs import LETTER_RUN

PARTICLES = frozenset("von van vom zu zum zur de der den ter ten del della di da dos du af av la le".split())
"""Words between first name and family name that are written small."""
_SMALL = PARTICLES | frozenset({"and", "und", "og", "och"})
_APOSTROPHES = "'’"
_MC = re.compile(r"mc(?=[^\W\d_]{2})")
_NUMERAL = re.compile(r"ii|iii|iv")
_INITIALS = 3
"""Letters of a single word in capitals, `JP` or `IBM`, that may be initials or a firm: they stay."""
_LEAST_CRIED = 4
"""Letters of a word in capitals beside others, `Anna SCHMIDT`, that is not a degree, firm or row of initials."""


def with_capitals(name: str) -> str:
    """Return a name that is all small or all capital letters as names are written, any other as it is.

    Of a name that has both, as `Anna SCHMIDT`, only long words in capitals are written anew.
    """
    written = LETTER_RUN.findall(name)
    if not written:
        return name
    if name.islower():
        return LETTER_RUN.sub(_capitalised, name)
    if _is_all_capitals(name):
        initials = len(written) == 1 and len(written[0]) <= _INITIALS
        return name if initials else LETTER_RUN.sub(_capitalised, name)
    return LETTER_RUN.sub(lambda run: _capitalised(run) if _is_cried(run[0]) else run[0], name)


def _is_all_capitals(text: str) -> bool:
    # Of a ß there hardly is a capital: `GROß` is how keyboards write it.
    return text.replace("ß", "").isupper()


def _is_cried(word: str) -> bool:
    return len(word) >= _LEAST_CRIED and _is_all_capitals(word)


def _capitalised(run: re.Match[str]) -> str:
    """Return a run of letters with the capitals that it has inside a name."""
    # The small form of the Turkish capital would carry its dot as a sign of its own.
    small = run[0].replace("İ", "i").lower()
    start, end = run.span()
    before, behind = run.string[max(0, start - 2) : start], run.string[end : end + 1]
    if small in _SMALL and behind == " ":
        return small
    if len(small) == 1 and before[-1:] in tuple(_APOSTROPHES) and not before[:-1].isalpha():
        # Of "van 't Hof".
        return small
    if _NUMERAL.fullmatch(small) and run[0].isupper() and before:
        return run[0]
    if scottish := _MC.match(small):
        return "Mc" + small[scottish.end()].upper() + small[scottish.end() + 1 :]
    # One sign, even where its capital is two, as that of ß.
    first = small[0].upper()
    return (first if len(first) == 1 else small[0]) + small[1:]
