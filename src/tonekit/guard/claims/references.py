"""References that only the word before them tells: "ärendenummer 7714-RA", "case 2026/4471"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..identifiers.identifier_forms import bare, phone_key
from ..wording.figure_words import FigureWords, load_figure_words
from ..wording.words import words_of
from .claim import Claim

_OPENING = re.compile(r"[A-Za-z#/-]{0,8}\Z")
_TOKEN = re.compile(r"#?[A-Za-z0-9]+(?:[/-][A-Za-z0-9]+){0,4}(?![\w@]|[.,]\d)")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)[.:]{0,2}\s{0,2}\Z")
_LOOK_BACK = 32
_CLAUSE_ENDS = re.compile(r"[.!?,:\n]")
_FARTHEST = 4
"""Words back from "is" in which a reference is announced."""
_FEWEST_DIGITS, _FEWEST_SIGNS = 2, 4


def announced_references(text: str, starts: Iterable[int]) -> Iterator[Claim]:
    """Yield the references behind a word that announces one.

    Args:
        starts: where rows of digits start in it.
    """
    words = load_figure_words()
    end = 0
    for start in starts:
        if start < end:
            continue
        opening = _OPENING.search(text, max(0, start - _LOOK_BACK // 4), start)
        begin = opening.start() if opening else start
        token = _TOKEN.match(text, begin)
        if not token or sum(map(str.isdigit, token[0])) < _FEWEST_DIGITS or len(bare(token[0])) < _FEWEST_SIGNS:
            continue
        if _is_announced(text, begin, words):
            end = token.end()
            yield Claim("reference", bare(token[0]), begin, end)


def announced_phone(match: re.Match[str]) -> Claim | None:
    """Return the phone number of a match of `FOURS`, or None if no word before it announces one."""
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - _LOOK_BACK), match.start())
    if before is None or before["word"].lower() not in load_figure_words().phones:
        return None
    return Claim("phone", phone_key(match[0]), match.start(), match.end())


def _is_announced(text: str, begin: int, words: FigureWords) -> bool:
    """Return whether the word before a place announces a reference, or one before "is"."""
    before = _WORD_BEFORE.search(text, max(0, begin - _LOOK_BACK), begin)
    if before and before["word"].lower() in words.linking:
        # Who gave it may stand between: "the case number at the bank is".
        head = text[max(0, before.start() - _LOOK_BACK - 8) : before.start()]
        clause = _CLAUSE_ENDS.split(head)[-1]
        return any(map(words.announce, words_of(clause).forms[-_FARTHEST:]))
    return before is not None and words.announce(before["word"].lower())
