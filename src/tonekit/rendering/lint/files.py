"""A rule on files that nothing reads: whoever wrote them believes that they count."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import PurePath

from ...errors import DataFileError, TemplateError, ToneKitError
from ..file_names import TOP, files_of, is_read
from ..variables import included
from .finding import Rule
from .opened import Opened, Text

RULES = (
    Rule(
        "unread-file",
        "warning",
        "a file that is not read under its name and that no template includes",
        "Rename it, include it, or take it out of the folder.",
    ),
)
_UNCERTAIN = {"missing-include", "include-cycle", "template-syntax", "missing-file"}
"""Rules whose breach hides what a template would include."""


def check_files(opened: Opened) -> Iterator[ToneKitError]:
    """Yield the files that nothing reads; of an unknown folder, only the folder."""
    broken = {getattr(error, "rule", "") for error in opened.problems.found}
    told = _misnamed(opened)
    if "." in told:
        return
    used = _included(opened)
    for name in files_of(opened.folders.folders[0]):
        top = name.split("/")[0]
        known = is_read(name) or name in used or (name.endswith(".j2") and broken & _UNCERTAIN)
        if not known and not {top, name} & told:
            unread = name if top in TOP else top
            told.add(unread)
            yield _unread(unread, used)


def _misnamed(opened: Opened) -> set[str]:
    """Return the names of the files and folders that the checks at start name; `.` is the whole folder."""
    folder = opened.folders.folders[0]
    errors = [error for error in opened.problems.found if getattr(error, "rule", "") == "misnamed-file"]
    names = {error.template for error in errors if isinstance(error, TemplateError)}
    paths = [error.path for error in errors if isinstance(error, DataFileError)]
    return names | {path.relative_to(folder).as_posix() for path in paths if path.is_relative_to(folder)}


def _unread(name: str, used: Collection[str]) -> TemplateError:
    if "/" in name:
        stem = PurePath(name).name.partition(".")[0]
        meant = sorted(each for each in used if PurePath(each).name.partition(".")[0] == stem)
    else:
        meant = get_close_matches(name, TOP, n=1)
    hint = f"; did you mean '{meant[0]}'?" if meant else ""
    return TemplateError(f"nothing reads or includes this{hint}", template=name, rule="unread-file")


def _included(opened: Opened) -> set[str]:
    """Return the names of all files that templates include."""
    names: set[str] = set()
    for text in _texts(opened):
        names.update(name for name, _ in included(text.tree, text.parse, name=text.name))
    return names


def _texts(opened: Opened) -> Iterator[Text]:
    for contract in opened.library.contracts.values():
        yield from opened.bodies(contract)
        yield from opened.subjects(contract)
    for book in opened.phrases():
        yield from (text for _, text in opened.phrase_texts(book))
