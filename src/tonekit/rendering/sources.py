"""Where template files come from: the user's folder first, the shipped one behind it, file by file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import TemplateError

_PACKAGE = Path(__file__).resolve().parents[1]
_NAME = re.compile(r"^!?[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+){0,4}$")
SHIPPED_PREFIX = "!"
"""`!replies/quote/en.md.j2` is the shipped file, also where the user's folder overrides it."""


def shipped_templates() -> Path:
    """Return the templates that ship with tonekit: inside an installed package, else of the checkout."""
    installed = _PACKAGE / "_templates"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"


class TemplateFolders:
    """Template files by name, looked up in several folders.

    Args:
        user: the user's own folder, or None.
        shipped: the folder behind it.
    """

    def __init__(self, user: Path | None, shipped: Path | None = None) -> None:
        self._shipped = (shipped or shipped_templates()).resolve()
        self.folders = (user.resolve(), self._shipped) if user else (self._shipped,)

    def find(self, name: str) -> Path | None:
        """Return the file called `name`, or None where no folder has it.

        Raises:
            TemplateError: the name is not a plain relative path, or a link leads out of the folder.
        """
        if not _NAME.match(name) or ".." in name.split("/"):
            raise TemplateError("a template name is a relative path of plain letters", template=name)
        folders = (self._shipped,) if name.startswith(SHIPPED_PREFIX) else self.folders
        bare = name.removeprefix(SHIPPED_PREFIX)
        for folder in folders:
            path = folder / bare
            if path.is_file():
                if not path.resolve().is_relative_to(folder):
                    raise TemplateError("a link leads out of the template folder; copy the file", template=name)
                return path
        return None

    def read(self, name: str) -> tuple[str, Path]:
        """Return text and path of the file called `name`.

        Raises:
            TemplateError: there is no such file, or it is not UTF-8.
        """
        path = self.find(name)
        if path is None:
            raise TemplateError(f"no such file in {', '.join(map(str, self.folders))}", template=name)
        try:
            return path.read_text(encoding="utf-8"), path
        except UnicodeDecodeError as error:
            raise TemplateError(f"is not UTF-8 text: {error}", template=name) from error

    def path(self, name: str) -> Path:
        """Return the path of the file called `name`.

        Raises:
            TemplateError: there is no such file.
        """
        return self.read(name)[1]

    def files(self) -> list[Path]:
        """Return every file of the folders that counts: one of the user's hides the shipped one of its name."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            found |= {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
        return list(found.values())

    def names(self, folder: str) -> Iterator[str]:
        """Yield the names of the entries of a folder in any of the folders, sorted."""
        yield from sorted({path.name for base in self.folders for path in (base / folder).glob("*")})
