"""Texts that are taken as they stand: most are short enough, and nothing in them has to be taken out.

Every message has a dozen of them, so they are made here without a further call.
"""

from __future__ import annotations

from typing import Any

from .values import Text, Trust


def ready_line(value: Any, trust: Trust, longest: int) -> Text | None:
    """Return a value that is one visible line as a text, or None if it takes a closer look."""
    if value.__class__ is not str or len(value) > longest or "  " in value or not value.isprintable():
        return None
    text = Text(value.strip())
    text.trust = trust
    text.lines = False
    text.mark = ""
    text.printable = text.clean = True
    return text or None


def ready_text(value: Any, trust: Trust, longest: int) -> Text | None:
    """Return a value whose lines are all visible as a text, or None if it takes a closer look."""
    if value.__class__ is not str or len(value) > longest:
        return None
    if not value.isprintable() and not value.replace("\n", "").isprintable():
        return None
    text = Text(value.strip())
    text.trust = trust
    text.lines = True
    text.mark = ""
    text.printable = "\n" not in text
    text.clean = True
    return text or None
