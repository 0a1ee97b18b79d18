"""How errors are told on the command line: in one line that a person reads to its end."""

from __future__ import annotations

from typing import Any

from ..errors import ToneKitError, UnknownNameError

_MOST_NAMES = 12
"""Names that are listed behind the one that was probably meant; `tonekit vars`, lint and the docs have them all."""
_MEANT = {"preview": "render", "show": "render", "fill": "render", "validate": "lint", "verify": "lint"}
"""Commands of other tools, and what is called so here."""


def said(error: ToneKitError) -> str:
    """Return what an error says, without a long list of names where one of them was meant."""
    words = str(error)
    if isinstance(error, UnknownNameError) and len(error.available) > _MOST_NAMES:
        before, meant, _ = words.partition("'? Available: ")
        return f"{before}'?" if meant else words
    return words


def usage_said(problem: Any) -> str:
    """Return what is wrong with the command line, as typer describes it, and what to type.

    Args:
        problem: an error of typer; its classes are exported only in part.
    """
    words = str(problem.format_message()).replace("Value error, ", "").rstrip(".")  # the first words are of no help
    context = getattr(problem, "ctx", None)
    options = {each.name for each in context.command.params} if context else set()
    if "unexpected extra argument" in words and "templates" in options:
        return f"{words}; a template folder is named with --templates"
    if words.startswith("No such option: --format") and _prints_json(context):
        return "No such option: --format; JSON is printed with --json"
    other = next((here for word, here in _MEANT.items() if words.startswith(f"No such command '{word}'")), "")
    return f"{words}; it is called {other} here" if other else words


def _prints_json(context: Any) -> bool:
    return any("--json" in each.opts for each in context.command.params) if context else False
