"""A finding: which rule is broken where, and what to do about it; made from the errors of checks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ...errors import DataFileError, TemplateError, ToneKitError
from ..folders.sources import TemplateFolders
from .docs_pages import page_of

_LACKING = re.compile(r"has no slot '([^']*)', which templates that ship write; take it over: .*")
_ABSENT = re.compile(r"there is no (phrases/\S+) with a slot '([^']*)'; .*")
_WAIT = "More checks of this file wait until this is right."
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the linter.

    Attributes:
        id: its name, as in `undeclared-variable`.
        severity: an `error` would stop or spoil a reply, a `warning` is doubtful.
        what: what it looks for, one sentence.
        hint: what to do about it if the error does not say; `{page}` becomes the documentation page of the file.
    """

    id: str
    severity: Severity
    what: str
    hint: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule.

    Attributes:
        rule, severity: which rule.
        file: name inside the template folder, such as `replies/quote/de.md.j2`.
        path: the file itself; one that is missing is named where it belongs.
        line, column: 1-based.
        message: what is wrong.
        hint: what to do.
    """

    rule: str
    severity: Severity
    file: str
    path: Path
    line: int
    column: int
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.message} [{self.rule}]"


def findings_of(
    errors: Iterable[ToneKitError],
    rules: Mapping[str, Rule],
    folders: TemplateFolders,
    *,
    waiting: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return the findings for errors, each once, sorted by file and place.

    Args:
        errors: what checks have found.
        rules: every rule by its id.
        folders: where the files are.
        waiting: files that further checks wait for; the last finding of each says so.
    """
    made: dict[tuple[str, int, int, str, str], Finding] = {}
    for error in _gathered(errors):
        found = _finding(error, rules, folders)
        # A part is checked wherever it is included; the first hint will do.
        made.setdefault((found.file, found.line, found.column, found.rule, found.message), found)
    ordered = [made[key] for key in sorted(made)]
    last = {found.file: number for number, found in enumerate(ordered)}
    for name in waiting:
        if name in last:
            found = ordered[last[name]]
            ordered[last[name]] = replace(found, hint=f"{found.hint}{'' if found.hint[-1:] in '.?!' else '.'} {_WAIT}")
    return tuple(ordered)


def _gathered(errors: Iterable[ToneKitError]) -> Iterator[ToneKitError]:
    """Yield the errors, but one for all slots that a language lacks, since one step brings in all of them."""
    lacking: dict[Path, dict[str, DataFileError]] = {}
    absent: dict[str, dict[str, TemplateError]] = {}
    for error in errors:
        if isinstance(error, DataFileError) and (found := _LACKING.fullmatch(error.problem)):
            lacking.setdefault(error.path, {})[found[1]] = error
        elif isinstance(error, TemplateError) and (found := _ABSENT.fullmatch(error.problem)):
            absent.setdefault(found[1], {})[found[2]] = error
        else:
            yield error
    for slots in lacking.values():
        yield _lacking_together(slots)
    for name, needed in absent.items():
        if len(needed) == 1:
            yield from needed.values()
            continue
        renamed = "or rename its files if the code is not that of the language"
        hint = f"write it, such as a translated copy of phrases/en.yaml, {renamed}"
        problem = f"there is no such file, and replies in this language need its slots {', '.join(needed)}; {hint}"
        yield DataFileError(problem, path=Path(name), rule="missing-slot")


def _lacking_together(slots: Mapping[str, DataFileError]) -> DataFileError:
    first = next(iter(slots.values()))
    if len(slots) == 1:
        return first
    rest = first.problem.partition("'")[2].partition("'")[2]
    together = f"has none of the slots {', '.join(slots)}{rest}"
    return DataFileError(together, path=first.path, line=first.line, rule=first.rule)


def _finding(error: ToneKitError, rules: Mapping[str, Rule], folders: TemplateFolders) -> Finding:
    if not isinstance(error, (DataFileError, TemplateError)):
        raise error
    rule = rules[error.rule]
    name, path = _place(error, folders)
    line = error.line or 1
    column = error.column if isinstance(error, DataFileError) else _column(path, line, error.word)
    # Our messages have two halves: what is wrong; what to do about it.
    message, _, remedy = error.problem.partition("; ")
    hint = remedy[:1].upper() + remedy[1:] if remedy else rule.hint.replace("{page}", page_of(name, path, line))
    return Finding(rule.id, rule.severity, name, path, line, column or 1, message, hint)


def _place(error: DataFileError | TemplateError, folders: TemplateFolders) -> tuple[str, Path]:
    """Return name and path of the file that an error is about; an error may hold either."""
    path = Path(error.template) if isinstance(error, TemplateError) else error.path
    for folder in folders.folders:
        if path.is_absolute() and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix(), path
    for folder in folders.folders:
        if (folder / path).is_file():
            return path.as_posix(), folder / path
    return path.as_posix(), folders.folders[0] / path


def _column(path: Path, line: int, word: str) -> int:
    """Return the column of a word in a line, or that of the first character if the word is not there."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return 1
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    if word and (found := re.search(rf"(?<![\w.]){re.escape(word)}(?!\w)", text) or re.search(re.escape(word), text)):
        return found.start() + 1
    return len(text) - len(text.lstrip()) + 1
