"""The plain text of a planned reply, written without its Markdown.

What the Markdown of the author means is found out once, by `simple_text`, with a sign that is like any letter in each
place. A value that `plain_value` lets through changes nothing of that, so it takes the place of its sign. A test holds
this against the text that is made of the Markdown, with any values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from ..contracts.values import Text
from ..markup.inert import ROLE_NAMED
from ..markup.plain_text import KEPT_ADDRESS, simple_text
from ..markup.provenance import unmarked
from .holes import Hole
from .pieces import Piece, Said
from .plain_values import plain_value
from .program import without_seams

_SIGN = ROLE_NAMED
"""Stands for a value; no value holds it, and Markdown takes it for a letter."""
_MARKER = re.compile(r"- |\d+\. ")


class Link(NamedTuple):
    """A link whose text and address are inputs."""

    label: Hole
    address: Hole


@dataclass(frozen=True, slots=True)
class PlainProgram:
    """Writes the plain text.

    Attributes:
        parts: texts, and something empty in each place.
        places: place, value, and whether nothing but digits stands before it in its line.
        said: places of the phrases, each with the number of its call.
        links: places of the links.
    """

    parts: tuple[str, ...]
    places: tuple[tuple[int, str, int | None, bool], ...]
    said: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, Link], ...]

    def written(self, values: Mapping[str, Any], phrases: Sequence[str]) -> str | None:
        """Return the text, or None if a value takes a look at its Markdown."""
        parts = list(self.parts)
        for place, path, index, opens in self.places:
            value = values[path] if index is None else values[path][index]
            text = plain_value(value, opens=opens)
            if text is None:
                return None
            parts[place] = text
        for place, call in self.said:
            parts[place] = phrases[call]
        for place, link in self.links:
            text = _linked(link, values)
            if text is None:
                return None
            parts[place] = text
        return "".join(parts)


def plain_program(pieces: Iterable[Piece]) -> PlainProgram | None:
    """Return what writes the plain text of these pieces, or None if it takes their Markdown."""
    joined = list(_with_links(list(without_seams(pieces))))
    author = [piece for piece in joined if isinstance(piece, str)]
    markdown = "".join(piece if isinstance(piece, str) else _SIGN for piece in joined)
    # A sign after & would hide a character reference; a link of the author's own text needs its value.
    if any(_SIGN in text for text in author) or f"&{_SIGN}" in markdown or "](" in markdown:
        return None
    text = simple_text(markdown)
    if text is None:
        return None
    texts = unmarked(text).split(_SIGN)
    filled = [piece for piece in joined if not isinstance(piece, str)]
    return _made(texts, filled)


def _made(texts: Sequence[str], filled: Sequence[Hole | Said | Link]) -> PlainProgram | None:
    places, said, links = [], [], []
    for number, piece in enumerate(filled):
        place = 2 * number + 1
        if isinstance(piece, Link):
            links.append((place, piece))
        elif isinstance(piece, Said):
            said.append((place, piece.call))
        elif piece.field is None:
            places.append((place, piece.path, piece.item, opens_line(texts[number])))
        else:
            return None
    parts = (texts[0], *chain.from_iterable(("", text) for text in texts[1:]))
    return PlainProgram(parts, tuple(places), tuple(said), tuple(links))


def opens_line(before: str) -> bool:
    """Return whether what stands after this text has nothing but digits, or the marker of an item, before it."""
    line = _MARKER.sub("", before.rpartition("\n")[2], count=1)
    return not line or line.isdecimal()


def _with_links(pieces: list[Any]) -> Iterator[str | Hole | Said | Link]:
    """Yield the pieces, with one for each `[value](value)`."""
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        link = pieces[place + 1 : place + 5]
        if isinstance(piece, str) and piece.endswith("[") and _is_link(link):
            yield piece[:-1]
            yield Link(link[0], link[2])
            pieces[place + 4] = link[3][1:]
            place += 4
        else:
            yield piece
            place += 1


def _is_link(pieces: Sequence[Any]) -> bool:
    if len(pieces) != 4:  # noqa: PLR2004 - text, sign between, address, rest
        return False
    label, between, address, rest = pieces
    values = isinstance(label, Hole) and isinstance(address, Hole)
    return values and between == "](" and isinstance(rest, str) and rest.startswith(")")


def _linked(link: Link, values: Mapping[str, Any]) -> str | None:
    """Return a link as plain text shows it, as `plain_text` does."""
    label, address = plain_value(link.label.value(values), opens=True), link.address.value(values)
    if label is None or address.__class__ is not Text or not KEPT_ADDRESS.fullmatch(address):
        return None
    return label if label.replace("\\", "") == address else f"{label} ({address})"
