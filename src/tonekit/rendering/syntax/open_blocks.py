"""Find the block tag that nothing closes: Jinja says where the text ends, which is seldom where the mistake is."""

from __future__ import annotations

from jinja2 import Environment, TemplateSyntaxError

_CLOSED = frozenset({"if", "for", "filter", "set", "macro", "call", "with", "system", "user", "assistant"})
"""Tags that need an end tag; `set` only where it gives no value."""


def left_open(environment: Environment, text: str) -> tuple[str, int] | None:
    """Return the innermost tag that is not closed, with its line; None if there is none, or it cannot be told."""
    opened: list[tuple[str, int]] = []
    words: list[str] = []
    begun = 0
    try:
        for line, kind, value in environment.lex(text):
            if kind == "block_begin":
                words, begun = [], line
            elif kind == "block_end" and words:
                _take(words, begun, opened)
            elif kind in ("name", "operator"):
                words.append(value)
    except TemplateSyntaxError:
        return None
    return opened[-1] if opened else None


def _take(words: list[str], line: int, opened: list[tuple[str, int]]) -> None:
    """Note a tag that opens a block, or strike out the one that it closes."""
    tag = words[0]
    if tag.startswith("end"):
        if opened:
            opened.pop()
    elif tag in _CLOSED and not (tag == "set" and "=" in words):
        opened.append((tag, line))
