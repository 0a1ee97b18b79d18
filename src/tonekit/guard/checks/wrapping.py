"""What a model wraps around a whole reply: the fence of a block of code or of a quotation."""

from __future__ import annotations

import re

from .rules import Span

_FENCES = ("```", "~~~", '"""', "'''")
_OPENING = re.compile(r"\s*(?P<fence>`{3,}|~{3,}|\"{3}|'{3})[\w-]{0,12}[ \t]*\n")


def wrapping(text: str) -> Span | None:
    """Return where the fence stands that opens around a whole text, or None.

    It closes at the end or nowhere; a block of code that opens a reply has words behind it.
    """
    if not text.lstrip().startswith(_FENCES) or (opening := _OPENING.match(text)) is None:
        return None
    closing = text.find(opening["fence"], opening.end())
    if closing >= 0 and text[closing:].strip(f"{opening['fence'][0]} \t\r\n"):
        return None
    # Data in such a block are found as a format of machines.
    return None if text[opening.end() :].lstrip().startswith(("{", "[")) else opening.span("fence")
