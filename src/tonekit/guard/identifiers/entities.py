"""Entities of HTML as the signs that they stand for: `anna&#64;example.com` is an address to whoever reads the mail."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from html import unescape

from .page import Found

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
"""With its semicolon alone: without one `&copy=1` is a part of a link (HTML Living Standard, 13.2.5.73)."""


@dataclass(frozen=True, slots=True)
class Unescaped:
    """A text with signs for its entities.

    Attributes:
        text: the text.
        starts, ends: for each of its signs where it was written, end exclusive.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def written(self, found: Found) -> Found:
        """Return what was found in the text, where it was written."""
        return Found(found.kind, self.starts[found.start], self.ends[found.end - 1])


def unescaped(text: str) -> Unescaped | None:
    """Return a text with signs for its entities, or None where it has none; any text at all is legal."""
    if "&" not in text or not _ENTITY.search(text):
        return None
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    position = 0
    for match in _ENTITY.finditer(text):
        sign = unescape(match[0])
        pieces += [text[position : match.start()], sign]
        # Some stand for two signs; each of them was written as the whole entity.
        starts.extend((*range(position, match.start()), *[match.start()] * len(sign)))
        ends.extend((*range(position + 1, match.start() + 1), *[match.end()] * len(sign)))
        position = match.end()
    pieces.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    return Unescaped("".join(pieces), starts, ends)
