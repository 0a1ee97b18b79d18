"""The user's own kinds of numbers, such as order and customer numbers, by the patterns of `tonekit.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from .needed_words import needed_words
from .page import Found, Page

NAMED = "number"
"""Where a pattern has a group of this name, the group alone is replaced, and the words around it stay."""


class OwnPatterns:
    """Finds what the patterns of `tonekit.yaml` match."""

    def __init__(self, patterns: Mapping[str, Sequence[re.Pattern[str]]]) -> None:
        self._patterns = tuple(
            (kind, pattern, needed_words(pattern)) for kind, several in patterns.items() for pattern in several
        )

    def find(self, page: Page, /) -> Iterator[Found]:
        """Yield what they match."""
        for kind, pattern, words in self._patterns:
            if words and not page.may_hold(words):
                continue
            group = NAMED if NAMED in pattern.groupindex else 0
            for match in pattern.finditer(page.text):
                start, end = match.span(group)
                if start < end:
                    yield Found(kind, start, end)
