"""A message that comes again is written and counted once."""

from __future__ import annotations

from tonekit.prompt import ChatMessage
from tonekit.rendering.contexts import MOST_STYLES
from tonekit.rendering.kept_messages import KeptMessages


def test_written_and_counted_once() -> None:
    """The counter sees a kept message once, every other text as often as it comes."""
    counted: list[str] = []
    kept = KeptMessages(lambda text: counted.append(text) or len(text))  # type: ignore[func-returns-value]
    made = kept.message("key", lambda: ChatMessage(role="system", content="Write."))

    assert kept.message("key", lambda: ChatMessage(role="system", content="other")) is made
    assert [kept.tokens(text) for text in ("Write.", "Write.", "Hello", "Hello")] == [6, 6, 5, 5]
    assert counted == ["Write.", "Hello", "Hello"]


def test_bounded() -> None:
    """Many styles do not fill the memory."""
    kept = KeptMessages(len)
    for number in range(3 * MOST_STYLES):
        kept.message(number, lambda number=number: ChatMessage(role="system", content=str(number)))  # type: ignore[misc]

    assert len(kept._messages) <= MOST_STYLES
    assert len(kept._tokens) <= MOST_STYLES
