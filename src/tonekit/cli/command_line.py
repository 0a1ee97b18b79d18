"""Errors of the command line itself, and the help that says how it is meant."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from shutil import which
from typing import Any

import typer

from ..errors import ToneKitError


class CommandLineError(ToneKitError):
    """Options do not go together, or one is not written as it has to be: exit code 2, as for an unknown option."""


def called_as() -> str:
    """Return the command line as it has to be typed here: by its name, where a shell finds it by that."""
    if which("tonekit"):
        return "tonekit"
    called = Path(sys.argv[0])
    return str(called) if called.stem == "tonekit" else "python -m tonekit"


def typed(path: Path) -> str:
    """Return a path as it is typed behind a command, in every shell: in double quotes where it has more than words."""
    return str(path) if re.fullmatch(r"[\w./\\:-]+", str(path)) else f'"{path}"'


def named_path(name: str) -> Path:
    """Return the path of this name, for options that say whose templates or weights are used.

    Raises:
        typer.BadParameter: the name is empty: `--weights "$W"` of a variable that was never set would be read as the
            current folder.
    """
    if not name:
        raise typer.BadParameter("it is empty; name the file or folder, or leave the option out")
    return Path(name)


def without_types_of_flags(command: Any) -> Any:
    """Return a command whose help shows no type behind options that take no value, and so for all of its commands.

    `--json <bool>` looks as if `--json true` were meant.
    """
    for option in (*command.params, command.get_help_option(typer.Context(command))):
        if getattr(option, "is_flag", False):
            option.metavar = ""
    for each in getattr(command, "commands", {}).values():
        without_types_of_flags(each)
    return command
