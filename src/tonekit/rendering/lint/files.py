"""A rule on files that nothing reads, although their author believes that they matter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePath

from ...errors import DataFileError, TemplateError, ToneKitError
from ..folders.file_names import TOP, files_of, is_read
from ..syntax.variables import included
from ..trials.trial import unused_snapshots
from .finding import Rule
from .linted_folder import LintedFolder, TemplateText

RULES = (
    Rule(
        "unread-file",
        "warning",
        "a file that is not read under its name and that no template includes, or a snapshot that no test has",
        "Rename it, include it, or take it out of the folder.",
    ),
)
_UNCERTAIN = {"missing-include", "include-cycle", "template-syntax", "missing-file"}
"""Rules whose violation hides what a template includes."""


def check_files(linted: LintedFolder) -> Iterator[ToneKitError]:
    """Yield the files that nothing reads; of an unknown folder, only the folder."""
    broken = {getattr(error, "rule", "") for error in linted.problems.found} & _UNCERTAIN
    unread = linted.unread()
    told = _misnamed(linted)
    if "." in told:
        return
    used = _included(linted)
    names = list(files_of(linted.sources.folders[0]))
    for name in unused_snapshots(linted.library.contracts.values(), names):
        problem = "no test has this snapshot; delete it, or name it under 'expect' of a test"
        yield TemplateError(problem, template=name, rule="unread-file")
    for name in names:
        top = name.split("/")[0]
        # A file that cannot be read may include any other.
        uncertain = name.endswith(".j2") and (broken or _may_include(unread, name))
        if not (is_read(name) or name in used or uncertain or {top, name} & told):
            reported = name if top in TOP else top
            told.add(reported)
            yield _unread(reported, used, linted)


def _misnamed(linted: LintedFolder) -> set[str]:
    """Return the files and folders that the checks at start report as misnamed; `.` is the whole folder."""
    folder = linted.sources.folders[0]
    errors = [error for error in linted.problems.found if getattr(error, "rule", "") == "misnamed-file"]
    names = {error.template for error in errors if isinstance(error, TemplateError)}
    paths = [error.path for error in errors if isinstance(error, DataFileError)]
    return names | {path.relative_to(folder).as_posix() for path in paths if path.is_relative_to(folder)}


def _may_include(unread: Iterable[str], name: str) -> bool:
    """Return whether a file that cannot be read may include `name`; phrases include no part of another language."""
    languages = [PurePath(each).stem for each in unread if each.startswith("phrases/")]
    others = any(not each.startswith(("phrases/", "tonekit.yaml")) for each in unread)
    written_in = PurePath(name).suffixes[:-1]
    return others or any(f".{each}" in written_in or written_in in ([], [".md"]) for each in languages)


def _unread(name: str, used: Collection[str], linted: LintedFolder) -> TemplateError:
    if "/" in name:
        stem, languages = _named(name, linted)
        named = {each: _named(each, linted) for each in used}
        # A part in another language is not what the author meant.
        meant = sorted(each for each, (other, own) in named.items() if other == stem and own == languages)
    elif name.endswith(".yaml") and linted.is_language(name.removesuffix(".yaml")):
        meant = [f"phrases/{name}"]
    else:
        meant = get_close_matches(name, TOP, n=1)
    hint = f"; did you mean '{meant[0]}'?" if meant else ""
    return TemplateError(f"nothing reads or includes this{hint}", template=name, rule="unread-file")


def _named(name: str, linted: LintedFolder) -> tuple[str, list[str]]:
    """Return the first part of the name of a file, and the languages in it: of `parts/times.en.md.j2` times and en."""
    stem, *others = PurePath(name).name.split(".")
    return stem, [each for each in others if linted.is_language(each)]


def _included(linted: LintedFolder) -> set[str]:
    """Return the names of all files that templates include."""
    names: set[str] = set()
    for text in _texts(linted):
        names.update(name for name, _ in included(text.tree, text.parse, name=text.name))
    return names


def _texts(linted: LintedFolder) -> Iterator[TemplateText]:
    for contract in linted.library.contracts.values():
        yield from linted.bodies(contract)
        yield from linted.subjects(contract)
    for book in linted.phrases():
        yield from (text for _, text in linted.phrase_texts(book))
