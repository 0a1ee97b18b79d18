"""Expand the phrase patterns of a language pack: `(a|b)`, `[a]`, `stem{,s}`; `~` stays, a gap of a few words.

(still|yet) nothing   still nothing, yet nothing
[really] annoying     annoying, really annoying
crash{,es,ed}         crash, crashes, crashed
can ~ not log in      can ~ not log in: found in "can since yesterday not log in"
"""

from __future__ import annotations

import re
from itertools import pairwise, product

MOST_EXPANSIONS = 400
"""One line may not stand for more phrases: past this it is a mistake, or unreadable."""

GAP = "~"
LONGEST_GAP = 4
"""Words that a gap may stand for, none at the least: room for an adverb and an object, not for another clause."""
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_SEPARATOR = {")": "|", "]": "|", "}": ",", "": ""}
_SIGNS = frozenset("()[]{}|,")
_PARTS = re.compile(r"[()\[\]{}|,]|[^()\[\]{}|,]+")


class PatternError(ValueError):
    """A phrase pattern cannot be expanded; the message says why."""


def expand(pattern: str) -> tuple[str, ...]:
    """Return every phrase that `pattern` stands for, in reading order, without repeats.

    Raises:
        PatternError: unbalanced signs, a gap that is not between words, an empty pattern, or more than
            `MOST_EXPANSIONS` phrases.
    """
    variants = [pattern] if _SIGNS.isdisjoint(pattern) else _Expansion(pattern).variants()
    phrases = tuple(dict.fromkeys(" ".join(variant.split()) for variant in variants))
    if "" in phrases:
        raise PatternError(f"'{pattern}' can stand for nothing at all")
    if GAP in pattern and any(_bad_gap(phrase.split()) for phrase in phrases):
        raise PatternError(f"'{pattern}': '{GAP}' stands between words, by itself, and never twice running")
    return phrases


def _bad_gap(words: list[str]) -> bool:
    edges = words[0] == GAP or words[-1] == GAP
    glued = any(GAP in word and word != GAP for word in words)
    return edges or glued or any(one == other == GAP for one, other in pairwise(words))


class _Expansion:
    """A pattern on its way to phrases: its signs and the texts between them, and how far they are read."""

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
        choices: list[list[str]] = []
        many = 1
        separator = _SEPARATOR[closing]
        while self._at < len(self._parts):
            part = self._parts[self._at]
            if part in (closing, separator) or (part in ")]}" and not closing):
                break
            if part in _CLOSING:
                choices.append(self._group(part))
                many *= len(choices[-1])
                if many > MOST_EXPANSIONS:
                    raise PatternError(f"'{self._pattern}' stands for more than {MOST_EXPANSIONS} phrases; split it")
            else:
                choices.append([part])
                self._at += 1
        return list(map("".join, product(*choices)))

    def _group(self, opening: str) -> list[str]:
        """Expand the group that opens here; stand behind it."""
        closing = _CLOSING[opening]
        choices = [""] if opening == "[" else []
        sign = ""
        while sign != closing:
            self._at += 1
            choices += self._sequence(closing=closing)
            if self._at == len(self._parts):
                raise PatternError(f"'{self._pattern}': '{opening}' is never closed")
            sign = self._parts[self._at]
        self._at += 1
        return choices
