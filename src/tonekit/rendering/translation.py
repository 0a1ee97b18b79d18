"""The mark of a translation: which state of the source body it was made from.

    {# translated from en.md.j2 #3f2a9c01d4e6 #}

It stands in the first lines of a body and prints nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b

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


def digest_of(source: str) -> str:
    """Return the short hash of a body; its own mark and blanks at line ends do not count."""
    lines = [line.rstrip() for line in _MARK.sub("", source).strip().splitlines()]
    return blake2b("\n".join(lines).encode(), digest_size=_DIGEST_BYTES).hexdigest()


def mark_of(text: str) -> TranslationMark | None:
    """Return the mark of a body, or None where it has none."""
    match = _MARK.search(text)
    return TranslationMark(match[1], match[2], text.count("\n", 0, match.start()) + 1) if match else None


def marked(text: str, source_name: str, source: str) -> str:
    """Return a body with the mark that it is a translation of `source` as it stands now."""
    return f"{{# translated from {source_name} #{digest_of(source)} #}}\n{_MARK.sub('', text)}"
