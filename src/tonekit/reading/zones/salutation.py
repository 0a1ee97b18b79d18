"""Find the greeting of a mail: the opening words, and the name up to a comma, an exclamation mark or the line's end."""

from __future__ import annotations

import re

from .furniture import Furniture
from .lines import LONGEST_FURNITURE_LINE, Line, lowered

_OPENING_SIGNS = re.compile(r"[^\w\n]{0,12}")
_SIGNS_BEHIND = re.compile(r"[ \t]?(?:[,!.\u2026]+|[:-](?=\s|$)|[\u2013\u2014](?=\s))")
_STRONG_STOP = re.compile(r"[,!]+|:(?=\s|$)|\s[-\u2013\u2014]\s|$")
_FULL_STOP = re.compile(r"[.\u2026?]+(?=\s|$)")
_DASHES = " -\u2013\u2014"
_FIRST_LINES = 6
"""Lines in which a greeting may stand: letters open with a reference or a subject line."""
_LONGEST_NAME = 6
_LONGEST_LOWER_CASE_NAME = 2
_LONGEST_PARTICLE = 3
"""Letters of the small words between names: and, und, og, och, von, van, de, af, av."""
_LONGEST_CHAIN = 4
"""Greetings in a row: "Dear Ms Holm, dear Mr Berg,"."""


class GreetingFinder:
    """Finds the greeting. Safe to share between threads."""

    def __init__(self, furniture: Furniture) -> None:
        self._furniture = furniture

    def find(self, lines: list[Line]) -> tuple[int, int] | None:
        """Return the index of the line that holds the greeting and where in it the greeting ends, or None."""
        for index, line in enumerate(lines[:_FIRST_LINES]):
            text = line.text[:LONGEST_FURNITURE_LINE]
            end = self._end(text, lowered(text), single=len(lines) == 1)
            whole = end is not None and not text[end:].strip()
            if end is not None and (index == 0 or (whole and line.opens and index + 1 < len(lines))):
                return index, end
        return None

    def _end(self, text: str, lower: str, *, single: bool) -> int | None:
        start = _length(_OPENING_SIGNS, text, 0)
        end = None
        for _ in range(_LONGEST_CHAIN):
            behind = self._end_of_one(text, lower, start, single=single)
            if behind is None:
                break
            end = behind
            start = behind + len(text[behind:]) - len(text[behind:].lstrip())
        return end

    def _end_of_one(self, text: str, lower: str, start: int, *, single: bool) -> int | None:
        phrase = self._furniture.greetings.find(lower, start)
        if phrase is None:
            return None
        behind = start + len(phrase)
        signs = _length(_SIGNS_BEHIND, text, behind)
        if text[behind : behind + signs] == "." and " " in phrase:
            # "Dear Mr. O'Neil,": the full stop belongs to the title.
            return self._end_of_name(text, behind + 1, single=single) or behind + signs
        if signs or not text[behind:].strip():
            return behind + signs
        named = self._end_of_name(text, behind, single=single)
        if named is not None:
            return named
        return None if phrase in self._furniture.formal_greetings else behind

    def _end_of_name(self, text: str, behind: int, *, single: bool) -> int | None:
        """Return where the name behind the greeting word and the sign after it end; None if no name follows."""
        stop = _STRONG_STOP.search(text, behind)
        if stop and self._is_name(text[behind : stop.start()], weak=not stop[0].strip(_DASHES), single=single):
            return stop.start() + len(stop[0].rstrip())
        stop = _FULL_STOP.search(text, behind)
        if stop and "?" not in stop[0] and _is_capitalised(text[behind : stop.start()].split()):
            return stop.end()
        return None

    def _is_name(self, name: str, *, weak: bool, single: bool) -> bool:
        words = name.split()
        if not 0 < len(words) <= _LONGEST_NAME or "?" in name:
            return False
        if _is_capitalised(words) or self._is_list_of_names(words):
            return True
        if len(words) == 1:
            return not single and words[0].isalpha()
        # "hi there anna!" and "Hallo liebes Team,", but not "hey need help" at the end of a line or before a dash.
        short = len(words) <= _LONGEST_LOWER_CASE_NAME and all(map(str.isalpha, words))
        return short and not weak and not single

    def _is_list_of_names(self, words: list[str]) -> bool:
        """Return whether names are joined by small words or greetings: `Kari og Per`, `Frau X und lieber Herr Y`."""
        small = [word for word in words if not _is_name_word(word)]
        return (
            _is_name_word(words[0])
            and _is_name_word(words[-1])
            and all(len(word) <= _LONGEST_PARTICLE or self._furniture.greetings.find(word) == word for word in small)
        )


def _is_capitalised(words: list[str]) -> bool:
    return 0 < len(words) <= _LONGEST_NAME and all(map(_is_name_word, words))


def _is_name_word(word: str) -> bool:
    """Return whether a word may be part of a name; short titles such as `hr.` are."""
    return word[0].isupper() or not word[0].isalpha() or (word.endswith(".") and len(word) <= _LONGEST_PARTICLE + 2)


def _length(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return len(match[0]) if match else 0
