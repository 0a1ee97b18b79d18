"""A template taken over from another tool: the files it is written to, and notes for whoever continues with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ...errors import DataFileError
from ...files.whole_file import writing
from .template_spelling import ASCII_LETTERS

_LONGEST = 80
"""Letters of a name: file systems take 255 bytes, and titles of helpdesks may be whole sentences."""


@dataclass(frozen=True, slots=True)
class ImportedTemplate:
    """One imported template.

    Attributes:
        folder: `replies/<name>` or `prompts/<name>`.
        files: file name → content.
        notes: what was not carried over, or needs a second look.
    """

    folder: str
    files: Mapping[str, str]
    notes: tuple[str, ...] = ()

    def paths(self, target: Path) -> list[Path]:
        """Return where the files go inside a template folder."""
        return [target / self.folder / name for name in self.files]


def write_templates(templates: Iterable[ImportedTemplate], target: Path) -> None:
    """Write templates into a template folder: all of them, or none if any of the files already exists.

    Raises:
        DataFileError: a file already exists, or cannot be written.
    """
    contents = {
        path: content
        for template in templates
        for path, content in zip(template.paths(target), template.files.values(), strict=True)
    }
    with writing(target):
        if existing := [path for path in contents if path.exists()]:
            problem = "already exists, so nothing was written; delete it, or import into another folder"
            raise DataFileError(problem, path=existing[0])
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")


def template_id(raw: str) -> str:
    """Return a name that a template folder may have."""
    return (
        re.sub(r"[^a-z0-9]+", "_", raw.lower().translate(ASCII_LETTERS)).strip("_")[:_LONGEST].strip("_") or "template"
    )


def contract_text(content: Mapping[str, Any]) -> str:
    """Return a contract as YAML, without keys whose value is empty."""
    kept = {key: value for key, value in content.items() if value}
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, default_flow_style=None, width=120)
