"""Where template files come from: the user's folder first, the shipped one behind it, file by file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path

from ...errors import DataFileError, TemplateError, ToneKitError
from ...files.byte_errors import UTF16_MARKS, not_utf8, place_of_byte

_PACKAGE = Path(__file__).resolve().parents[2]
INSTALLED = _PACKAGE / "_templates"
"""The templates inside an installed package; the next update writes over what is changed there."""
_NAME = re.compile(r"^!?[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+){0,4}$")
SHIPPED_PREFIX = "!"
"""`!replies/quote/en.md.j2` is the shipped file, also where the user's folder overrides it."""
_TAKEN_OVER = ("tonekit.yaml", "profiles.yaml")
"""Files of which the user's may take over parts of the shipped one."""
_READ = (".yaml", ".j2")
"""Endings of the files that count; a folder of templates may lie in a folder with much else."""


def _misnamed(name: str) -> str:
    strange = next((sign for sign in name.removeprefix(SHIPPED_PREFIX) if not re.match(r"[A-Za-z0-9_./-]", sign)), None)
    if strange is None:
        return "a template name is a relative path of plain letters"
    what = "a space" if strange == " " else f"'{strange}'"
    return f"the name holds {what}; rename the file or folder with letters from a to z, digits, - and _ alone"


def shipped_templates() -> Path:
    """Return the templates that ship with tonekit: inside an installed package, else of the checkout."""
    return INSTALLED if INSTALLED.is_dir() else _PACKAGE.parents[1] / "templates"


def _same(path: Path, other: Path) -> bool:
    return other.is_file() and path.read_bytes() == other.read_bytes()


class TemplateFolders:
    """Template files by name, looked up in several folders.

    Args:
        user: the user's own folder, or None.
        shipped: the folder behind it.

    Raises:
        DataFileError: the user's folder does not exist.
    """

    def __init__(self, user: Path | None, shipped: Path | None = None) -> None:
        if user is not None and not user.is_dir():
            raise DataFileError("is not a folder; give the folder that holds your templates", path=user)
        self._shipped = (shipped or shipped_templates()).resolve()
        self.folders = (user.resolve(), self._shipped) if user else (self._shipped,)

    def find(self, name: str) -> Path | None:
        """Return the file called `name`, or None if no folder has it.

        Raises:
            TemplateError: the name is not a plain relative path, or a link leads out of the folder.
        """
        if not _NAME.match(name) or ".." in name.split("/"):
            raise TemplateError(_misnamed(name), template=name)
        folders = (self._shipped,) if name.startswith(SHIPPED_PREFIX) else self.folders
        bare = name.removeprefix(SHIPPED_PREFIX)
        for folder in folders:
            path = folder / bare
            if path.is_file():
                if not path.resolve().is_relative_to(folder):
                    raise TemplateError("a link leads out of the template folder; copy the file", template=name)
                return path
            if path.suffix in _READ and path.is_dir():
                problem = "is a folder and should be a file; delete it, or write the text into a file of this name"
                raise TemplateError(problem, template=name)
        return None

    def read(self, name: str) -> tuple[str, Path]:
        """Return text and path of the file called `name`.

        Raises:
            TemplateError: there is no such file, or it is not UTF-8.
        """
        path = self.find(name)
        if path is None:
            raise TemplateError(f"no such file{self._alike(name)}", template=name, rule="missing-file")
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise TemplateError(f"cannot be read: {error.strerror}", template=name) from error
        if b"\0" in raw and not raw.startswith(UTF16_MARKS):
            raise TemplateError("is not text but a file of another program; save it as plain text", template=name)
        try:
            # Windows ends lines with two signs, and some editors begin a file with a mark of its encoding.
            return raw.decode("utf-8-sig").replace("\r\n", "\n"), path
        except UnicodeDecodeError as error:
            line, _ = place_of_byte(raw, error.start)
            rule = "yaml-syntax" if path.suffix == ".yaml" else "template-syntax"
            raise TemplateError(not_utf8(raw, error.start), template=name, line=line, rule=rule) from error

    def _alike(self, name: str) -> str:
        """Return the hint to a file of the same folder that is called alike, or to what there is."""
        folder, _, file = name.removeprefix(SHIPPED_PREFIX).rpartition("/")
        there = [each for each in self.names(folder) if each.endswith(_READ)]
        if close := get_close_matches(file, there, n=1):
            return f"; did you mean '{f'{folder}/' if folder else ''}{close[0]}'?"
        return f"; there are: {', '.join(there)}" if there else f" in {', '.join(map(str, self.folders))}"

    def path(self, name: str) -> Path:
        """Return the path of the file called `name`.

        Raises:
            TemplateError: there is no such file.
        """
        return self.read(name)[1]

    @contextmanager
    def naming_files(self) -> Iterator[None]:
        """Give each error that the block raises about a file of the user's the path of that file.

        Raises:
            ToneKitError: what the block raises.
        """
        try:
            yield
        except ToneKitError as error:
            for each in (error, *error.more):
                if isinstance(each, TemplateError):
                    each.path = self._own_path(each.template)
                elif isinstance(each, DataFileError):
                    each.path = self._own_path(each.path.as_posix()) or each.path
            raise

    def _own_path(self, name: str) -> Path | None:
        """Return where a file is, or is missing, in the user's folder; None for one that ships."""
        if self.own is None or name.startswith(SHIPPED_PREFIX):
            return None
        path = self.own / name
        return path if path.exists() or not (self._shipped / name).exists() else None

    def named_files(self) -> dict[str, Path]:
        """Return every file of the folders that counts, by name: one of the user's hides the shipped one of its name.

        Not so `tonekit.yaml` and `profiles.yaml`: what the user's takes over stands in the shipped ones.
        """
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            files = [path for path in sorted(folder.rglob("*")) if path.suffix in _READ and path.is_file()]
            found |= {path.relative_to(folder).as_posix(): path for path in files}
        return {**found, **{f"{SHIPPED_PREFIX}{name}": self._shipped / name for name in _TAKEN_OVER}}

    def files(self) -> list[Path]:
        """Return every file of the folders that counts, each once."""
        return list(dict.fromkeys(self.named_files().values()))

    @property
    def own(self) -> Path | None:
        """The user's folder, or None."""
        return self.folders[0] if len(self.folders) > 1 else None

    def is_own(self, name: str) -> bool:
        """Return whether the file called `name` lies in the user's folder."""
        return self.own is not None and (self.own / name).is_file()

    def changed(self) -> frozenset[str] | None:
        """Return the names of the user's files that do not ship just so; None without a folder of the user's own."""
        if self.own is None:
            return None
        files = [path for path in self.own.rglob("*") if path.is_file()]
        names = {path.relative_to(self.own).as_posix(): path for path in files}
        return frozenset(name for name, path in names.items() if not _same(path, self._shipped / name))

    def copying(self, name: str) -> str:
        """Return the words of a remedy that come before changing a file: what ships is copied; else nothing."""
        return "" if self.own is None or self.is_own(name) else f"copy this file with tonekit eject {name}, and "

    def names(self, folder: str) -> Iterator[str]:
        """Yield the names of the entries of a folder in any of the folders, sorted."""
        yield from sorted({path.name for base in self.folders for path in (base / folder).glob("*")})
