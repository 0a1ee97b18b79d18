"""Lint a template folder: what the checks at start find, and what otherwise only a reader would notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ...errors import DataFileError, Problems, ToneKitError
from ..folders.sources import TemplateFolders
from . import (
    at_start,
    copied,
    dead_rules,
    dead_safeguards,
    files,
    frame,
    ineffective,
    inputs,
    labels,
    languages,
    line_breaks,
    quotes,
    register,
    selection,
    wording,
)
from .finding import Finding, Rule, findings_of
from .linted_folder import LintedFolder, open_folder

_FAMILIES = (
    at_start,
    files,
    ineffective,
    inputs,
    labels,
    selection,
    dead_rules,
    dead_safeguards,
    languages,
    copied,
    register,
    wording,
    line_breaks,
    quotes,
    frame,
)
RULES: Mapping[str, Rule] = {rule.id: rule for family in _FAMILIES for rule in family.RULES}
"""Every rule by its id."""
_CHECKS: tuple[Callable[[LintedFolder], Iterator[ToneKitError]], ...] = (
    files.check_files,
    ineffective.check_ineffective,
    inputs.check_inputs,
    labels.check_labels,
    selection.check_selection,
    languages.check_languages,
    copied.check_copied,
    register.check_register,
    wording.check_wording,
    line_breaks.check_line_breaks,
    quotes.check_quotes,
    frame.check_frame,
)


def lint(folders: TemplateFolders, *, further: Iterable[Callable[[], Any]] = ()) -> tuple[Finding, ...]:
    """Return everything that is wrong in a template folder, each finding once, sorted by file and place.

    Args:
        folders: the folder, and the shipped one that it overrides.
        further: checks of files that are read elsewhere, such as `profiles.yaml`; each raises what it finds.
    """
    linted = open_folder(folders)
    problems = Problems()
    # The rules on selection report missing bodies themselves, with an example.
    problems.found += [error for error in linted.problems.found if getattr(error, "rule", "") != "missing-body"]
    for check in further:
        with problems.collecting():
            check()
    for family in _CHECKS:
        # What one of them cannot read is a finding, and no reason to keep those of the others back.
        with problems.collecting():
            for error in family(linted):
                problems.add(error)
    return findings_of(problems.found, RULES, folders, waiting=linted.unread() | _unread_rules(problems.found))


def _unread_rules(found: Iterable[ToneKitError]) -> set[str]:
    """Return `profiles.yaml` if it has an error: which of its rules are dead can only be told from all of them."""
    stopping = {rule.id for rule in at_start.RULES}
    wrong = (each for each in found if isinstance(each, DataFileError) and each.rule in stopping)
    return {each.path.name for each in wrong if each.path.name == "profiles.yaml"}
