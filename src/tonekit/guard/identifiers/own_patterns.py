"""Numbers of one's own, such as order and customer numbers: kinds and patterns of `tonekit.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...errors import Problems
from ...files.datafile import DataFile, Place
from .needed_words import needed_words
from .page import Found, Page

NAMED = "number"
"""Where a pattern has a group of this name, the group alone is replaced, and the words around it stay."""


class OwnPatterns:
    """Finds what the patterns of `tonekit.yaml` match.

    Args:
        patterns: kind → compiled patterns.
    """

    def __init__(self, patterns: Mapping[str, Sequence[re.Pattern[str]]]) -> None:
        self._patterns = tuple(
            (kind, pattern, _needed(pattern)) for kind, several in patterns.items() for pattern in several
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


def _needed(pattern: re.Pattern[str]) -> frozenset[str]:
    return frozenset() if pattern.flags & re.VERBOSE else needed_words(pattern.pattern)


def read_patterns(patterns: Mapping[str, Sequence[str]], file: DataFile | None, place: Place) -> OwnPatterns:
    """Return the recogniser of the patterns that stand at `place` of a file.

    Raises:
        DataFileError: one is not a regular expression, or matches nothing at all.
    """
    problems = Problems()
    compiled: dict[str, list[re.Pattern[str]]] = {}
    for kind, several in patterns.items():
        for index, expression in enumerate(several):
            with problems.collecting():
                compiled.setdefault(kind, []).append(_compiled(expression, file, (*place, kind, index)))
    problems.raise_first()
    return OwnPatterns(compiled)


def _compiled(expression: str, file: DataFile | None, place: Place) -> re.Pattern[str]:
    try:
        pattern = re.compile(expression)
    except re.error as error:
        if file is None:
            raise
        raise file.error(f"'{expression}' is not a regular expression: {error}", place) from error
    if pattern.match("") and file is not None:
        raise file.error(f"'{expression}' also matches empty text; require at least one character of the number", place)
    return pattern
