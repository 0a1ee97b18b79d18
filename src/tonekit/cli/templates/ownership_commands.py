"""The commands `init`, `eject` and `doctor`: a template folder of one's own, and what it is based on."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from ...errors import DataFileError, MessageSourceError
from ...files.whole_file import writing
from .schema_command import FILES, schema_of
from .template_folders import HERE, FolderArgument, own_folder, shown

_STATES = {
    "changed": ("The shipped file has changed since you took it over", "red", "Compare, and take over what you want."),
    "gone": ("The file it was based on no longer ships", "red", "Check whether you still need it."),
    "unknown": ("Overrides a shipped file; its base is not recorded", "yellow", "Compare with the shipped file."),
    "same": ("Word for word the shipped file", "yellow", "Delete it to follow the shipped one."),
    "current": ("Yours, and its base is what ships now", "green", ""),
    "own": ("Your own", "green", ""),
}


def init(folder: Annotated[Path, typer.Argument(help="The new folder.")] = HERE) -> None:
    """Copy the shipped templates to start from, with the schemas for editors."""
    from ...rendering.folders.ownership import copy_all
    from ...rendering.folders.sources import shipped_templates

    names = copy_all(shipped_templates(), folder)
    with writing(folder):
        _write_schemas(folder)
    print(f"{folder}: {len(names)} files copied.")
    print("Next: set your name in tonekit.yaml, edit what you like, and check it:")
    print(f"  tonekit lint {folder}")
    print(f"  tonekit test {folder}")
    print("Delete what you do not change: the shipped file is then used, and stays up to date.")


def eject(
    name: Annotated[str, typer.Argument(help="A shipped file or folder, such as replies/quote or phrases/de.yaml.")],
    folder: Annotated[Path, typer.Option("--templates", help="Your template folder.")] = HERE,
) -> None:
    """Copy one shipped file or folder into your own, to change it; tonekit doctor keeps an eye on it."""
    from ...rendering.folders.ownership import copy_out
    from ...rendering.folders.sources import shipped_templates

    for each in copy_out(shipped_templates(), folder, name):
        print(shown((folder / each).resolve()))


def doctor(folder: FolderArgument = None) -> None:
    """Show which of your files override shipped ones, and which of those have changed. Exit code 1 when any has."""
    from rich.console import Console
    from rich.text import Text

    from ...rendering.folders.ownership import examine
    from ...rendering.folders.sources import shipped_templates

    own = own_folder(folder)
    if own is None:
        raise MessageSourceError("there is no such folder here; name your template folder", source=f"./{HERE}")
    overrides = list(examine(shipped_templates(), own))
    console = Console(highlight=False, emoji=False)
    for state, (meaning, style, remedy) in _STATES.items():
        names = [each.name for each in overrides if each.state == state]
        if names:
            console.print(Text(f"{meaning}: {len(names)}", style=style))
            if remedy:
                console.print(Text(f"  → {remedy}", style="green"))
            for name in names:
                console.print(Text(f"  {name}"))
    if left := _left_out(own):
        console.print(f"tonekit.yaml leaves out, so they stay as shipped: {', '.join(left)}")
    if not overrides:
        console.print(f"{own}: nothing of your own; everything is as shipped.")
    if any(each.state in ("changed", "gone") for each in overrides):
        raise typer.Exit(1)


def _left_out(own: Path) -> list[str]:
    """Return the keys that a `tonekit.yaml` of one's own leaves to the shipped one, in the order of that."""
    from ...files.datafile import read_data_file
    from ...rendering.folders.sources import shipped_templates

    name = "tonekit.yaml"
    if not (own / name).is_file():
        return []
    with suppress(DataFileError):  # what is wrong with it, tonekit lint says
        file = read_data_file(own / name).over(read_data_file(shipped_templates() / name))
        return [key for key in file.data or () if key in file.inherited]
    return []


def _write_schemas(folder: Path) -> None:
    """Write the schemas, and the settings by which VS Code finds them; other editors take the same files."""
    wanted: dict[str, list[str]] = {}
    for name, patterns in FILES.items():
        path = folder / ".tonekit" / f"{name}.schema.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(schema_of(name), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        wanted[f"./.tonekit/{name}.schema.json"] = list(patterns)
    settings: dict[str, Any] = {"yaml.schemas": wanted, "files.associations": {"*.j2": "jinja"}}
    (folder / ".vscode").mkdir(exist_ok=True)
    (folder / ".vscode" / "settings.json").write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
