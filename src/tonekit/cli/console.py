"""The console that commands print to: it wraps lines on a terminal only."""

from __future__ import annotations

import os
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.panel import Panel
from rich.text import Text

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


@dataclass(frozen=True, slots=True)
class Boxed:
    """A text under its title.

    Attributes:
        body, title: the text, and what it is.
        style: the colour of its box.
    """

    body: Text
    title: str
    style: str = "none"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield a box as wide as the console; where lines go whole, title and text alone."""
        if options.max_width < WHOLE:
            yield Panel(self.body, title=Text(self.title), border_style=self.style)
        else:
            yield Text(f"{self.title}:", style="bold")
            yield self.body
            yield Text("")
