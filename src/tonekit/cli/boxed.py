"""Texts that are boxed on a terminal and plain in a pipe."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.panel import Panel
from rich.text import Text

from .output import WHOLE


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
