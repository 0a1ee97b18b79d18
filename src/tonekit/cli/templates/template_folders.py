"""Which template folder a command works on, and how its files are named in messages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import MessageSourceError
from ..command_line import named_path

if TYPE_CHECKING:
    from ...rendering.folders.sources import TemplateFolders

HERE = Path("templates")
FolderArgument = Annotated[
    Path | None,
    typer.Argument(help="Your template folder; without it ./templates, or the shipped one.", show_default=False),
]
TemplatesOption = Annotated[
    Path | None,
    typer.Option(
        "--templates",
        parser=named_path,
        metavar="<path>",
        help="Your template folder; without it ./templates, or the shipped one.",
    ),
]


def own_folder(folder: Path | None) -> Path | None:
    """Return the folder of the user: the one given, else `templates` in the current folder; None is the shipped one.

    Raises:
        MessageSourceError: the folder that is given does not exist.
    """
    if folder is None:
        return HERE if HERE.is_dir() else None
    if not folder.is_dir():
        raise MessageSourceError("is not a folder; give the folder that holds your templates", source=str(folder))
    return folder


def folders_of(folder: Path | None) -> TemplateFolders:
    """Return the template folders for a folder of the user, or None.

    Raises:
        MessageSourceError: the folder that is given does not exist.
    """
    from ...rendering.folders.sources import TemplateFolders

    return TemplateFolders(own_folder(folder))


def folders_to_write(folder: Path | None) -> TemplateFolders:
    """Return the template folders for a command that writes into the user's.

    Raises:
        MessageSourceError: there is no folder of the user's, or it is that of the installation.
    """
    from ...rendering.folders.sources import INSTALLED, TemplateFolders

    own = own_folder(folder)
    if own is None:
        raise MessageSourceError("there is no such folder here; name your template folder", source=f"./{HERE}")
    if own.resolve() == INSTALLED.resolve():
        problem = "belongs to the installation, and an update would write over it; tonekit eject copies files out of it"
        raise MessageSourceError(problem, source=str(own))
    return TemplateFolders(own)


def shown(path: Path) -> str:
    """Return a path as one would type it here: relative to the current folder where it lies below."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
