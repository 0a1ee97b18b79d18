"""A template taken over from another tool: its contract, its body, and notes for the person who goes on with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ...errors import DataFileError
from ...whole_file import writing

_RESERVED = frozenset({"brand", "style", "reply_language", "phrase", "range", "caller", "loop"})
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "a", "æ": "ae", "ø": "o", "é": "e"})


@dataclass(frozen=True, slots=True)
class Imported:
    """One template.

    Attributes:
        folder: `replies/<name>` or `prompts/<name>`.
        files: file name → text.
        notes: what was not carried over, or has to be looked at.
    """

    folder: str
    files: Mapping[str, str]
    notes: tuple[str, ...] = ()

    def write(self, target: Path) -> list[Path]:
        """Write the files below a template folder; return their paths.

        Raises:
            DataFileError: one of them is there already, or cannot be written.
        """
        paths = [target / self.folder / name for name in self.files]
        with writing(target):
            if there := [path for path in paths if path.exists()]:
                raise DataFileError("is there already; delete it, or import into another folder", path=there[0])
            for path, text in zip(paths, self.files.values(), strict=True):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
        return paths


@dataclass(slots=True)
class Inputs:
    """The inputs of a template while it is read.

    Attributes:
        declared: dotted path → what the contract says of it.
    """

    declared: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, raw: str, **about: Any) -> str:
        """Declare an input under a legal name, if it is not there yet; return the name."""
        path = input_path(raw)
        self.declared.setdefault(path, {"type": "line", "trust": "customer"} | about)
        return path

    @property
    def optional(self) -> frozenset[str]:
        """The inputs that may be missing."""
        return frozenset(path for path, about in self.declared.items() if not about.get("required"))


def input_path(raw: str) -> str:
    """Return a name of an input as contracts allow it: one or two parts of small letters."""
    parts = [_snake(part) for part in raw.split(".")]
    parts = [part for part in parts if part][-2:] or ["value"]
    if parts[0] in _RESERVED:
        parts[0] = f"given_{parts[0]}"
    return ".".join(parts)


def template_id(raw: str) -> str:
    """Return a name for a template folder."""
    return re.sub(r"[^a-z0-9]+", "_", raw.lower().translate(_LETTERS)).strip("_") or "template"


def contract_text(content: Mapping[str, Any]) -> str:
    """Return a contract as YAML; keys that say nothing are left out."""
    kept = {key: value for key, value in content.items() if value}
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, default_flow_style=None, width=120)


def front_matter(text: str, path: Path) -> tuple[str, str]:
    """Return the YAML at the head of a file and the text below it.

    Raises:
        DataFileError: there is no front matter.
    """
    match = re.match(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*\r?\n?(.*)\Z", text, re.DOTALL)
    if match is None:
        raise DataFileError("needs front matter between two lines of ---", path=path, line=1)
    return match[1], match[2].replace("\r\n", "\n")


def literal(text: str) -> str:
    """Return text of an author so that no brace in it is read as template syntax."""
    return re.sub(r"\{([{%#])", r"{{ '{\1' }}", text)


def role_blocks(parts: Iterable[tuple[str, str]]) -> str:
    """Return a prompt body: each role with its text as a block, empty ones left out."""
    blocks = [f"{{% {role} %}}\n{text.strip()}\n{{% end{role} %}}\n" for role, text in parts if text.strip()]
    return "".join(blocks)


def _snake(part: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", part)
    return re.sub(r"[^a-z]+", "_", spaced.lower().translate(_LETTERS)).strip("_")
