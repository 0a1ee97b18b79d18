"""The line in the text of an HTML mail that says that words of it were left out.

It stands in the text itself, so that it is still there after mails were joined, kept as JSON or passed on.
"""

from __future__ import annotations

LEFT_OUT = "[⋯]"
"""No word of any language, no sign that is counted as the sender's style, and nothing that people write: they leave out
with `…` or `[…]`."""


def says_left_out(text: str) -> bool:
    """Return whether `text` has the line; one that the sender wrote himself counts, too."""
    return LEFT_OUT in text and any(line.strip() == LEFT_OUT for line in text.splitlines())
