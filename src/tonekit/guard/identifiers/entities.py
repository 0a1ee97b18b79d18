"""Entities of HTML, and garbled signs, as what they stand for: `anna&#64;example.com` is an address to its reader.

`JÃ¼rgen`, decoded with the wrong character set, is Jürgen, to a model too.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from html import unescape

from ...foreign_text.mojibake import garbled_signs, is_garbled
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
    """Return a text with signs for its entities and garbled signs, or None if it has none; any text is legal."""
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    position = 0
    for start, end, sign in _written_otherwise(text):
        pieces += [text[position:start], sign]
        # Some stand for two signs; each of them was written as the whole entity.
        starts.extend((*range(position, start), *[start] * len(sign)))
        ends.extend((*range(position + 1, start + 1), *[end] * len(sign)))
        position = end
    if not pieces:
        return None
    pieces.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    return Unescaped("".join(pieces), starts, ends)


def _written_otherwise(text: str) -> list[tuple[int, int, str]]:
    """Return where entities and garbled signs stand, in order, and what they stand for; no two of them overlap."""
    entities = _ENTITY.finditer(text) if "&" in text else ()
    found = [(match.start(), match.end(), unescape(match[0])) for match in entities]
    return sorted([*found, *garbled_signs(text)]) if is_garbled(text) else found
