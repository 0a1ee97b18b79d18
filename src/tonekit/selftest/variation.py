"""A message and its changed form, made of parts that can be left out one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_CONTEXT = 18


class Edit(NamedTuple):
    """A stretch of a text that is replaced; nothing is replaced where start and end are one."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Variation:
    """A text, and what may be changed in it.

    Attributes:
        text: the text before the change.
        parts: how many parts the change has.
        build: returns the text with some of the parts changed, given by their numbers, in order.
        show: returns for people what those parts are.
    """

    text: str
    parts: int
    build: Callable[[Sequence[int]], str]
    show: Callable[[Sequence[int]], str]


def by_edits(text: str, edits: Sequence[Edit]) -> Variation:
    """Return the variation whose parts are edits, in order and without overlap."""

    def build(chosen: Sequence[int]) -> str:
        pieces, place = [], 0
        for edit in (edits[number] for number in chosen):
            pieces += [text[place : edit.start], edit.text]
            place = edit.end
        return "".join([*pieces, text[place:]])

    def show(chosen: Sequence[int]) -> str:
        return "; ".join(_shown(text, edits[number]) for number in chosen)

    return Variation(text, len(edits), build, show)


def by_lines(text: str, place: int, lines: Sequence[str], *, at_start: bool) -> Variation:
    """Return the variation whose parts are the lines of a block that is put in at `place`, a blank line beside it."""

    def build(chosen: Sequence[int]) -> str:
        block = "\n".join(lines[number] for number in chosen)
        return f"{block}\n\n{text}" if at_start else f"{text[:place]}\n\n{block}{text[place:]}"

    def show(chosen: Sequence[int]) -> str:
        return " ⏎ ".join(f"+ {lines[number]}" for number in chosen)

    return Variation(text, len(lines), build, show)


def as_a_whole(text: str, changed: str, shown: str) -> Variation:
    """Return the variation that has one part: all of it."""
    return Variation(text, 1, lambda chosen: changed if chosen else text, lambda _: shown)


def _shown(text: str, edit: Edit) -> str:
    """Return an edit with some of the text around it; signs that nobody sees are spelt out."""
    before, behind = text[max(0, edit.start - _CONTEXT) : edit.start], text[edit.end : edit.end + _CONTEXT]
    return ascii_signs(f"…{before}[{text[edit.start : edit.end]} → {edit.text}]{behind}…")


def ascii_signs(text: str) -> str:
    """Return a text with line breaks, marks and invisible signs written as U+…."""
    return "".join(sign if sign.isprintable() and not _is_mark(sign) else f"<U+{ord(sign):04X}>" for sign in text)


def _is_mark(sign: str) -> bool:
    return "\u0300" <= sign <= "\u036f" or "\ufe00" <= sign <= "\ufe0f" or "\U0001f3fb" <= sign <= "\U0001f3ff"
