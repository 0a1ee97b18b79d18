"""Messages of prompts that depend on the style alone: written once for each style, and their tokens counted once."""

from __future__ import annotations

from collections.abc import Callable

from ..prompt import ChatMessage
from .budget import TokenCounter
from .contexts import MOST_STYLES


class KeptMessages:
    """Keeps them. Safe to share between threads.

    Args:
        count: counts the tokens of a text.
    """

    def __init__(self, count: TokenCounter) -> None:
        self._count = count
        self._messages: dict[object, ChatMessage] = {}
        self._tokens: dict[str, int | None] = {}

    def message(self, key: object, write: Callable[[], ChatMessage]) -> ChatMessage:
        """Return the message that is kept under a key; without one `write` writes it."""
        found = self._messages.get(key)
        if found is None:
            if len(self._messages) >= MOST_STYLES:
                self._messages.clear()
                self._tokens.clear()
            found = self._messages[key] = write()
            self._tokens[found.content] = None
        return found

    def tokens(self, text: str) -> int:
        """Return the tokens of a text, as the counter says; those of a message that is kept are counted once."""
        found = self._tokens.get(text)
        if found is None:
            found = self._count(text)
            if text in self._tokens:
                self._tokens[text] = found
        return found
