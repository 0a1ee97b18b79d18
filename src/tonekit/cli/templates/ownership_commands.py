"""The commands `init`, `eject` and `doctor`: a user's template folder, and the shipped files that it is based on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from difflib import unified_diff
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...errors import DataFileError, MessageSourceError
from ...files.whole_file import writing
from ..command_line import typed
from .schema_command import FILES, schema_of
from .template_folders import HERE, FolderArgument, own_folder, shown

if TYPE_CHECKING:
    from rich.console import Console

    from ...rendering.folders.ownership import Override

SETTINGS = "tonekit.yaml"

_STATES = {
    "changed": (
        "The shipped file has changed since you took it over",
        "red",
        "Compare (--diff), and take over what you want.",
    ),
    "gone": ("The file it was based on no longer ships", "red", "Check whether you still need it."),
    "untouched": (
        "The shipped file has changed, and you never changed yours",
        "red",
        "Delete it (--clean does) to follow the shipped one.",
    ),
    "unknown": (
        "Overrides a shipped file; its base is not recorded",
        "yellow",
        "Compare with the shipped file (--diff).",
    ),
    "same": ("Word for word the shipped file", "yellow", "Delete it (--clean does) to follow the shipped one."),
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
    print(f"  tonekit lint {typed(folder)}")
    print(f"  tonekit test {typed(folder)}")
    print("What you do not change, delete later, so that the shipped file is used and stays up to date:")
    print(f"  tonekit doctor {typed(folder)} --clean")


def eject(
    name: Annotated[str, typer.Argument(help="A shipped file or folder, such as replies/quote or phrases/de.yaml.")],
    folder: Annotated[Path, typer.Option("--templates", help="Your template folder.")] = HERE,
) -> None:
    """Copy one shipped file or folder into your own, to change it; tonekit doctor keeps an eye on it."""
    from ...rendering.folders.ownership import copy_out
    from ...rendering.folders.sources import shipped_templates

    for each in copy_out(shipped_templates(), folder, name):
        print(shown((folder / each).resolve()))


def doctor(
    folder: FolderArgument = None,
    *,
    tidy: Annotated[
        bool, typer.Option("--clean", help="Delete the files that you never changed: the shipped ones are used then.")
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Show what the shipped file has otherwise, where there is something to compare."),
    ] = False,
) -> None:
    """Show which of your files override shipped ones, and which of those have changed. Exit code 1 when any has."""
    from ...rendering.folders.ownership import FOLLOWING, Override, clean, examine
    from ...rendering.folders.sources import shipped_templates
    from ..console import output_console

    own = own_folder(folder)
    if own is None:
        raise MessageSourceError("there is no such folder here; name your template folder", source=f"./{HERE}")
    overrides, left = list(examine(shipped_templates(), own)), _left_out(own)
    console = output_console()
    if tidy and (count := clean(shipped_templates(), own, overrides)):
        what = f"{count} file{'s' if count != 1 else ''}"
        console.print(f"{what} deleted that you had not changed: the shipped ones are used.")
        overrides = [each for each in overrides if each.state not in FOLLOWING]
    if left:
        # It holds only what was changed, key by key: there is nothing to compare.
        overrides = [
            replace(each, state="own") if each == Override(SETTINGS, "unknown") else each for each in overrides
        ]
    _print_states(console, overrides)
    if diff:
        _print_differences(console, own, [each.name for each in overrides if each.state in ("changed", "unknown")])
    if left:
        console.print(f"{SETTINGS} leaves out, so they stay as shipped: {', '.join(left)}")
    if not overrides:
        console.print(f"{own}: nothing of your own; everything is as shipped.")
    if any(each.state in ("changed", "untouched", "gone") for each in overrides):
        raise typer.Exit(1)


def _print_states(console: Console, overrides: Sequence[Override]) -> None:
    from rich.text import Text

    for state, (meaning, style, remedy) in _STATES.items():
        names = [each.name for each in overrides if each.state == state]
        if names:
            console.print(Text(f"{meaning}: {len(names)}", style=style))
            if remedy:
                console.print(Text(f"  → {remedy}", style="green"))
            for name in _gathered(names, {each.name for each in overrides}):
                console.print(Text(f"  {name}"))


def _print_differences(console: Console, own: Path, names: Iterable[str]) -> None:
    """Print what leads from one's own files to the shipped ones, as a patch."""
    from rich.text import Text

    from ...rendering.folders.sources import shipped_templates

    for name in names:
        mine, theirs = (
            (folder / name).read_text(encoding="utf-8", errors="replace").splitlines()
            for folder in (own, shipped_templates())
        )
        for line in unified_diff(mine, theirs, f"yours/{name}", f"shipped/{name}", lineterm="", n=1):
            console.print(Text(line), soft_wrap=True)


def _gathered(names: Sequence[str], every: Collection[str]) -> Iterator[str]:
    """Yield names, and in place of all files of a template or folder its own: a fresh copy has 170 files."""
    for folder, group in groupby(names, key=lambda name: "/".join(name.split("/")[:2][: name.count("/")])):
        inside = list(group)
        if folder and len(inside) > 1 and len(inside) == sum(name.startswith(f"{folder}/") for name in every):
            yield f"{folder}/ ({len(inside)} files)"
        else:
            yield from inside


def _left_out(own: Path) -> list[str]:
    """Return the keys that a `tonekit.yaml` of one's own leaves to the shipped one, in the order of that."""
    from ...files.datafile import read_data_file
    from ...rendering.folders.sources import shipped_templates

    if not (own / SETTINGS).is_file():
        return []
    with suppress(DataFileError):  # what is wrong with it, tonekit lint says
        file = read_data_file(own / SETTINGS).over(read_data_file(shipped_templates() / SETTINGS))
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
