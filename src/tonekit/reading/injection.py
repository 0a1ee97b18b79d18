"""Suspected prompt injection by form: marks of chat formats, made-up roles, hidden text, orders to a model in English.

It is a suspicion, for a person to look at. What keeps a text from becoming a role or a template is in `rendering/`,
and does not depend on being found here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from ..datafile import DataFile, Place, read_data_file
from ..stated_facts import Alert, Span
from .normalising import NormalText

INJECTION = Path(__file__).with_name("injection.yaml")
MOST_FOUND = 20
"""Suspicions of one message that are told; a person looks after the first."""
_DISGUISED = "\u0130\u0131\u017f"
"""Letters that expressions take for i and s where capitals do not matter, and that stay what they are in lower case."""


@dataclass(frozen=True, slots=True)
class _Form:
    """An expression, and the words and signs of which a text must hold one to be worth a try."""

    words: frozenset[str]
    signs: tuple[str, ...]
    pattern: re.Pattern[str]

    def may_stand_in(self, text: str, words: AbstractSet[str]) -> bool:
        return not self.words.isdisjoint(words) or any(sign in text for sign in self.signs)


class InjectionFinder:
    """Finds what may be meant for a model. Safe to share between threads.

    Args:
        path: the file of regular expressions.

    Raises:
        DataFileError: an expression is not valid.
    """

    def __init__(self, path: Path = INJECTION) -> None:
        file = read_data_file(path)
        self._visible = tuple(_forms(file))
        self._any_visible = _joined([form.pattern.pattern for form in self._visible])
        self._words = frozenset[str]().union(*(form.words for form in self._visible))
        self._signs = frozenset(sign for form in self._visible for sign in form.signs)
        self._hidden = _joined([_compiled(file, each, ("hidden", at)) for at, each in enumerate(file.data["hidden"])])

    def find(
        self, normal: NormalText, words: AbstractSet[str], locate: Callable[[int, int], Span]
    ) -> Iterator[Alert]:
        """Yield what is suspicious in the whole text, quotes and code too: a model would read them.

        Args:
            normal: the text as it is read, and as it was written.
            words: the words of the text as it is read, in lower case.
            locate: turns offsets of the normal text into a span of the original one.
        """
        spans = []
        if self._may_speak_to_a_model(normal.text, words):
            spans = [locate(*match.span()) for match in _first(self._any_visible, normal.text)]
        if not normal.in_place:
            spans += [
                Span(text=match[0], start=match.start(), end=match.end())
                for match in _first(self._hidden, normal.original)
            ]
        for span in spans:
            yield Alert(text=span.text, start=span.start, end=span.end, kind="injection")

    def _may_speak_to_a_model(self, text: str, words: AbstractSet[str]) -> bool:
        """Return whether one of the visible forms stands in a text; most texts show at a glance that none does."""
        if any(letter in text for letter in _DISGUISED):
            return True
        if self._words.isdisjoint(words) and not any(sign in text for sign in self._signs):
            return False
        return any(form.may_stand_in(text, words) and form.pattern.search(text) for form in self._visible)


def _first(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for match, _ in zip(pattern.finditer(text), range(MOST_FOUND), strict=False):
        yield match


def _forms(file: DataFile) -> Iterator[_Form]:
    for at, entry in enumerate(file.data["visible"]):
        pattern = re.compile(_compiled(file, entry["form"], ("visible", at, "form")), re.IGNORECASE | re.MULTILINE)
        needs = entry["needs"]
        yield _Form(frozenset(filter(str.isalpha, needs)), tuple(need for need in needs if not need.isalpha()), pattern)


def _joined(expressions: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in expressions), re.IGNORECASE | re.MULTILINE)


def _compiled(file: DataFile, expression: str, place: Place) -> str:
    """Return an expression that is known to compile."""
    try:
        re.compile(expression, re.IGNORECASE | re.MULTILINE)
    except re.error as error:
        raise file.error(f"'{expression}' is not a regular expression: {error}", place) from error
    return expression
