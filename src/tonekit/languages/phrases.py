"""Expand the phrase patterns of a language pack: `(a|b)`, `[a]`, `stem{,s}`; `~` stays, a gap of a few words.

(still|yet) nothing   still nothing, yet nothing
[really] annoying     annoying, really annoying
crash{,es,ed}         crash, crashes, crashed
can ~ not log in      can ~ not log in: found in "can since yesterday not log in"
"""

from __future__ import annotations

import re
from itertools import product

MOST_EXPANSIONS = 400
"""One line may not stand for more phrases: past this it is a mistake, or unreadable."""

GAP = "~"
LONGEST_GAP = 4
"""Words that a gap may stand for, none at the least: room for an adverb and an object, not for another clause."""
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_SEPARATOR = {")": "|", "]": "|", "}": ",", "": ""}
_SIGNS = frozenset("()[]{}|,")
_WORDS = r"[^()\[\]{}]*+"
_PARTS = re.compile(rf"\({_WORDS}\)|\[{_WORDS}\]|{{{_WORDS}}}|[()\[\]{{}}|,]|[^()\[\]{{}}|,]+")
"""Groups without another inside, which most are, whole; else signs, and the texts between them."""
_BAD_GAP = re.compile(f"[^ ]{GAP}|{GAP}[^ ]|{GAP} {GAP}")


class PatternError(ValueError):
    """A phrase pattern cannot be expanded; the message says why."""


def expand(pattern: str) -> tuple[str, ...]:
    """Return every phrase that `pattern` stands for, in reading order, without repeats.

    Raises:
        PatternError: unbalanced signs, a gap that is not between words, an empty pattern, or more than
            `MOST_EXPANSIONS` phrases.
    """
    variants = [pattern] if _SIGNS.isdisjoint(pattern) else _Expansion(pattern).variants()
    # One look at all of them: few lines have blanks to be put right, and languages have 80,000 phrases.
    lines = "\n".join(["", *variants, ""])
    if "  " in lines or "\n " in lines or " \n" in lines or not pattern.isprintable():
        variants = list(map(" ".join, map(str.split, variants)))
    phrases = tuple(dict.fromkeys(variants))
    if "" in phrases:
        raise PatternError(f"'{pattern}' can stand for nothing at all")
    if GAP in pattern and _BAD_GAP.search("\n".join(["", *phrases, ""])):
        raise PatternError(f"'{pattern}': '{GAP}' stands between words, by itself, and never twice running")
    return phrases


class _Expansion:
    """A pattern on its way to phrases: its parts, and how far they are read."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._parts: list[str] = _PARTS.findall(pattern)
        self._at = 0

    def variants(self) -> list[str]:
        """Return what the whole pattern stands for."""
        variants = self._sequence(closing="")
        if self._at < len(self._parts):
            raise PatternError(f"'{self._pattern}': '{self._parts[self._at]}' closes nothing")
        return variants

    def _sequence(self, *, closing: str) -> list[str]:
        """Expand up to the sign that closes or separates the group, and stand there."""
        parts, separator = self._parts, _SEPARATOR[closing]
        choices: list[list[str]] = []
        many = 1
        while self._at < len(parts):
            part = parts[self._at]
            if part in (closing, separator) or (part in ")]}" and not closing):
                break
            choices.append(self._group(part) if part[0] in _CLOSING else [part])
            many *= len(choices[-1])
            if many > MOST_EXPANSIONS:
                raise PatternError(f"'{self._pattern}' stands for more than {MOST_EXPANSIONS} phrases; split it")
            self._at += 1
        return choices[0] if len(choices) == 1 else list(map("".join, product(*choices)))

    def _group(self, opening: str) -> list[str]:
        """Expand the group that opens here; stand where it closes."""
        if len(opening) > 1:
            return _flat(opening)
        closing = _CLOSING[opening]
        choices = [""] if opening == "[" else []
        sign = ""
        while sign != closing:
            self._at += 1
            choices += self._sequence(closing=closing)
            if self._at == len(self._parts):
                raise PatternError(f"'{self._pattern}': '{opening}' is never closed; write {closing} where it ends")
            sign = self._parts[self._at]
        return choices


def _flat(group: str) -> list[str]:
    """Return what a whole group without another inside stands for."""
    choices = group[1:-1].split(_SEPARATOR[group[-1]])
    return ["", *choices] if group[0] == "[" else choices
