"""Suspected prompt injection by form: marks of chat formats, made-up roles, hidden text, orders to a model in English.

It is a suspicion, for a person to look at. What keeps a text from becoming a role or a template is in `rendering/`,
and does not depend on being found here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from ...files.datafile import DataFile, read_data_file
from ...loading.once import once
from ...stated_facts import Alert, Span
from ..normalising import NormalText, normalise
from ..notes import MOST_CHARACTERS
from ..zones.furniture import words_of
from ..zones.lines import lowered

INJECTION = Path(__file__).with_name("injection.yaml")
_FLAGS = re.IGNORECASE | re.MULTILINE
MOST_FOUND = 20
"""Suspicions of one message that are told; a person looks after the first."""
_DISGUISED = "\u0130\u0131\u017f"
"""Letters that expressions take for i and s where capitals do not matter, and that stay what they are in lower case."""


class InjectionFinder:
    """Finds what may be meant for a model. Safe to share between threads.

    Raises:
        DataFileError: an expression of `injection.yaml` is not valid.
    """

    def __init__(self) -> None:
        file = read_data_file(INJECTION)
        forms = list(_forms(file))
        self._forms = [pattern.pattern for _, pattern in forms]
        self._by_need: dict[str, list[re.Pattern[str]]] = {}
        for needs, pattern in forms:
            for need in needs:
                self._by_need.setdefault(need, []).append(pattern)
        self._signs = tuple(need for need in self._by_need if not need.isalpha())
        hidden = [file.expression(each, ("hidden", at), flags=_FLAGS) for at, each in enumerate(file.data["hidden"])]
        self._hidden = _joined([pattern.pattern for pattern in hidden])

    @once
    def _visible(self) -> re.Pattern[str]:
        """What finds the visible forms; few messages hold any."""
        return _joined(self._forms)

    def find(self, normal: NormalText, words: AbstractSet[str], locate: Callable[[int, int], Span]) -> Iterator[Alert]:
        """Yield what is suspicious in the whole text, quotes and code too: a model would read them.

        Args:
            normal: the text as it is read, and as it was written.
            words: the words of the text as it is read, in lower case.
            locate: turns offsets of the normal text into a span of the original one.
        """
        spans = []
        if self._may_speak_to_a_model(normal.text, words):
            spans = [locate(*match.span()) for match in _first(self._visible, normal.text)]
        if not normal.in_place:
            spans += [
                Span(text=match[0], start=match.start(), end=match.end())
                for match in _first(self._hidden, normal.original)
            ]
        for span in spans:
            yield Alert(text=span.text, start=span.start, end=span.end, kind="injection")

    def orders(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the suspicious words of texts that stand beside a message, as they are read: a model reads them too.

        Args:
            texts: any texts; of each what would be read of a message.
        """
        return tuple(order for text in texts for order in self._words(normalise(text[:MOST_CHARACTERS])))

    def _words(self, normal: NormalText) -> Iterator[str]:
        def locate(start: int, end: int) -> Span:
            return Span(text=normal.text[start:end], start=start, end=end)

        yield from (alert.text for alert in self.find(normal, words_of(lowered(normal.text)), locate))

    def _may_speak_to_a_model(self, text: str, words: AbstractSet[str]) -> bool:
        """Return whether one of the visible forms stands in a text; most texts show at a glance that none does."""
        if not text.isascii() and any(letter in text for letter in _DISGUISED):
            return True
        there = [*(self._by_need.keys() & words), *[sign for sign in self._signs if sign in text]]
        return any(pattern.search(text) for need in there for pattern in self._by_need[need])


def _first(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for match, _ in zip(pattern.finditer(text), range(MOST_FOUND), strict=False):
        yield match


def _forms(file: DataFile) -> Iterator[tuple[list[str], re.Pattern[str]]]:
    """Yield the visible forms, each with the words and signs of which a text must hold one."""
    for at, entry in enumerate(file.data["visible"]):
        yield entry["needs"], file.expression(entry["form"], ("visible", at, "form"), flags=_FLAGS)


def _joined(expressions: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in expressions), _FLAGS)
