"""Undo the line breaks that mail programs put into a paragraph and mark as their own (RFC 3676)."""

from __future__ import annotations

_SIGNATURE = "-- "
"""It ends with a blank, and is a line by itself (RFC 3676, 4.3)."""


def unflowed(text: str, *, delete_space: bool) -> str:
    """Return a text of the form `flowed` in the lines that were typed; quoted lines stay as they are.

    Args:
        text: any text.
        delete_space: whether the blank that marks a break is not part of the text (`delsp=yes`), so that it may
            stand inside a word or a link.
    """
    lines: list[list[str]] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        own = not line.startswith(">")
        typed = line.removeprefix(" ") if own else line
        if goes_on and own and typed != _SIGNATURE:
            lines[-1].append(typed)
        else:
            lines.append([typed])
        goes_on = own and typed.endswith(" ") and typed != _SIGNATURE
        if goes_on and delete_space:
            lines[-1][-1] = typed[:-1]
    return "\n".join(map("".join, lines))
