"""What a model leaves in a reply: the fence around the whole of it, and notes on how to write it.

"(Acknowledge first, two sentences at most.)", "Tone: friendly. Structure: steps."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..wording.figure_words import load_figure_words
from ..wording.words import words_of
from .rules import Span

_FENCES = ("```", "~~~", '"""', "'''")
_OPENING = re.compile(r"\s*(?P<fence>`{3,}|~{3,}|\"{3}|'{3})[\w-]{0,12}[ \t]*\n")
_BRACKETED = re.compile(r"^[ \t*_>]*(?P<note>\([^()\n]{10,300}\)|\[[^\[\]\n]{10,300}\])[ \t*_]*$", re.MULTILINE)
"""A line that stands in brackets as a whole: beside other words brackets hold something for the reader."""
_LABELLED = re.compile(
    r"(?:^|(?<=[.;,!?])[ \t])[ \t*_#>•–-]*(?P<label>[^\W\d_]{3,12})[*_]{0,2}:[*_]{0,2}[ \t]", re.MULTILINE
)
"""A word before a colon that opens a line or a sentence."""
_FEWEST = 2
"""Labels of a brief from which it is one; a reply may have one of its own."""


def directions(text: str) -> Iterator[Span]:
    """Yield the lines in brackets that tell how to write, and those with the labels of a brief."""
    known = load_figure_words()
    if ":" in text:
        yield from _labelled(text)
    if "(" in text or "[" in text:
        yield from (
            match.span("note")
            for match in _BRACKETED.finditer(text)
            if known.tells_to_write(words_of(match["note"]).forms)
        )


def _labelled(text: str) -> Iterator[Span]:
    known = load_figure_words().style_labels
    labels = [match for match in _LABELLED.finditer(text) if match["label"].lower() in known]
    if len({match["label"].lower() for match in labels}) >= _FEWEST:
        end = 0
        for match in labels:
            if match.start("label") >= end:
                end = text.find("\n", match.end())
                end = len(text) if end < 0 else end
                yield match.start("label"), end


def wrapping(text: str) -> Span | None:
    """Return where the fence stands that opens around a whole text, or None.

    It closes at the end or nowhere; a block of code that opens a reply has words behind it.
    """
    if not text.lstrip().startswith(_FENCES) or (opening := _OPENING.match(text)) is None:
        return None
    closing = text.find(opening["fence"], opening.end())
    if closing >= 0 and text[closing:].strip(f"{opening['fence'][0]} \t\r\n"):
        return None
    # Data in such a block are found as a format of machines.
    return None if text[opening.end() :].lstrip().startswith(("{", "[")) else opening.span("fence")
