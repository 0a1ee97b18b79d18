"""Dates in a row: "I wrote on 3 March, 17 March and 2 April" tells of three letters without a number for them.

A row ends where more than a few words stand between two dates: "I wrote on 3 March about the order of 2 February".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .fact_sentences import FactSentence

_FIGURES = re.compile(r"(?:\d{1,2}[./-]\d{1,2}\.?(?:[./-]?(?:\d{4}|\d{2}))?|\d{4}-\d{2}-\d{2})", re.IGNORECASE)
"""A date in figures."""
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th|:e|:a)?", re.IGNORECASE)
"""A figure that may be the day of a month."""
_BESIDE = 2
"""Tokens from a day to its month ("3rd of March")."""
_BETWEEN = 3
"""Words that may stand between two dates of a row ("and again on")."""
_Place = tuple[int, int]


def listed_dates(sentence: FactSentence) -> tuple[int, int, int] | None:
    """Return how many dates the longest row of a sentence holds, its first token and the one behind it.

    None where it names no two of them in a row.
    """
    rows: list[list[_Place]] = []
    for place in sorted(_dates(sentence)):
        if rows and place[0] < rows[-1][-1][1]:
            continue
        if rows and _words(sentence, rows[-1][-1][1], place[0]) <= _BETWEEN:
            rows[-1].append(place)
        else:
            rows.append([place])
    longest = max(rows, key=len, default=[])
    return (len(longest), longest[0][0], longest[-1][1]) if len(longest) > 1 else None


def _dates(sentence: FactSentence) -> Iterator[_Place]:
    """Yield where days stand: in figures, beside a month, before such a day ("3., 17. and 28 March"), by their name."""
    texts = sentence.tokens.texts
    months = [hit[1:] for _, hit in sentence.words.get("month", ())]
    days = [hit[1] for text, hit in sentence.words.get("digits", ()) if _DAY.fullmatch(text)]
    yield from (hit[1:] for text, hit in sentence.words.get("digits", ()) if _FIGURES.fullmatch(text))
    following: int | None = None
    for day in reversed(days):
        beside = [
            month for month in months if 0 <= month[0] - day - 1 <= _BESIDE and not _parted(texts, day + 1, month[0])
        ]
        before = [month for month in months if month[1] == day]
        if before:
            yield before[0][0], day + 1
        elif beside:
            yield day, beside[0][1]
        elif following is not None and _words(sentence, day + 1, following) <= 1:
            yield day, day + 1
        else:
            continue
        following = day
    if not (days or sentence.waits):
        # "I wrote that Monday, Tuesday and Friday suit us": days by their names are often those to come.
        return
    numbered = {place for day in days for place in range(day - _BESIDE, day)}
    yield from (hit[1:] for _, hit in sentence.words.get("weekday", ()) if hit[1] not in numbered)


def _parted(texts: list[str], first: int, last: int) -> bool:
    """Return whether a comma or another day stands between a day and a month."""
    return any(text == "," or _DAY.fullmatch(text) for text in texts[first:last])


def _words(sentence: FactSentence, first: int, last: int) -> int:
    """Return how many words stand between two tokens."""
    return sum(any(map(str.isalnum, text)) for text in sentence.tokens.texts[first:last])
