"""The command `test`: the tests that contracts carry, and the attacks that every template has to contain."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from textwrap import indent
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .template_folders import FolderArgument, folders_of, folders_to_write

if TYPE_CHECKING:
    from ...rendering.folders.sources import TemplateFolders
    from ...rendering.renderer import Renderer
    from ...rendering.trials.hostile import Assault
    from ...rendering.trials.trial import Outcome
    from ...settings import Settings


def run_tests(
    folder: FolderArgument = None,
    update: Annotated[bool, typer.Option("--update", help="Write the snapshots anew; read the difference.")] = False,
    hostile: Annotated[
        bool, typer.Option("--hostile", help="Render every template with hostile inputs instead.")
    ] = False,
) -> None:
    """Run the tests of the contracts in a template folder. Exit code 1 when one fails."""
    from ..console import output_console

    folders = folders_to_write(folder) if update else folders_of(folder)
    settings, renderer = renderer_of(folders)
    console = output_console()
    if hostile:
        from ...rendering.trials.hostile import attack_all

        failed = _show_assaults(console, attack_all(renderer, longest=settings.limits.max_output))
    else:
        from ...rendering.folders.file_names import files_of
        from ...rendering.trials.trial import run_trials, unused_snapshots

        failed = _show_outcomes(console, run_trials(renderer, folders, update=update), folders)
        untested = [each.folder for each in renderer.library.contracts.values() if not each.file.tests]
        if untested:
            console.print(f"Without tests: {', '.join(untested)}", style="yellow")
        if unused := list(unused_snapshots(renderer.library.contracts.values(), files_of(folders.folders[0]))):
            console.print(f"Snapshots that no test has, to be deleted: {', '.join(unused)}", style="yellow")
    if failed:
        raise typer.Exit(1)


def renderer_of(folders: TemplateFolders) -> tuple[Settings, Renderer]:
    """Return the settings of a folder and what renders its templates.

    Raises:
        ToneKitError: a file of the folder is not valid, or is called so that it would be passed over.
    """
    from ...errors import Problems
    from ...rendering.folders.file_names import misnamed
    from ...rendering.renderer import Renderer
    from ...settings_file import read_settings

    # Else the shipped files stand in for those that were meant, and all of them are well.
    problems = Problems()
    for error in misnamed(folders.folders[0]):
        problems.add(error)
    problems.raise_first()
    settings, _ = read_settings(folders.path("tonekit.yaml"), shipped=folders.path("!tonekit.yaml"))
    return settings, Renderer(folders, settings)


def _show_outcomes(console: Any, outcomes: Iterable[Outcome], folders: TemplateFolders) -> int:
    count = failed = written = unlisted = differing = 0
    for contract, each_of in groupby(outcomes, key=lambda each: each.contract):
        tests = list(each_of)
        count += len(tests)
        failed += sum(bool(each.problems) for each in tests)
        written += sum(each.snapshot == "written" for each in tests)
        differing += sum(each.snapshot == "different" for each in tests)
        if _is_theirs(contract, tests, folders):
            unlisted += len(tests)
            continue
        console.print(contract, style="bold")
        for outcome in tests:
            _show_outcome(console, outcome)
    snapshots = f" {written} snapshot{'s' if written != 1 else ''} written." if written else ""
    shipped = f" {unlisted} of them, of templates that ship, are not listed." if unlisted else ""
    said = f"\n{count} test{'s' if count != 1 else ''}, {failed} failed.{snapshots}{shipped}"
    console.print(said, style="red" if failed else "green")
    if differing:
        # After one's own name has been set, every snapshot that was copied differs.
        console.print("Is the new text right? tonekit test --update writes the snapshots anew.")
    return failed


def _is_theirs(contract: str, tests: Iterable[Outcome], folders: TemplateFolders) -> bool:
    """Return whether tests pass and are of a shipped template: who changes two replies reads no list of fifty."""
    own = folders.own is None or folders.is_own(f"{contract}/template.yaml")
    return not own and not any(each.problems or each.snapshot == "written" for each in tests)


def _show_outcome(console: Any, outcome: Outcome) -> None:
    from rich.text import Text

    mark, style = ("✗", "red") if outcome.problems else ("✓", "green")
    note = "  snapshot written" if outcome.snapshot == "written" else ""
    line = Text(f"  {mark} ", style=style).append(f"{outcome.name} ({outcome.language})", style="default")
    console.print(line.append(note, style="yellow"))
    for problem in outcome.problems:
        # Lines of a difference that were broken would look like changed ones.
        console.print(Text(indent(problem, " " * 6)), soft_wrap=True)


def _show_assaults(console: Any, assaults: Iterable[Assault]) -> int:
    from rich.padding import Padding
    from rich.text import Text

    tried = failed = 0
    for template, each_of in groupby(assaults, key=lambda each: each.template):
        console.print(template, style="bold")
        for assault in each_of:
            tried += assault.tried
            failed += len(assault.breaches)
            mark, style = ("✗", "red") if assault.breaches else ("✓", "green")
            line = Text(f"  {mark} ", style=style)
            console.print(line.append(f"{assault.language}: {assault.tried} attacks", style="default"))
            for breach in assault.breaches:
                problem = Text(f"{breach.attack}: {breach.problem}")
                console.print(Padding(problem, (0, 0, 0, 6), expand=False))
    verdict = f"{failed} not contained." if failed else "all contained."
    console.print(f"\n{tried} attacks, {verdict}", style="red" if failed else "green")
    return failed
