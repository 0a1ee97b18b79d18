"""The commands `i18n status` and `i18n mark`: which template is there in which language, and which is behind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...errors import MessageSourceError, UnknownNameError
from ...files.whole_file import writing
from .render_command import contract_of
from .template_folders import FolderArgument, TemplatesOption, folders_of, folders_to_write, shown

if TYPE_CHECKING:
    from ...rendering.folders.sources import TemplateFolders
    from ...rendering.folders.translation import Standing
    from ...rendering.lint.linted_folder import LintedFolder

i18n = typer.Typer(help="Languages of the templates: what is there, what is behind.", no_args_is_help=True)
_SIGNS = {
    "source": ("●", "bold"),
    "marked": ("✓", "green"),
    "unmarked": ("○", "default"),
    "stale": ("stale", "red"),
    "missing": ("–", "yellow"),
    "not needed": ("", "default"),
}


@i18n.command()
def status(folder: FolderArgument = None) -> None:
    """Show languages and templates as a table. Exit code 1 when a translation has fallen behind its source."""
    from rich.table import Table
    from rich.text import Text

    from ...rendering.lint.linted_folder import open_folder
    from ..console import output_console

    linted = open_folder(folders_of(folder))
    languages = linted.languages()
    table = Table(box=None, pad_edge=False)
    table.add_column("template", header_style="bold", no_wrap=True)
    for language in languages:
        table.add_column(language, header_style="bold", justify="center", no_wrap=True)
    stale = False
    for name, row in _rows(linted, languages):
        stale |= "stale" in row
        table.add_row(name, *(Text(*_SIGNS[each]) for each in row))
    console = output_console()
    console.print(table)
    console.print("\n● source   ✓ marked as translated   ○ there, never marked   – missing", style="dim")
    if stale:
        console.print("stale: the source has changed since. Compare, then: tonekit i18n mark TEMPLATE", style="red")
        raise typer.Exit(1)


@i18n.command()
def mark(
    template: Annotated[str, typer.Argument(help="A template, such as replies/quote.")],
    language: Annotated[str | None, typer.Option(help="Only the body in this language.")] = None,
    templates: TemplatesOption = None,
) -> None:
    """Write into the translations of a template that they are up to date with their source."""
    from ...rendering.lint.linted_folder import open_folder

    linted = open_folder(folders_to_write(templates))
    contract = contract_of(linted.library, template)
    wanted = [each for each in _standings(linted, contract) if each.source and language in (None, each.language)]
    if not wanted:
        written = {each.language for each in _standings(linted, contract) if each.source}
        raise UnknownNameError(
            f"translation of {contract.folder} into", language or "another language", available=written
        )
    # What ships is not the user's to mark.
    own = [each for each in wanted if linted.sources.is_own(each.name)]
    if not own:
        problem = f"these bodies ship with tonekit; take them over with: tonekit eject {contract.folder}"
        raise MessageSourceError(problem, source=contract.folder)
    for standing in own:
        print(shown(_mark(standing, linted.sources)))


def _mark(standing: Standing, folders: TemplateFolders) -> Path:
    from ...rendering.folders.translation import marked

    source, source_path = folders.read(str(standing.source))
    text, path = folders.read(standing.name)
    with writing(path):
        path.write_text(marked(text, source_path.name, source), encoding="utf-8", newline="\n")
    return path


def _rows(linted: LintedFolder, languages: list[str]) -> list[tuple[str, list[str]]]:
    """Return a row for each template and variant, and one for the phrases."""
    rows: dict[str, dict[str, str]] = {}
    for contract in linted.library.contracts.values():
        rows[contract.folder] = {}
        for each in _standings(linted, contract):
            name = contract.folder if each.variant == "default" else f"{contract.folder} ({each.variant})"
            rows.setdefault(name, {})[each.language] = each.state
    rows["phrases"] = dict.fromkeys((book.path.stem for book in linted.phrases() if book.slots), "unmarked")
    # A variant is written where a language tells them apart, a prompt may do with one body.
    gaps = {name: "not needed" if "(" in name or name.startswith("prompts/") else "missing" for name in rows}
    return [(name, [states.get(each, gaps[name]) for each in languages]) for name, states in rows.items()]


def _standings(linted: LintedFolder, contract: Any) -> list[Standing]:
    from ...rendering.folders.translation import standings

    texts = {(each.language, each.variant): (each.name, each.source) for each in linted.bodies(contract)}
    return standings(texts, source_language=contract.file.source_language)
