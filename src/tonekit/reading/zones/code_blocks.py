"""Find code in a mail: fenced blocks, stack traces, logs, configuration, SQL, shell; by form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from .code_signs import CODE_LIKE, CODE_SURE, DETAIL, LABELLED, PROSE, SYMBOLS, TELLTALE_DETAIL
from .lines import LONGEST_FURNITURE_LINE, Line

_FENCE = re.compile(r"\s{0,3}(?:```+|~~~+)[^`~]{0,40}\s*")
_INDENTED = re.compile(r"(?: {2}|\t)\s*\S")
_NAMED = re.compile(
    r"(?:[A-Za-z_]\w{0,80}\.){1,15}\w{1,80}(?:\(|:\s|\s*$)"
    r"|[A-Z]\w{0,80}(?:[a-z][A-Z]\w{0,80}|Error|Exit|Interrupt)(?::\s|\s*$)"
)
"""What a stack trace names without indentation: the function of the next frame, the exception raised in the end."""
_DENSE = 0.12
"""Share of programming symbols among the signs of a line; prose with a smiley or brackets stays below."""
_FEWEST_SYMBOLS = 3
_FEWEST_LIKELY = 2
"""Lines: one that merely looks like code is an error message that a customer quotes."""


class _Look(IntEnum):
    """How much a line looks like code; the higher, the less it needs others around it."""

    PROSE = 0
    LABELLED = 1  # "Name: value": counts only between lines of code
    DETAIL = 2  # counts beside a line that looks like code
    LIKELY = 3  # two of them make a block
    SURE = 4


def fenced_lines(lines: list[Line]) -> set[int]:
    """Return the indexes of the lines between fences of three backticks or tildes, fences included.

    A fence that is never closed fences nothing.
    """
    fences = [index for index, line in enumerate(lines) if _FENCE.fullmatch(line.text)]
    return {index for first, last in zip(fences[::2], fences[1::2], strict=False) for index in range(first, last + 1)}


def is_prose(line: Line) -> bool:
    """Return whether a line is clearly none of code: a quick no; False leaves it open."""
    return PROSE.match(line.text) is not None


def code_lines(lines: list[Line], fenced: set[int]) -> set[int]:
    """Return the indexes of the lines that are code or log, among `lines` that are nobody else's.

    Args:
        fenced: indexes of the lines between fences.
    """
    looks = _looks(lines)
    found: set[int] = set()
    if max(looks, default=_Look.PROSE) >= _Look.LIKELY:
        found.update(index for first, last in _runs(lines, looks) for index in _block(looks, first, last))
    stray = {index for index, line in enumerate(lines) if index not in fenced and _FENCE.fullmatch(line.text)}
    if fenced and len(fenced) == len(lines) and len(found) * 2 < len(lines) - 2:
        # A whole message between fences is somebody's way of quoting themselves, unless it is code inside too.
        return {0, len(lines) - 1}
    return found | fenced | stray


def _looks(lines: list[Line]) -> list[_Look]:
    looks: list[_Look] = []
    for line in lines:
        before = looks[-1] if looks and not line.opens else _Look.PROSE
        look = _look(line.text[:LONGEST_FURNITURE_LINE])
        follows = before in {_Look.SURE, _Look.DETAIL} and (_INDENTED.match(line.text) or _NAMED.match(line.text))
        if look < _Look.DETAIL and follows:
            look = _Look.DETAIL
        looks.append(look)
    return looks


def _look(text: str) -> _Look:
    if CODE_SURE.match(text):
        return _Look.SURE
    if CODE_LIKE.match(text) or TELLTALE_DETAIL.match(text) or _ends_statement(text) or _is_dense(text):
        return _Look.LIKELY
    if DETAIL.match(text):
        return _Look.DETAIL
    return _Look.LABELLED if LABELLED.match(text) else _Look.PROSE


def _ends_statement(text: str) -> bool:
    end = text.rstrip()
    return end.endswith("{") or (end.endswith(";") and any(sign in end for sign in "=()"))


def _is_dense(text: str) -> bool:
    symbols = sum(map(text.count, SYMBOLS))
    if symbols < _FEWEST_SYMBOLS:
        return False
    return symbols >= _DENSE * len("".join(text.split()))


def _runs(lines: list[Line], looks: list[_Look]) -> Iterator[tuple[int, int]]:
    """Yield ranges of neighbouring lines, end exclusive, none of which is prose or opens a paragraph."""
    first = 0
    for index in range(len(lines) + 1):
        broken = index == len(lines) or looks[index] is _Look.PROSE
        if broken or lines[index].opens:
            if index > first:
                yield first, index
            first = index + 1 if broken else index


def _block(looks: list[_Look], first: int, last: int) -> range:
    """Return the lines of a run that are code: from its first line that is more than a label to its last."""
    while first < last and looks[first] is _Look.LABELLED:
        first += 1
    while last > first and looks[last - 1] is _Look.LABELLED:
        last -= 1
    likely = sum(looks[index] is _Look.LIKELY for index in range(first, last))
    details = sum(looks[index] is _Look.DETAIL for index in range(first, last))
    sure = any(looks[index] is _Look.SURE for index in range(first, last))
    return range(first, last) if sure or (likely and likely + details >= _FEWEST_LIKELY) else range(0)
