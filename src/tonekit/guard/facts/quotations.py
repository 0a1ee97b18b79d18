"""What a draft quotes from the conversation: the customer's own words are not a mistake of the draft."""

from __future__ import annotations

import re

from .backing import Backing, run_together

_QUOTED = re.compile(
    r"“[^“”\n]{1,600}”|„[^„“”\n]{1,600}[“”]|”[^”\n]{1,600}”|«[^«»\n]{1,600}»|»[^«»\n]{1,600}«|\"[^\"\n]{1,600}\""
)
_MARKED = re.compile(r"^[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*", re.MULTILINE)
_OPENINGS = ("“", "„", "”", "«", "»", '"', ">")
_VISIBLE = re.compile(r"[^\n]")
_FEWEST = 3
"""Words that a quotation has at least; fewer are a term that occurs in any text."""


def without_quotations(text: str, backing: Backing) -> str:
    """Return a draft with what it quotes from the conversation blanked out, every other character in its place."""
    if not any(sign in text for sign in _OPENINGS):
        return text

    def blanked(match: re.Match[str]) -> str:
        words = run_together(match[0])
        quotes = words.count(" ") + 1 >= _FEWEST and f" {words} " in backing.heard
        return _VISIBLE.sub(" ", match[0]) if quotes else match[0]

    return _MARKED.sub(blanked, _QUOTED.sub(blanked, text))
