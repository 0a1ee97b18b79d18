"""Where sentences and paragraphs of a tokenised text end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from itertools import compress

from .tokens import Tokens

_STOPS = frozenset({".", "!", "?", "…", "...", "。", "！", "？"})
_GOES_ON = frozenset({",", ";"})
"""What no sentence begins with behind a figure: "on the 3., 17. and 28. of March"."""
_NUMBER = "nr"
"""How "number" ends where it is one word with what it counts, as in "Bestellnr."; no other words end so."""
_ENGLISH_NUMBER = frozenset({"no", "nos"})
_WRAPPED = 55
"""Signs; mail programs wrap lines at 60 to 80, a line that ends here was ended by its writer."""
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
    stops = compress(range(last), map(_STOPS.__contains__, lower))
    ends = {index + 1 for index in stops if _ends(tokens, index, abbreviations)}
    breaks: list[int] = []
    for index, count, length in _broken_lines(tokens, text):
        if count > 1:
            breaks.append(index)
        if count > 1 or _begins_anew(tokens, index, length):
            ends.add(index)
    return _ranges(sorted(ends | {last})), _ranges([*breaks, last])


def _ends(tokens: Tokens, index: int, abbreviations: Collection[str]) -> bool:
    """Return whether the stop at `index` ends a sentence."""
    lower, spans = tokens.lower, tokens.spans
    following = lower[index + 1] if index + 1 < len(lower) else ""
    if following in _STOPS or (
        following in _GOES_ON and index and lower[index] == "." and lower[index - 1].isdecimal()
    ):
        return False
    if lower[index] != "." or index == 0 or spans[index - 1][1] != spans[index][0]:
        return True
    before = lower[index - 1]
    abbreviated = before in abbreviations or (len(before) == 1 and before.isalpha())
    return not (abbreviated or _announces_number(tokens, index, following)) or index + 1 == len(lower)


def _announces_number(tokens: Tokens, index: int, following: str) -> bool:
    """Return whether the stop at `index` ends "Bestellnr.", "ordrenr." or "order no.", before a number."""
    before = tokens.lower[index - 1]
    if before.endswith(_NUMBER):
        return True
    # "No. 3 days later …" begins a sentence of its own.
    goes_on = index > 1 and tokens.lower[index - 2] not in _STOPS
    return before in _ENGLISH_NUMBER and goes_on and following[:1].isdecimal()


def _begins_anew(tokens: Tokens, index: int, length: int) -> bool:
    """Return whether the line that begins with the token `index` begins a sentence; `length` is that of the line above.

    Mails are wrapped: a long line without a stop goes on in the next one, whatever that begins with (German nouns), a
    short one only where the next begins with a small letter.
    """
    return length < _WRAPPED and not tokens.texts[index][0].islower()


def _broken_lines(tokens: Tokens, text: str) -> list[tuple[int, int, int]]:
    """Return the tokens that begin a line, but the first, each with the line breaks and the line length before it."""
    if "\n" not in text:
        return []
    starts = [start for start, _ in tokens.spans]
    lines: list[tuple[int, int, int]] = []
    begin = 0
    for match in _LINE_BREAKS.finditer(text):
        index = bisect_left(starts, match.end())
        if 0 < index < len(starts):
            lines.append((index, match[0].count("\n"), match.start() - begin))
        begin = match.end()
    return lines


def _ranges(ends: list[int]) -> tuple[Range, ...]:
    return tuple(zip([0, *ends[:-1]], ends, strict=True))
