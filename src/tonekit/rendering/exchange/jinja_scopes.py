"""The names that a Jinja template binds itself, each as long as the block lasts in which it is bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, takewhile
from typing import NamedTuple

_SCOPED = frozenset({"for", "with", "macro", "call", "filter", "block"})
_ENDS = frozenset(f"end{each}" for each in (*_SCOPED, "set"))


class Word(NamedTuple):
    """A token of Jinja: its kind, its text, and the white space before it."""

    kind: str
    text: str
    space: str = ""


@dataclass(slots=True)
class Head:
    """What the head of a block binds.

    Attributes:
        bound: positions of the names in the head.
        since: position from which on they are bound; without one, from the end of the head on.
        over: for the one name of a loop what the loop goes through.
        around: position of a name that is bound around the block, not in it.
        later: whether the names are bound only where the block ends.
    """

    bound: list[int] = field(default_factory=list)
    since: int | None = None
    over: str = ""
    around: int = 0
    later: bool = False


@dataclass(slots=True)
class Scopes:
    """The names that are bound at a place."""

    _bound: dict[str, list[str]] = field(default_factory=dict)
    _open: list[tuple[list[str], list[str]]] = field(default_factory=lambda: [([], [])])

    def __contains__(self, name: str) -> bool:
        return bool(self._bound.get(name))

    def over(self, name: str) -> str:
        """Return what the loop goes through that binds a name, or nothing where no loop does."""
        return self._bound[name][-1]

    def apply(self, head: Head, words: Sequence[Word]) -> None:
        """Bind what a head binds, or end what was bound in the block that it closes."""
        tag = words[0].text if words else ""
        names = [words[index].text for index in head.bound]
        if tag in _ENDS:
            self._leave()
        if head.around:
            self._bind(words[head.around].text)
        if tag in _SCOPED or head.later:
            self._open.append(([], names if head.later else []))
        for name in () if head.later else names:
            self._bind(name, head.over)

    def _bind(self, name: str, over: str = "") -> None:
        self._bound.setdefault(name, []).append(over)
        self._open[-1][0].append(name)

    def _leave(self) -> None:
        if len(self._open) > 1:
            names, later = self._open.pop()
            for name in names:
                self._bound[name].pop()
            for name in later:
                self._bind(name)


def read_head(words: Sequence[Word]) -> Head:
    """Return what the head of a block binds, whose words stand between its signs."""
    tag = words[0].text if words else ""
    return _HEADS[tag](words) if tag in _HEADS else Head()


def _names(words: Sequence[Word], start: int, end: int) -> list[int]:
    """Return where names stand that are no parts of others."""
    return [index for index in range(start, end) if words[index].kind == "name" and words[index - 1].text != "."]


def _first(words: Sequence[Word], *texts: str) -> int:
    """Return where one of some words stands first, or behind the last where none does."""
    return next((index for index, each in enumerate(words) if each.text in texts), len(words))


def _for(words: Sequence[Word]) -> Head:
    start = _first(words, "in")
    bound = _names(words, 1, start)
    over = words[start + 1 : start + 2] if len(bound) == 1 else []
    # What a loop asks behind `if` it asks of its items.
    return Head(bound, _first(words, "if"), "".join(each.text for each in over if each.kind == "name"))


def _set(words: Sequence[Word]) -> Head:
    end = _first(words, "=", "|")
    return Head(_names(words, 1, end), later=end == len(words) or words[end].text == "|")


def _with(words: Sequence[Word]) -> Head:
    named = [index for index, (word, after) in enumerate(pairwise(words)) if after.text == "=" and word.kind == "name"]
    depths = _depths(words)
    return Head([index for index in named if depths[index] == 0])


def _macro(words: Sequence[Word]) -> Head:
    return Head(_parameters(words, 2), since=2, around=1 if len(words) > 1 else 0)


def _call(words: Sequence[Word]) -> Head:
    return Head(_parameters(words, 1))


def _import(words: Sequence[Word]) -> Head:
    start = _first(words, "as") if words[0].text == "import" else _first(words, "import")
    return Head(_names(words, start + 1, len(words)))


def _parameters(words: Sequence[Word], start: int) -> list[int]:
    """Return where the parameters stand in the brackets that open at a position."""
    if start >= len(words) or words[start].text != "(":
        return []
    depths = takewhile(lambda each: each[1] > 0, enumerate(_depths(words[start:]), start))
    inside = [index for index, depth in depths if depth == 1]
    return [index for index in inside if words[index].kind == "name" and words[index - 1].text in ("(", ",")]


def _depths(words: Sequence[Word]) -> list[int]:
    """Return how many brackets are open at each word."""
    steps = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
    return list(accumulate(steps.get(each.text, 0) if each.kind == "operator" else 0 for each in words))


_HEADS = {
    "for": _for,
    "set": _set,
    "with": _with,
    "macro": _macro,
    "call": _call,
    "import": _import,
    "from": _import,
}
"""What reads the head of each block that binds names."""
