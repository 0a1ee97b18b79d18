"""Dates in a row: "I wrote on 3 March, 17 March and 2 April" tells of three letters without a number for them.

A row ends where more than a few words stand between two dates: "I wrote on 3 March about the order of 2 February". It
tells of letters only beside the word for them: "I wrote that we are away on 3, 4 and 5 May" tells of one.
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
_BEFORE, _BEHIND, _HELD_BACK = 6, 1, 4
"""Words that may stand between a row and the verb before it ("wrote to you about this on"), the verb behind it ("Ihnen
geschrieben"), and one behind it that begins there ("habe ich Ihnen deswegen geschrieben")."""
_PAUSES = frozenset({",", ":", ";"})
_Place = tuple[int, int]


def listed_letters(sentence: FactSentence) -> tuple[int, int, int] | None:
    """Return the row of a sentence, as `listed_dates` does, where it says when the sender wrote or called."""
    if "contacted" not in sentence.words:
        return None
    row = listed_dates(sentence)
    return row if row and _says_when(sentence, *row[1:]) else None


def _says_when(sentence: FactSentence, first: int, last: int) -> bool:
    """Return whether a verb of contact stands close to a row, with nothing between them that makes it another's."""
    opens = any(last <= hit[1] for _, hit in sentence.words["contacted"])
    for _, (_, begin, end) in sentence.words.get("contact_verb", ()):
        if end <= first and _close(sentence, end, first, _BEFORE):
            reached = end, last
        elif begin >= last and _close(sentence, last, begin, _HELD_BACK if opens else _BEHIND):
            reached = first, begin
        else:
            continue
        if not any(reached[0] <= hit[1] and hit[2] <= reached[1] for _, hit in sentence.words.get("told_date", ())):
            return True
    return False


def _close(sentence: FactSentence, first: int, last: int, most: int) -> bool:
    return _near(sentence, first, last, most=most) and _PAUSES.isdisjoint(sentence.tokens.texts[first:last])


def listed_dates(sentence: FactSentence) -> tuple[int, int, int] | None:
    """Return how many dates the longest row of a sentence holds, its first token and the one behind it.

    None if it names no two of them in a row.
    """
    rows: list[list[_Place]] = []
    for place in sorted(_dates(sentence)):
        if rows and place[0] < rows[-1][-1][1]:
            continue
        if rows and _near(sentence, rows[-1][-1][1], place[0], most=_BETWEEN):
            rows[-1].append(place)
        else:
            rows.append([place])
    longest = max(rows, key=len, default=[])
    return (len(longest), longest[0][0], longest[-1][1]) if len(longest) > 1 else None


def _dates(sentence: FactSentence) -> Iterator[_Place]:
    """Yield where days stand: in figures, beside a month, before such a day ("3., 17. and 28 March"), by their name."""
    texts = sentence.tokens.texts
    months = {first: last for _, (_, first, last) in sentence.words.get("month", ())}
    begins = {last: first for first, last in months.items()}
    days = [hit[1] for text, hit in sentence.words.get("digits", ()) if _DAY.fullmatch(text)]
    yield from (hit[1:] for text, hit in sentence.words.get("digits", ()) if _FIGURES.fullmatch(text))
    following: int | None = None
    for day in reversed(days):
        near = range(day + 1, day + 2 + _BESIDE)
        beside = next((first for first in near if first in months and not _parted(texts, day + 1, first)), None)
        if day in begins:
            yield begins[day], day + 1
        elif beside is not None:
            yield day, months[beside]
        elif following is not None and _near(sentence, day + 1, following, most=1):
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


def _near(sentence: FactSentence, first: int, last: int, *, most: int) -> bool:
    """Return whether no more words stand between two tokens; with many signs around them they are far apart, too."""
    if last - first > 2 * most + 1:
        return False
    return sum(any(map(str.isalnum, text)) for text in sentence.tokens.texts[first:last]) <= most
