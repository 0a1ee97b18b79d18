"""Check a template folder for files that are misnamed or missing: what is not found would pass unseen."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path

from ..datafile import DataFile
from ..errors import DataFileError, TemplateError
from ..settings import Settings
from .contract import DEFAULT_VARIANT, Contract
from .library import ANY, FOLDERS, TemplateLibrary
from .sources import TemplateFolders

_TOP = ("tonekit.yaml", "profiles.yaml", "style.yaml", "prompts", "replies", "phrases", "parts", "examples")
_BODY = re.compile(r"[a-z]{2,3}(?:--([a-z0-9_-]+))?\.(md\.)?j2")
_PHRASES = re.compile(r"[a-z]{2,3}\.ya?ml")


def check_folder(folders: TemplateFolders, library: TemplateLibrary) -> None:
    """Check the names of files.

    Raises:
        DataFileError: a file or folder is misnamed.
        TemplateError: a body that is needed is missing, or one that nothing selects.
    """
    for path in folders.own():
        _check_top(path)
    for name in folders.names("phrases"):
        if name.endswith((".yaml", ".yml")) and not (_PHRASES.fullmatch(name) and name.endswith(".yaml")):
            raise DataFileError("must be called after a language, such as de.yaml", path=Path("phrases", name))
    for kind, folder in FOLDERS.items():
        for name in folders.names(folder):
            if (kind, name) not in library.contracts and list(folders.names(f"{folder}/{name}")):
                raise DataFileError("this file is needed and does not exist", path=Path(folder, name, "template.yaml"))
    for contract in library.contracts.values():
        _check_bodies(contract, folders)


def check_choice(settings: Settings, file: DataFile, library: TemplateLibrary) -> None:
    """Check the templates and languages that `tonekit.yaml` names.

    Raises:
        DataFileError: there is no such reply template, or no body in a fallback language.
    """
    replies = {name: contract for (kind, name), contract in library.contracts.items() if kind == "reply"}
    for index, line in enumerate(settings.replies):
        if line.template not in replies:
            close = get_close_matches(line.template, replies, n=1)
            hint = f"; did you mean '{close[0]}'?" if close else "."
            there = ", ".join(sorted(replies))
            place = ("replies", index, "template")
            raise file.error(f"there is no reply template '{line.template}'{hint} Available: {there}", place)
    written = {language for contract in replies.values() for language in library.languages(contract)}
    for sender, language in settings.languages.fallback.items():
        if language not in written:
            problem = f"no reply has a body in '{language}'; there are: {', '.join(sorted(written))}"
            raise file.error(problem, ("languages", "fallback", sender))


def _check_top(path: Path) -> None:
    known = path.name in _TOP or not (path.is_dir() or path.suffix in (".yaml", ".yml"))
    if not known and (close := get_close_matches(path.name, _TOP, n=1, cutoff=0.75)):
        raise DataFileError(f"is not read; did you mean '{close[0]}'?", path=path)


def _check_bodies(contract: Contract, folders: TemplateFolders) -> None:
    selected = {use for use, _ in contract.selection}
    markdown = "md." if contract.file.kind == "reply" else None
    variants = {DEFAULT_VARIANT}
    names = [name for name in folders.names(contract.folder) if name.endswith(".j2") and not name.startswith(".")]
    for name in names:
        match = _BODY.fullmatch(name)
        if match is None or match[2] != markdown:
            ending = f"{markdown or ''}j2"
            problem = f"is not read; a body is called after its language: de.{ending}, de--informal.{ending}"
            raise TemplateError(problem, template=f"{contract.folder}/{name}")
        variant = match[1] or DEFAULT_VARIANT
        if variant not in selected:
            raise TemplateError(f"no line of select uses '{variant}'", template=f"{contract.folder}/{name}")
        variants.add(variant)
    place = f"{contract.folder}/template.yaml"
    if missing := selected - variants:
        raise TemplateError(f"select uses '{min(missing)}', which has no body in any language", template=place)
    if not names:
        raise TemplateError("has no body, such as en.md.j2 beside it", template=place)
    if contract.file.kind == "prompt" and any(name.startswith(ANY) for name in names):
        raise TemplateError(f"a prompt has no body '{ANY}'; en.j2 serves every language without one", template=place)
    if contract.file.kind == "prompt" and "en.j2" not in names:
        raise TemplateError("a prompt needs a body en.j2, for the languages without one", template=place)
