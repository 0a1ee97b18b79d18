"""A template taken over from another tool: its contract, its body, and notes for the person who goes on with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from typing import Any

import yaml

from ...datafile import DataFile
from ...errors import DataFileError
from ...whole_file import writing

_RESERVED = frozenset({"brand", "style", "reply_language", "phrase", "range", "caller", "loop", "examples", "facts"})
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
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

    def paths(self, target: Path) -> list[Path]:
        """Return where the files stand below a template folder."""
        return [target / self.folder / name for name in self.files]


def write_all(made: Iterable[Imported], target: Path) -> None:
    """Write templates below a template folder: all of them, or none where one file is there already.

    Raises:
        DataFileError: a file is there already, or cannot be written.
    """
    texts = {path: text for each in made for path, text in zip(each.paths(target), each.files.values(), strict=True)}
    with writing(target):
        if there := [path for path in texts if path.exists()]:
            problem = "is there already, so nothing was written; delete it, or import into another folder"
            raise DataFileError(problem, path=there[0])
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


@dataclass(slots=True)
class Inputs:
    """The inputs of a template while it is read.

    Attributes:
        declared: dotted path → what the contract says of it.
    """

    declared: dict[str, dict[str, Any]] = field(default_factory=dict)
    _paths: dict[str, str] = field(default_factory=dict)
    _guessed: set[str] = field(default_factory=set)

    def add(self, raw: str, **about: Any) -> str:
        """Declare an input under a legal name of its own, if it is not there yet; return the name."""
        if raw not in self._paths:
            self._paths[raw] = self._free(input_path(raw))
        path = self._paths[raw]
        self.declared.setdefault(path, {"type": "line", "trust": "customer"} | about)
        return path

    def use(self, raw: str, *, several: bool = False) -> str:
        """Return the name of an input that a text uses; undeclared it is a text, or a list once looped over."""
        if raw not in self._paths:
            self._guessed.add(self.add(raw, type="text"))
        path = self._paths[raw]
        if several and path in self._guessed:
            self.declared[path]["type"] = "list"
        return path

    def members(self, raw: str) -> list[str]:
        """Return the names of the inputs declared below a name, which is then no input itself."""
        return [] if raw in self._paths else [path for each, path in self._paths.items() if each.startswith(f"{raw}.")]

    @property
    def optional(self) -> frozenset[str]:
        """The inputs that may be missing."""
        return frozenset(path for path, about in self.declared.items() if not about.get("required"))

    def renamed(self) -> Iterator[str]:
        """Yield a note on the inputs that are called otherwise here, if there are any."""
        if pairs := [f"{raw} → {path}" for raw, path in self._paths.items() if raw != path]:
            yield f"inputs are called otherwise here: {', '.join(pairs)}"

    def _free(self, path: str) -> str:
        """Return a name that no other input has, and that is no group of inputs: two names may become one."""
        flat = path.replace(".", "_")
        longer = (f"{flat}_{'b' * number}" for number in count(1))
        return next(each for each in chain((path, flat), longer) if self._fits(each))

    def _fits(self, path: str) -> bool:
        group, dot, _ = path.partition(".")
        groups = {each.partition(".")[0] for each in self.declared if "." in each}
        return path not in self.declared and (group not in self.declared if dot else path not in groups)


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


def front_matter(text: str, path: Path) -> tuple[Mapping[str, Any], str]:
    """Return the keys at the head of a prompt file and the text below it; a file may do without a head.

    Raises:
        DataFileError: the head does not end, is not YAML, or has no keys.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    match = re.match(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)(.*)\Z", text, re.DOTALL | re.MULTILINE)
    if match is None and re.match(r"---[ \t]*$", text, re.MULTILINE):
        raise DataFileError("the front matter does not end; write a line of --- below it", path=path, line=1)
    # The first line of the YAML is the second of the file.
    data = DataFile(path, f"\n{match[1]}" if match else "").data or {}
    if not isinstance(data, dict):
        raise DataFileError("the front matter needs keys with values, such as name: reply", path=path, line=2)
    return data, match[2] if match else text


def parts_of_items(name: str, parts: Iterable[str]) -> str:
    """Return the note on a list whose items have parts, which a list has not here."""
    return f"each item of '{name}' has {', '.join(parts)}; here an item is one text, so write the parts into it"


def literal(text: str) -> str:
    """Return text of an author so that no brace in it is read as template syntax."""
    return re.sub(r"\{([{%#])", r"{{ '{\1' }}", text)


def role_blocks(parts: Iterable[tuple[str, str]]) -> str:
    """Return a prompt body: each role with its text as a block, empty ones left out."""
    blocks = [f"{{% {role} %}}\n{text.strip()}\n{{% end{role} %}}\n" for role, text in parts if text.strip()]
    return "".join(blocks)


def _snake(part: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", part)
    # Names of inputs have no digits; left out, they would make one input of question1 and question2.
    spaced = re.sub(r"[0-9]", lambda digit: f"_{_DIGITS[int(digit[0])]}_", spaced)
    return re.sub(r"[^a-z]+", "_", spaced.lower().translate(_LETTERS)).strip("_")
