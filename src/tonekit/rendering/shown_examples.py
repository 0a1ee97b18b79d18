"""The examples that a prompt shows in a situation, made inert once: a style comes up in many messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..settings import Limits
from .budget import TokenCounter, within
from .contexts import MOST_STYLES
from .contracts.values import Section, Settled, Text
from .environment import Inert
from .examples import Example, ExampleBook
from .occasion import Occasion


@dataclass(frozen=True, slots=True)
class ShownExample:
    """An example as templates see it."""

    id: str
    section: Section


class ShownExamples:
    """Chooses the nearest examples within their own budget. Safe to share between threads.

    Args:
        book: the examples.
        limits: how many, and how many tokens they may take together.
        count: counts tokens.
        inert: what makes a text inert in prompts.
    """

    def __init__(self, book: ExampleBook, limits: Limits, count: TokenCounter, inert: Inert) -> None:
        self._book = book
        self._limits = limits
        self._count = count
        self._shown = {each.file.id: _shown(each, inert) for each in book.examples}
        self._nearest: dict[object, list[ShownExample]] = {}

    def nearest(self, occasion: Occasion) -> Sequence[ShownExample]:
        """Return the examples to show, nearest first."""
        request: Any = occasion.given.get("reading.request")
        key = (occasion.style, occasion.profile.language, request)
        found = self._nearest.get(key)
        if found is None:
            if len(self._nearest) >= MOST_STYLES:
                self._nearest.clear()
            found = self._nearest[key] = [self._shown[each.file.id] for each in self._choose(occasion, request)]
        return found

    def _choose(self, occasion: Occasion, request: str | None) -> list[Example]:
        return within(
            self._book.nearest(occasion.profile, request),
            lambda each: each.file.message + each.file.answer,
            most=self._limits.examples,
            budget=self._limits.example_tokens,
            count=self._count,
        )


def _shown(example: Example, inert: Inert) -> ShownExample:
    texts = {
        "message": Text.of(example.file.message.strip(), "customer", lines=True),
        "answer": Text.of(example.file.answer.strip(), "model", lines=True),
    }
    section = Section("example", {name: Settled.of_shown(text, inert(text)) for name, text in texts.items()})
    return ShownExample(example.file.id, section)
