"""The lines of a mail, and what can be told of one line without knowing its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

LONGEST_FURNITURE_LINE = 400
"""Characters; a line of furniture (header, closing, name) is shorter. RFC 5322 cuts header lines at 998."""

_SENTENCE_END = ".!?\u2026"
_WEB_ADDRESS = re.compile(r"\bwww\.")
_TELEPHONE = re.compile(r"\d[\d ()/.-]{5,30}\d")
_SEPARATOR = re.compile(r"[-_=*~\u2013\u2014\u2500#+]{2,200}")
_QUESTION_OR_LONG = 8
"""Words; a longer line is a sentence. A name with title and company rarely takes more."""
_SHORT_EXCLAMATION = 4
"""Words; a line this short may end like a sentence and still be a name or motto."""


@dataclass(slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        start: offset of its first character in the whole text.
        text: the line without its line break.
        opens: whether it opens a paragraph: a blank line, a zone of another kind or nothing stands above.
    """

    start: int
    text: str
    opens: bool

    @property
    def words(self) -> list[str]:
        """Its words, split at white space."""
        return self.text.split()


def mail_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank, in order."""
    lines: list[Line] = []
    start, opens = 0, True
    for content in text.split("\n"):
        if not content or content.isspace():
            opens = True
        else:
            lines.append(Line(start, content, opens))
            opens = False
        start += len(content) + 1
    return lines


def chosen_lines(lines: list[Line], chosen: list[int]) -> list[Line]:
    """Return the lines with the indexes `chosen`; one whose neighbour above is missing opens a paragraph."""
    return [
        lines[index]
        if lines[index].opens or (position and chosen[position - 1] == index - 1)
        else replace(lines[index], opens=True)
        for position, index in enumerate(chosen)
    ]


def paragraphs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of line indexes, end exclusive, that form a paragraph."""
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].opens:
            if lines:
                yield first, index
            first = index


def lowered(text: str) -> str:
    """Return `text` in lower case, every character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


def is_contact(line: Line) -> bool:
    """Return whether a line holds a mail address, a link or a telephone number."""
    text = line.text[:LONGEST_FURNITURE_LINE]
    if "@" in text or "://" in text or _TELEPHONE.search(text):
        return True
    return "www." in text and _WEB_ADDRESS.search(text) is not None


def is_separator(line: Line) -> bool:
    """Return whether a line is nothing but a rule, such as `-- ` or `_____`."""
    return _SEPARATOR.fullmatch(line.text.strip()) is not None


def is_terse(line: Line) -> bool:
    """Return whether a line may be part of a signature: short, no question, no full sentence."""
    text = line.text.strip()
    if len(text) > LONGEST_FURNITURE_LINE or "?" in text:
        return False
    if is_contact(line):
        return len(line.words) - text.count(" | ") <= 2 * _QUESTION_OR_LONG
    count = len(line.words)
    return count <= (_SHORT_EXCLAMATION if text.endswith(tuple(_SENTENCE_END)) else _QUESTION_OR_LONG)
