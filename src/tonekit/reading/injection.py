"""Suspected prompt injection by form: marks of chat formats, made-up roles, hidden text, orders to a model in English.

It is a suspicion, for a person to look at. What keeps a text from becoming a role or a template is in `rendering/`,
and does not depend on being found here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from ..datafile import DataFile, read_data_file
from ..stated_facts import Alert, Span
from .normalising import NormalText

INJECTION = Path(__file__).with_name("injection.yaml")
MOST_FOUND = 20
"""Suspicions of one message that are told; a person looks after the first."""


class InjectionFinder:
    """Finds what may be meant for a model. Safe to share between threads.

    Args:
        path: the file of regular expressions.

    Raises:
        DataFileError: an expression is not valid.
    """

    def __init__(self, path: Path = INJECTION) -> None:
        file = read_data_file(path)
        self._signs = tuple(file.data["signs"])
        self._visible = _compiled(file, "visible")
        self._hidden = _compiled(file, "hidden")

    def find(self, normal: NormalText, locate: Callable[[int, int], Span]) -> Iterator[Alert]:
        """Yield what is suspicious in the whole text, quotes and code too: a model would read them.

        Args:
            normal: the text as it is read, and as it was written.
            locate: turns offsets of the normal text into a span of the original one.
        """
        lower = normal.text.lower()
        spans = []
        if any(sign in lower for sign in self._signs):
            spans = [locate(*match.span()) for match in _first(self._visible, normal.text)]
        if not normal.original.isascii():
            spans += [
                Span(text=match[0], start=match.start(), end=match.end())
                for match in _first(self._hidden, normal.original)
            ]
        for span in spans:
            yield Alert(text=span.text, start=span.start, end=span.end, kind="injection")


def _first(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for match, _ in zip(pattern.finditer(text), range(MOST_FOUND), strict=False):
        yield match


def _compiled(file: DataFile, key: str) -> re.Pattern[str]:
    expressions = file.data[key]
    for index, expression in enumerate(expressions):
        try:
            re.compile(expression, re.IGNORECASE | re.MULTILINE)
        except re.error as error:
            raise file.error(f"'{expression}' is not a regular expression: {error}", (key, index)) from error
    return re.compile("|".join(f"(?:{each})" for each in expressions), re.IGNORECASE | re.MULTILINE)
