"""The console that commands print to: it wraps lines on a terminal only."""

from __future__ import annotations

import os

from rich.console import Console

WHOLE = 10_000
"""Columns of a console whose lines are not broken."""


def output_console() -> Console:
    """Return a console for standard output, as wide as the terminal.

    Into a file, a pipe or the log of a CI lines go whole, so that `grep` finds what stands in them; `COLUMNS` breaks
    them there, too.
    """
    console = Console(highlight=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = WHOLE
    return console
