"""Errors on the command line: one line that a person will read to its end."""

from __future__ import annotations

from typing import Any

from ..errors import MOST_NAMES, ToneKitError, UnknownNameError

_MEANT = {"preview": "render", "show": "render", "fill": "render", "validate": "lint", "verify": "lint"}
"""Commands of other tools, and what is called so here."""


def said(error: ToneKitError) -> str:
    """Return what an error says, without a long list of names where one of them was meant."""
    before, meant, rest = str(error).partition("'? ")
    if isinstance(error, UnknownNameError) and meant and len(error.available) > MOST_NAMES:
        return f"{before}'?"
    return before + meant + rest


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
