"""Texts of customers on a terminal: what would move the cursor, colour the screen or hide a text is shown as a sign."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments

_FIRST_PICTURE, _DELETE, _DELETE_PICTURE = 0x2400, 0x7F, "\u2421"
_UNSEEN = "\ufffd"
_HARMLESS = frozenset("\n\t")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_JOINER = 0x200D
"""Holds emoji of several parts together."""


def visible(text: str) -> str:
    """Return `text` with every control, bidi, tag and zero-width sign but line feed and tab as one that is seen.

    Line ends of Windows become a blank and a line feed, so that offsets stay.
    """
    text = text.replace("\r\n", " \n")
    return text if text.isascii() and text.isprintable() else text.translate(_pictures())


def print_visibly(view: RenderableType, console: Console) -> None:
    """Print a view whose texts may come from anybody."""
    console.print(Segments(_visible_segments(console.render(view))), end="")


def _visible_segments(segments: Iterable[Segment]) -> Iterator[Segment]:
    for segment in segments:
        yield segment if segment.control else Segment(visible(segment.text), segment.style)


@cache
def _pictures() -> dict[int, str]:
    return {code: _picture(code) for code in range(sys.maxunicode + 1) if _is_hidden(code)}


def _is_hidden(code: int) -> bool:
    return unicodedata.category(chr(code)) in _INVISIBLE and chr(code) not in _HARMLESS and code != _JOINER


def _picture(code: int) -> str:
    if code == _DELETE:
        return _DELETE_PICTURE
    # Unicode has a picture of each of the first 32 controls: ␛ for escape.
    return chr(_FIRST_PICTURE + code) if code < ord(" ") else _UNSEEN
