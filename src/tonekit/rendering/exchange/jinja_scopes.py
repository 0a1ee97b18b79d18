"""The names that a Jinja template binds itself, each for as long as the block that binds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, takewhile
from typing import NamedTuple

_SCOPING_TAGS = frozenset({"for", "with", "macro", "call", "filter", "block"})
_ENDS = frozenset(f"end{each}" for each in (*_SCOPING_TAGS, "set"))


class Token(NamedTuple):
    """A token of Jinja: its kind, its text, and the white space before it."""

    kind: str
    text: str
    space: str = ""


@dataclass(slots=True)
class Binding:
    """What a tag binds. Positions are those of its tokens.

    Attributes:
        names: positions of the bound names.
        starts: position from which they are bound; None means after the tag.
        looped_list: what a loop with a single name goes through.
        outer_name: position of a name that is bound outside the block, such as that of a macro; 0 if there is none.
        at_end: whether the names are bound only after the end of the block, as by `{% set x %}…{% endset %}`.
    """

    names: list[int] = field(default_factory=list)
    starts: int | None = None
    looped_list: str = ""
    outer_name: int = 0
    at_end: bool = False


@dataclass(slots=True)
class _Block:
    """An open block.

    Attributes:
        bound: names that are bound until it ends.
        binds_at_end: names that are bound once it has ended.
    """

    bound: list[str] = field(default_factory=list)
    binds_at_end: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Scopes:
    """The names that are bound at a place in a template."""

    _looped_lists: dict[str, list[str]] = field(default_factory=dict)
    """Bound name → for each block that binds it the list that it loops over; empty if it is no loop."""
    _blocks: list[_Block] = field(default_factory=lambda: [_Block()])

    def __contains__(self, name: str) -> bool:
        return bool(self._looped_lists.get(name))

    def looped_list(self, name: str) -> str:
        """Return the list whose items a bound name stands for, or nothing if it is not the item of a loop."""
        return self._looped_lists[name][-1]

    def apply(self, binding: Binding, tag: Sequence[Token]) -> None:
        """Take over what a tag binds, or release what was bound in the block that it ends."""
        tag_name = tag[0].text if tag else ""
        names = [tag[index].text for index in binding.names]
        if tag_name in _ENDS:
            self._end_block()
        if binding.outer_name:
            self._bind(tag[binding.outer_name].text)
        if binding.at_end:
            self._blocks.append(_Block(binds_at_end=names))
            return
        if tag_name in _SCOPING_TAGS:
            self._blocks.append(_Block())
        for name in names:
            self._bind(name, binding.looped_list)

    def _bind(self, name: str, looped_list: str = "") -> None:
        self._looped_lists.setdefault(name, []).append(looped_list)
        self._blocks[-1].bound.append(name)

    def _end_block(self) -> None:
        if len(self._blocks) > 1:
            block = self._blocks.pop()
            for name in block.bound:
                self._looped_lists[name].pop()
            for name in block.binds_at_end:
                self._bind(name)


def read_binding(tag: Sequence[Token]) -> Binding:
    """Return what a tag binds, given the tokens between its delimiters."""
    tag_name = tag[0].text if tag else ""
    return _READERS[tag_name](tag) if tag_name in _READERS else Binding()


def _names(tag: Sequence[Token], start: int, end: int) -> list[int]:
    """Return the positions of names that are not an attribute of another."""
    return [index for index in range(start, end) if tag[index].kind == "name" and tag[index - 1].text != "."]


def _first(tag: Sequence[Token], *texts: str) -> int:
    """Return the position of the first token with one of these texts, or that after the last token."""
    return next((index for index, token in enumerate(tag) if token.text in texts), len(tag))


def _for(tag: Sequence[Token]) -> Binding:
    end = _first(tag, "in")
    names = _names(tag, 1, end)
    looped = tag[end + 1 : end + 2] if len(names) == 1 else []
    looped_list = "".join(token.text for token in looped if token.kind == "name")
    # A condition of the loop, behind `if`, sees the items already.
    return Binding(names, starts=_first(tag, "if"), looped_list=looped_list)


def _set(tag: Sequence[Token]) -> Binding:
    end = _first(tag, "=", "|")
    return Binding(_names(tag, 1, end), at_end=end == len(tag) or tag[end].text == "|")


def _with(tag: Sequence[Token]) -> Binding:
    named = [index for index, (token, after) in enumerate(pairwise(tag)) if after.text == "=" and token.kind == "name"]
    depths = _bracket_depths(tag)
    return Binding([index for index in named if depths[index] == 0])


def _macro(tag: Sequence[Token]) -> Binding:
    return Binding(_parameters(tag, 2), starts=2, outer_name=1 if len(tag) > 1 else 0)


def _call(tag: Sequence[Token]) -> Binding:
    return Binding(_parameters(tag, 1))


def _import(tag: Sequence[Token]) -> Binding:
    before_names = _first(tag, "as") if tag[0].text == "import" else _first(tag, "import")
    return Binding(_names(tag, before_names + 1, len(tag)))


def _parameters(tag: Sequence[Token], start: int) -> list[int]:
    """Return the positions of the parameters in the brackets that open at `start`."""
    if start >= len(tag) or tag[start].text != "(":
        return []
    inside = takewhile(lambda item: item[1] > 0, enumerate(_bracket_depths(tag[start:]), start))
    outermost = [index for index, depth in inside if depth == 1]
    return [index for index in outermost if tag[index].kind == "name" and tag[index - 1].text in ("(", ",")]


def _bracket_depths(tag: Sequence[Token]) -> list[int]:
    """Return how many brackets are open at each token."""
    steps = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
    return list(accumulate(steps.get(token.text, 0) if token.kind == "operator" else 0 for token in tag))


_READERS = {
    "for": _for,
    "set": _set,
    "with": _with,
    "macro": _macro,
    "call": _call,
    "import": _import,
    "from": _import,
}
"""Tag → the function that reads what it binds."""
