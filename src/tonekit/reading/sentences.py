"""Where sentences and paragraphs of a tokenised text end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

from .tokens import Tokens

_STOPS = frozenset({".", "!", "?", "…", "...", "。", "！", "？"})
_LINE_BREAKS = re.compile(r"[^\S\n]*\n\s*")

Range = tuple[int, int]
"""Token indexes, end exclusive."""


def sentences_and_paragraphs(
    tokens: Tokens, text: str, *, abbreviations: Collection[str]
) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Return the sentences and the paragraphs of `text`, in order and without gaps.

    Args:
        tokens: the tokens of the text.
        text: the text.
        abbreviations: words, in lower case, whose full stop ends no sentence.
    """
    lower, last = tokens.lower, len(tokens)
    if not last:
        return (), ()
    ends = {index + 1 for index, sign in enumerate(lower) if sign in _STOPS and _ends(tokens, index, abbreviations)}
    breaks: list[int] = []
    for index, count in _broken_lines(tokens, text):
        if count > 1:
            breaks.append(index)
        # One line break is a new sentence only where the next line begins like one; mails are wrapped.
        if count > 1 or not tokens.texts[index][0].islower():
            ends.add(index)
        else:
            ends.discard(index)
    return _ranges(sorted(ends | {last})), _ranges([*breaks, last])


def _ends(tokens: Tokens, index: int, abbreviations: Collection[str]) -> bool:
    """Return whether the stop at `index` ends a sentence."""
    lower, spans = tokens.lower, tokens.spans
    if index + 1 < len(lower) and lower[index + 1] in _STOPS:
        return False
    if lower[index] != "." or index == 0 or spans[index - 1][1] != spans[index][0]:
        return True
    before = lower[index - 1]
    abbreviated = before in abbreviations or (len(before) == 1 and before.isalpha())
    return not abbreviated or index + 1 == len(lower)


def _broken_lines(tokens: Tokens, text: str) -> list[tuple[int, int]]:
    """Return the tokens that begin a line, but the first, each with the line breaks before it."""
    if "\n" not in text:
        return []
    starts = [start for start, _ in tokens.spans]
    lines = ((bisect_left(starts, match.end()), match[0].count("\n")) for match in _LINE_BREAKS.finditer(text))
    return [(index, count) for index, count in lines if 0 < index < len(starts)]


def _ranges(ends: list[int]) -> tuple[Range, ...]:
    return tuple(zip([0, *ends[:-1]], ends, strict=True))
