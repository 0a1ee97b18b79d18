"""Where every part of a reply comes from: marks around what is printed, and the spans that are read from them.

A mark is one sign before the text, a number in digits of its own, and one sign after it. All of them are Unicode
noncharacters, which every value has lost (see `inert`), so that no text can bring a mark along. Markdown takes them for
letters; text, HTML and subject go out without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...result import Provenance, SourceKind

INPUT, PHRASE, COMPUTED, CLOSE = "\ufdd3", "\ufdd4", "\ufdd5", "\ufdd6"
_KINDS: dict[str, SourceKind] = {INPUT: "input", PHRASE: "phrase", COMPUTED: "computed"}
_ZERO = 0xFDE0
_BASE = 16
_MARK = re.compile("([\ufdd3-\ufdd5])([\ufde0-\ufdef]*)|\ufdd6")
_ANY = re.compile("[\ufdd3-\ufdef]+")


def mark(kind: str, number: int) -> str:
    """Return the sign and the digits that open the text of a source; `CLOSE` closes it."""
    digits = ""
    while number or not digits:
        number, last = divmod(number, _BASE)
        digits = chr(_ZERO + last) + digits
    return kind + digits


def opening_mark(text: str) -> str:
    """Return the mark that a text begins with, or nothing."""
    match = _MARK.match(text)
    return match[0] if match and match[1] else ""


def unmarked(text: str) -> str:
    """Return `text` without marks."""
    return _ANY.sub("", text) if CLOSE in text else text


def spans(marked: str, *, author: str, inputs: Sequence[str], phrases: Sequence[str]) -> tuple[Provenance, ...]:
    """Return where each part of a marked text comes from; the spans tile the text without marks.

    Args:
        marked: a text with marks, as a template wrote it.
        author: the file whose author wrote what is not marked.
        inputs, phrases: paths and ids by the number that a mark carries.
    """
    found: list[Provenance] = []
    for text, stack in _pieces(marked):
        inner = stack[-1] if stack else None
        phrase = next((phrases[number] for kind, number in reversed(stack) if kind == PHRASE), None)
        kind = _KINDS[inner[0]] if inner else "author"
        source = author if inner is None else _source(inner, author, inputs, phrases)
        start = found[-1].end if found else 0
        here = Provenance(start=start, end=start + len(text), kind=kind, source=source, phrase=phrase)
        if found and inner is None and found[-1].kind == "author":
            found[-1] = found[-1].model_copy(update={"end": here.end})
        else:
            found.append(here)
    return tuple(found)


def _source(inner: tuple[str, int], author: str, inputs: Sequence[str], phrases: Sequence[str]) -> str:
    kind, number = inner
    return author if kind == COMPUTED else (inputs if kind == INPUT else phrases)[number]


def _pieces(marked: str) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
    """Yield each piece of text with the sources it stands in, outermost first."""
    stack: list[tuple[str, int]] = []
    end = 0
    for match in _MARK.finditer(marked):
        if match.start() > end:
            yield marked[end : match.start()], tuple(stack)
        end = match.end()
        if match[1]:
            stack.append((match[1], _number(match[2])))
        elif stack:
            stack.pop()
    if end < len(marked):
        yield marked[end:], tuple(stack)


def _number(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * _BASE + ord(digit) - _ZERO
    return number
