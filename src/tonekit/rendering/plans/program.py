"""What is left of a planned template: texts, and places where values and phrases go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..environment import Inert
from .holes import Hole
from .pieces import Piece, Said

Place = tuple[int, str, int | None, str | None]
"""Where a value goes among the parts, and where it comes from: path, place in its list, name in its entry."""


@dataclass(frozen=True, slots=True)
class Program:
    """Writes a planned template.

    Attributes:
        parts: texts, and something empty in each place.
        places: of the values.
        said: places of the phrases, each with the number of its call.
        author: characters of the texts.
    """

    parts: tuple[str, ...]
    places: tuple[Place, ...]
    said: tuple[tuple[int, int], ...]
    author: int

    def written(self, values: Mapping[str, Any], phrases: Sequence[str], inert: Inert) -> str:
        """Return the text, every value in it made inert."""
        parts = list(self.parts)
        for place, path, index, field in self.places:
            value = values[path]
            if index is not None:
                value = value[index] if field is None else value[index][field]
            parts[place] = inert(value)
        for place, call in self.said:
            parts[place] = phrases[call]
        return "".join(parts)


def program(pieces: Iterable[Piece]) -> Program:
    """Return what writes these pieces."""
    joined = tuple(without_seams(pieces))
    places, said = [], []
    for place, piece in enumerate(joined):
        if isinstance(piece, Hole):
            places.append((place, piece.path, piece.item, piece.field))
        elif isinstance(piece, Said):
            said.append((place, piece.call))
    parts = tuple([piece if isinstance(piece, str) else "" for piece in joined])
    return Program(parts, tuple(places), tuple(said), sum(map(len, parts)))


def without_seams(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, texts that stand beside each other as one."""
    text = ""
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
            continue
        if text:
            yield text
        yield piece
        text = ""
    if text:
        yield text
