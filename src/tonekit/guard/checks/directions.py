"""Notes on how to write a reply that were left standing in it: "(Acknowledge first, two sentences at most.)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..wording.figure_words import load_figure_words
from ..wording.words import words_of
from .rules import Span

_BRACKETED = re.compile(r"^[ \t*_>]*(?P<note>\([^()\n]{10,300}\)|\[[^\[\]\n]{10,300}\])[ \t*_]*$", re.MULTILINE)
"""A line that stands in brackets as a whole: beside other words brackets hold something for the reader."""


def directions(text: str) -> Iterator[Span]:
    """Yield the lines in brackets that tell how to write."""
    known = load_figure_words()
    if "(" in text or "[" in text:
        yield from (
            match.span("note")
            for match in _BRACKETED.finditer(text)
            if known.tells_to_write(words_of(match["note"]).forms)
        )
