"""The command `lint`: every mistake of a template folder, with its place and a remedy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from functools import partial
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..command_line import CommandLineError
from ..options import JsonOption
from .template_folders import FolderArgument, folders_of, shown

if TYPE_CHECKING:
    from rich.text import Text

    from ...files.datafile import DataFile, Place
    from ...guard.safeguards import Safeguards
    from ...profiles.rules import Rules
    from ...rendering.folders.sources import TemplateFolders
    from ...rendering.lint.dead_rules import StyleRule
    from ...rendering.lint.finding import Finding
    from ...settings import Settings

_MANY = 4
"""Findings from which on the last ones may be all that a terminal shows."""
_ROOTS = ("misnamed-file", "yaml-syntax", "wrong-value", "missing-file", "template-syntax")
"""Rules whose findings bring others along, those with most first."""
_IN_TEXT = "%\r\n"
_IN_PROPERTY = "%\r\n:,"
"""Signs that GitHub takes for its own, unless they are written as %0A and the like."""


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def lint(
    folder: FolderArgument = None,
    *,
    json: JsonOption = False,
    form: Annotated[
        Format | None, typer.Option("--format", help="github: as annotations of GitHub; json is the same as --json.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
) -> None:
    """Check a template folder; print every mistake with its place and what to do. Exit code 1 when there are any."""
    if json and form not in (None, Format.JSON):
        raise CommandLineError(f"give --json or --format {form}, not both")
    folders = folders_of(folder)
    findings = lint_folders(folders)
    if json or form is Format.JSON:
        print(dumps([_plain(each) for each in findings], indent=2, ensure_ascii=False))
    elif form is Format.GITHUB:
        for each in findings:
            print(annotation(each))
    else:
        _print_text(findings, folders)
    if any(strict or each.severity == "error" for each in findings):
        raise typer.Exit(1)


def lint_folders(folders: TemplateFolders) -> tuple[Finding, ...]:
    """Return the findings of a folder, those of profile rules and safeguards among them."""
    from ...rendering.lint.linter import lint as lint_templates

    further = [partial(_check_style_rules, folders), partial(_check_safeguards, folders)]
    return lint_templates(folders, further=further)


def _check_style_rules(folders: TemplateFolders) -> None:
    from ...errors import Problems
    from ...profiles.rules import load_rules, read_rules
    from ...rendering.lint.dead_rules import check_rules
    from ...rendering.lint.protection import check_protection

    shipped = folders.path("!profiles.yaml")
    read, file = read_rules(folders.path("profiles.yaml"), shipped=shipped)
    rules = _style_rules(read)
    problems = Problems()
    with problems.collecting():
        check_rules(rules, file)
    with problems.collecting():
        check_protection(rules, file, shipped=_style_rules(load_rules(shipped)))
    problems.raise_first()


def _style_rules(rules: Rules) -> list[StyleRule]:
    from ...rendering.lint.dead_rules import StyleRule

    return [StyleRule(each.id, each.when, each.settings, bool(each.focus), each.protects) for each in rules]


def _check_safeguards(folders: TemplateFolders) -> None:
    from ...errors import Problems
    from ...guard.checking import read_checker
    from ...guard.redaction_reading import read_redaction
    from ...guard.safeguards import read_safeguards
    from ...settings_file import read_settings

    shipped = folders.path("!tonekit.yaml")
    settings, file = read_settings(folders.path("tonekit.yaml"), shipped=shipped)
    problems = Problems()
    with problems.collecting():
        safeguards = read_safeguards(settings, file, shipped=shipped, replies=folders.names("replies"))
        _check_senders(safeguards, settings, file)
    with problems.collecting():
        read_checker(settings, file)
    with problems.collecting():
        read_redaction(settings.redaction, file)
    problems.raise_first()


def _check_senders(safeguards: Safeguards, settings: Settings, file: DataFile) -> None:
    from ...rendering.lint.dead_safeguards import Guarding, check_safeguards

    own = () if "safeguards" in file.inherited else settings.safeguards
    places: dict[str, Place] = {each.id: ("safeguards", number) for number, each in enumerate(own) if each.id}
    check_safeguards([Guarding(each.id, each.when, each.action == "send") for each in safeguards.each], file, places)


def annotation(finding: Finding) -> str:
    """Return a finding as a workflow command of GitHub."""
    place = {"file": _in_repository(finding.path), "line": finding.line, "col": finding.column, "title": finding.rule}
    values = ",".join(f"{name}={_escaped(str(value), _IN_PROPERTY)}" for name, value in place.items())
    return f"::{finding.severity} {values}::{_escaped(f'{finding.message}. {finding.hint}', _IN_TEXT)}"


def _in_repository(path: Path) -> str:
    """Return a path as GitHub names it: from the root of the repository, wherever in it the command runs."""
    root = next((each for each in path.resolve().parents if (each / ".git").exists()), None)
    return path.resolve().relative_to(root).as_posix() if root else shown(path)


def _escaped(text: str, signs: str) -> str:
    return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in text)


def _plain(finding: Finding) -> dict[str, Any]:
    return asdict(finding) | {"path": shown(finding.path)}


def _print_text(findings: Sequence[Finding], folders: TemplateFolders) -> None:
    from rich.text import Text

    from ..console import output_console

    console = output_console()
    for each in findings:
        _print_finding(console, each)
    console.print(_summary(findings, folders))
    if (first := first_to_do(findings)) and len(findings) >= _MANY:
        console.print(Text("Begin with this one; others may follow from it:", style="bold"))
        _print_finding(console, first)


def first_to_do(findings: Sequence[Finding]) -> Finding | None:
    """Return the finding to begin with, an error in what other files hang on, else the first; None without an error."""
    errors = [each for each in findings if each.severity == "error"]
    return min(errors, key=lambda each: _ROOTS.index(each.rule) if each.rule in _ROOTS else len(_ROOTS), default=None)


def _print_finding(console: Any, finding: Finding) -> None:
    from rich.padding import Padding
    from rich.text import Text

    colour = "red" if finding.severity == "error" else "yellow"
    # The place stands alone on its line, unbroken, so that terminals make a link of it.
    console.print(Text(f"{shown(finding.path)}:{finding.line}:{finding.column}", style="bold"), soft_wrap=True)
    message = Text(f"{finding.severity}: ", style=colour).append(finding.message, style="default")
    message.append(f"  [{finding.rule}]", style="dim")
    console.print(Padding(message, (0, 0, 0, 2), expand=False))
    console.print(Padding(Text(f"→ {finding.hint}", style="green"), (0, 0, 0, 4), expand=False))
    console.print()


def _summary(findings: Sequence[Finding], folders: TemplateFolders) -> Text:
    from rich.text import Text

    checked = f"{shown(folders.folders[0])}: {_checked(folders)} checked"
    if not findings:
        return Text(f"{checked}, nothing to report.", style="green")
    counts = [(severity, sum(each.severity == severity for each in findings)) for severity in ("error", "warning")]
    parts = [f"{count} {severity}{'s' if count > 1 else ''}" for severity, count in counts if count]
    files = len({each.file for each in findings})
    return Text(f"{checked}, {' and '.join(parts)} in {files} file{'s' if files > 1 else ''}.", style="bold")


def _checked(folders: TemplateFolders) -> str:
    """Return how many files were checked: whose folder holds one file wonders where 150 come from."""
    every = folders.files()
    own = [each for each in every if folders.own and each.is_relative_to(folders.own)]
    said = f"{len(own)} file{'s' if len(own) != 1 else ''} of yours and {len(every) - len(own)} that ship"
    return said if own and len(own) < len(every) else f"{len(every)} files"
