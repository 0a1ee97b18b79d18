"""Check a template folder for files that are misnamed or missing: what is not found would pass unseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...errors import DataFileError, Problems, TemplateError
from ...files.datafile import DataFile
from ...models.plain_problems import meant_among
from ...settings import Settings
from ..contracts.contract import Contract
from ..contracts.contract_file import DEFAULT_VARIANT
from .file_names import misnamed
from .library import ANY, BODY, FOLDERS, TemplateLibrary
from .sources import TemplateFolders

_ENDINGS = {"reply": "md.", "prompt": None}
"""What stands before `j2` in the name of a body."""


def check_folder(folders: TemplateFolders, library: TemplateLibrary) -> None:
    """Check the names of files.

    Raises:
        DataFileError: a file or folder is misnamed.
        TemplateError: a body that is needed is missing, or one that nothing selects.
    """
    problems = Problems()
    for error in misnamed(folders.folders[0]):
        problems.add(error)
    for kind, folder in FOLDERS.items():
        for name in folders.names(folder):
            contract = f"{folder}/{name}/template.yaml"
            with problems.collecting():
                if folders.find(contract) is None and list(folders.names(f"{folder}/{name}")):
                    problem = f"this file is needed and does not exist; write one, or delete the folder of this {kind}"
                    raise DataFileError(problem, path=Path(contract), rule="missing-file")
    for each in library.contracts.values():
        with problems.collecting():
            _check_bodies(each, folders)
    problems.raise_first()


def check_choice(settings: Settings, file: DataFile, library: TemplateLibrary) -> None:
    """Check the templates and languages that `tonekit.yaml` names, and that prompts have a body to fall back on.

    Raises:
        DataFileError: there is no such reply template, or no body in a fallback language.
        TemplateError: a prompt has a body neither in the language of its contract nor in that of the fallback.
    """
    problems = Problems()
    replies = {name: contract for (kind, name), contract in library.contracts.items() if kind == "reply"}
    for index, line in enumerate(settings.replies):
        if line.template and line.template not in replies and ("reply", line.template) not in library.broken:
            close = meant_among(line.template.removeprefix("replies/"), replies)
            hint = f"did you mean '{close}'?" if close else f"make the folder replies/{line.template}, or name another."
            problem = f"there is no reply template '{line.template}'; {hint} Available: {', '.join(sorted(replies))}"
            problems.add(file.error(problem, ("replies", index, "template")))
    written = {language for contract in replies.values() for language in library.languages(contract)}
    for sender, language in settings.languages.fallback.items():
        if language not in written:
            problem = f"no reply has a body in '{language}'; there are: {', '.join(sorted(written))}"
            problems.add(file.error(problem, ("languages", "fallback", sender)))
    for error in _prompts_without_fallback(settings, library):
        problems.add(error)
    problems.raise_first()


def _check_bodies(contract: Contract, folders: TemplateFolders) -> None:
    problems = Problems()
    names = [name for name in folders.names(contract.folder) if name.endswith(".j2") and not name.startswith(".")]
    for error in (*_unused_bodies(contract, names), *_missing_bodies(contract, names)):
        problems.add(error)
    problems.raise_first()


def _unused_bodies(contract: Contract, names: Sequence[str]) -> Iterator[TemplateError]:
    """Yield an error for each body that is never written."""
    selected = {use for use, _ in contract.selection}
    for name in names:
        variant, place = _variant(contract, name), f"{contract.folder}/{name}"
        if variant is None:
            continue  # what is misnamed has been named
        if variant not in selected:
            close = meant_among(variant, selected - {DEFAULT_VARIANT})
            hint = f"did you mean '{close}'? Else add" if close else "add"
            problem = f"no line of select uses '{variant}'; {hint} one, or delete this body"
            yield TemplateError(problem, template=place, rule="unreachable-variant")


def _missing_bodies(contract: Contract, names: Sequence[str]) -> Iterator[TemplateError]:
    """Yield an error for each body that is needed and not there."""
    place = f"{contract.folder}/template.yaml"
    there = {DEFAULT_VARIANT, *(_variant(contract, name) for name in names)}
    if missing := {use for use, _ in contract.selection} - there:
        close = meant_among(min(missing), [each for each in there if each])
        hint = f"did you mean '{close}'? Else write" if close else "write"
        problem = f"select uses '{min(missing)}', which has no body in any language; {hint} one, or delete the line"
        yield TemplateError(problem, template=place, rule="missing-file", word=min(missing))
    if not names:
        problem = "has no body; write one, such as en.md.j2, beside it"
        yield TemplateError(problem, template=place, rule="missing-file")
    elif contract.file.kind == "prompt" and any(name.startswith(ANY) for name in names):
        problem = f"a prompt has no body '{ANY}'; {contract.file.source_language}.j2 serves every language without one"
        yield TemplateError(problem, template=place, rule="misnamed-file")


def _prompts_without_fallback(settings: Settings, library: TemplateLibrary) -> Iterator[TemplateError]:
    """Yield an error for each prompt that has bodies, and none for the languages without one."""
    for (kind, _), contract in library.contracts.items():
        source = contract.file.source_language
        bodies = library.languages(contract) if kind == "prompt" else ()
        if bodies and source not in bodies and settings.languages.fallback["default"] not in bodies:
            problem = f"a prompt needs a body for the languages without one; write {source}.j2"
            yield TemplateError(problem, template=f"{contract.folder}/template.yaml", rule="missing-file")


def _variant(contract: Contract, name: str) -> str | None:
    """Return the variant that a file is the body of, or None if its name is not that of a body."""
    match = BODY.fullmatch(name)
    if match is None or match[3] != _ENDINGS[contract.file.kind]:
        return None
    return match[2] or DEFAULT_VARIANT
