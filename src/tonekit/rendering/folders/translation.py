"""The mark of a translation: which state of the source body it was made from.

    {# translated from en.md.j2 #3f2a9c01d4e6 #}

It stands in the first lines of a body and prints nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

_MARK = re.compile(r"\{#\s*translated from (\S+) #([0-9a-f]{12})\s*#\}\n?")
_DIGEST_BYTES = 6


@dataclass(frozen=True, slots=True)
class TranslationMark:
    """What a mark says.

    Attributes:
        source: file name of the source body.
        digest: short hash of the source at that time.
        line: 1-based line of the mark.
    """

    source: str
    digest: str
    line: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How a body stands to the one it is a translation of.

    Attributes:
        name: its file.
        language, variant: which body it is.
        source: file of the source body, or None if it is the source itself, or there is none.
        state: `source`, `marked` (translated from the source as it is now), `stale` (the source has changed since) or
            `unmarked` (never said).
    """

    name: str
    language: str
    variant: str
    source: str | None
    state: Literal["source", "marked", "stale", "unmarked"]


def standings(texts: Mapping[tuple[str, str], tuple[str, str]], *, source_language: str) -> list[Standing]:
    """Return how the bodies of a template stand to their sources.

    Args:
        texts: language and variant → file and text.
        source_language: the language that the others are translated from.
    """
    found = []
    for (language, variant), (name, text) in texts.items():
        origin = texts.get((source_language, variant)) or texts.get((source_language, "default"))
        if language == source_language or origin is None:
            state: Literal["source", "marked", "stale", "unmarked"] = "source"
            found.append(Standing(name, language, variant, None, state))
            continue
        mark = mark_of(text)
        state = "unmarked" if mark is None else "marked" if mark.digest == digest_of(origin[1]) else "stale"
        found.append(Standing(name, language, variant, origin[0], state))
    return found


def digest_of(source: str) -> str:
    """Return the short hash of a body; its own mark and blanks at line ends do not count."""
    lines = [line.rstrip() for line in _MARK.sub("", source).strip().splitlines()]
    return blake2b("\n".join(lines).encode(), digest_size=_DIGEST_BYTES).hexdigest()


def mark_of(text: str) -> TranslationMark | None:
    """Return the mark of a body, or None if it has none."""
    match = _MARK.search(text)
    return TranslationMark(match[1], match[2], text.count("\n", 0, match.start()) + 1) if match else None


def marked(text: str, source_name: str, source: str) -> str:
    """Return a body with the mark that it is a translation of `source` as it stands now."""
    return f"{{# translated from {source_name} #{digest_of(source)} #}}\n{_MARK.sub('', text)}"
