"""Expand the phrase patterns of a language pack: `(a|b)`, `[a]`, `stem{,s}`; `~` stays, a gap of a few words.

(still|yet) nothing   still nothing, yet nothing
[really] annoying     annoying, really annoying
crash{,es,ed}         crash, crashes, crashed
can ~ not log in      can ~ not log in: found in "can since yesterday not log in"
"""

from __future__ import annotations

from itertools import pairwise

MOST_EXPANSIONS = 400
"""One line may not stand for more phrases: past this it is a mistake, or unreadable."""

GAP = "~"
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_SEPARATOR = {"(": "|", "[": "|", "{": ","}


class PatternError(ValueError):
    """A phrase pattern cannot be expanded; the message says why."""


def expand(pattern: str) -> tuple[str, ...]:
    """Return every phrase that `pattern` stands for, in reading order, without repeats.

    Raises:
        PatternError: unbalanced signs, a gap that is not between words, an empty pattern, or more than
            `MOST_EXPANSIONS` phrases.
    """
    variants, end = _sequence(pattern, 0, closing="")
    if end != len(pattern):
        raise PatternError(f"'{pattern}': '{pattern[end]}' closes nothing")
    phrases = tuple(dict.fromkeys(" ".join(variant.split()) for variant in variants))
    if "" in phrases:
        raise PatternError(f"'{pattern}' can stand for nothing at all")
    if any(_bad_gap(phrase.split()) for phrase in phrases):
        raise PatternError(f"'{pattern}': '{GAP}' stands between words, by itself, and never twice running")
    return phrases


def _bad_gap(words: list[str]) -> bool:
    edges = words[0] == GAP or words[-1] == GAP
    glued = any(GAP in word and word != GAP for word in words)
    return edges or glued or any(one == other == GAP for one, other in pairwise(words))


def _sequence(pattern: str, start: int, *, closing: str) -> tuple[list[str], int]:
    """Expand up to an unnested separator or closing sign; return the variants and where it stopped."""
    stops = closing + {")": "|", "]": "|", "}": ","}.get(closing, "")
    variants = [""]
    position = start
    while position < len(pattern) and pattern[position] not in stops:
        sign = pattern[position]
        if sign in _CLOSING:
            choices, position = _group(pattern, position)
        elif sign in ")]}" and not closing:
            break
        else:
            choices, position = [sign], position + 1
        variants = [before + choice for before in variants for choice in choices]
        if len(variants) > MOST_EXPANSIONS:
            raise PatternError(f"'{pattern}' stands for more than {MOST_EXPANSIONS} phrases; split it")
    return variants, position


def _group(pattern: str, start: int) -> tuple[list[str], int]:
    """Expand the group that opens at `start`; return its choices and the position behind it."""
    opening = pattern[start]
    closing, separator = _CLOSING[opening], _SEPARATOR[opening]
    choices = [""] if opening == "[" else []
    position = start + 1
    while True:
        variants, position = _sequence(pattern, position, closing=closing)
        choices.extend(variants)
        if position >= len(pattern):
            raise PatternError(f"'{pattern}': '{opening}' is never closed")
        if pattern[position] == closing:
            return choices, position + 1
        if pattern[position] != separator:
            raise PatternError(f"'{pattern}': unexpected '{pattern[position]}'")
        position += 1
