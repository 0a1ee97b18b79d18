"""Expand the phrase patterns of `tonekit.yaml`; regular expressions, which would never match, are refused."""

from __future__ import annotations

import re

from ..files.datafile import DataFile, Place
from ..languages.phrases import PatternError, expand

_REGEX = re.compile(r"\.[*+]|\\|\^|\(\?|\$$|(?<=\w)\*")
"""Syntax of regular expressions that no phrase in a mail contains."""


def phrases_of(pattern: str, file: DataFile, place: Place) -> tuple[str, ...]:
    """Return the phrases that a pattern stands for.

    Raises:
        DataFileError: it is not a pattern, or a regular expression.
    """
    if found := _REGEX.search(pattern):
        remedy = "write words, with (a|b), [a] and stem{,s} for variants (docs/language-packs.md)"
        raise file.error(f"'{found[0]}' belongs to regular expressions and would be taken literally; {remedy}", place)
    try:
        return expand(pattern)
    except PatternError as error:
        raise file.error(str(error), place) from error
