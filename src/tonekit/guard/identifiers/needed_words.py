"""Tell which words a pattern cannot do without: it need not be tried in a text that has none of them.

The pattern is read only as far as that asks: rows of plain letters, choices, repetitions and groups. Whatever else it
holds needs no word, so that a pattern is rather tried for nothing than passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Words = frozenset[str]
_NONE: Words = frozenset()

_TOKEN = re.compile(
    r"""(?P<apart>\(\?P=\w+\)|\(\?[aiLmsu]+\))                 # group said again, flags
    |(?P<group>\((?:\?(?:P<\w+>|[aiLmsu-]*:|>))?(?!\?))          # what stands in it stands in the match
    |(?P<aside>\(\?(?:\(\w+\))?)                                 # looks around, depends on another group
    |(?P<close>\))
    |(?P<either>\|)
    |(?P<repeat>(?:[*+?]|\{\d*,?\d*\})[?+]?)
    |(?P<any>\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$]|\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|\d+|[A-Za-z]))
    |\\?(?P<letter>.)""",
    re.VERBOSE | re.DOTALL,
)
_MAY_BE_MISSING = re.compile(r"[*?]|\{0*[,}]")
_WITH_NOTES = re.compile(r"\(\?(?:#|[a-zA-Z]*x)")
"""Begins a comment, or says that blanks and comments are no part of the pattern: few write that into a line of YAML."""


def needed_words(pattern: re.Pattern[str]) -> Words:
    """Return words of which one stands in whatever a pattern matches, case-folded; none where that cannot be told."""
    noted = pattern.flags & re.VERBOSE or _WITH_NOTES.search(pattern.pattern)
    return _NONE if noted else _of_choices(_TOKEN.finditer(pattern.pattern))


def _of_choices(tokens: Iterator[re.Match[str]]) -> Words:
    """Return what is needed by one of several branches, up to the end of their group."""
    branches = [_Branch()]
    for token in tokens:
        if token.lastgroup == "close":
            break
        if token.lastgroup == "either":
            branches.append(_Branch())
        else:
            branches[-1].take(token, tokens)
    needed = [branch.needed() for branch in branches]
    return frozenset().union(*needed) if all(needed) else _NONE


class _Branch:
    """Steps that stand one after the other in a pattern."""

    def __init__(self) -> None:
        self._steps: list[Words] = []
        self._row = ""

    def take(self, token: re.Match[str], following: Iterator[re.Match[str]]) -> None:
        """Take the next step; of a group all up to its end."""
        kind = token.lastgroup
        if kind == "letter":
            self._row += token["letter"]
        elif kind == "repeat":
            self._repeat(may_be_missing=_MAY_BE_MISSING.match(token[0]) is not None)
        else:
            self._end_row()
            inside = _of_choices(following) if kind in ("group", "aside") else _NONE
            self._steps.append(inside if kind == "group" else _NONE)

    def needed(self) -> Words:
        """Return the words of the step whose shortest word is longest."""
        self._end_row()
        return max(self._steps, key=lambda words: min(map(len, words), default=0), default=_NONE)

    def _repeat(self, *, may_be_missing: bool) -> None:
        in_row = bool(self._row)
        if may_be_missing:
            self._row = self._row[:-1]
        self._end_row()
        if may_be_missing and not in_row and self._steps:
            self._steps.pop()

    def _end_row(self) -> None:
        if self._row:
            self._steps.append(frozenset({self._row.casefold()}))
        self._row = ""
