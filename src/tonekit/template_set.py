"""Everything in a template folder, read and checked together: settings, rules, safeguards, templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import guard
from .files.fingerprint import data_files, fingerprint
from .guard.identifiers.page import Recogniser
from .guard.redact import Redactor
from .guard.redaction_reading import read_redaction
from .guard.safeguards import Safeguards, read_safeguards
from .loading.garbage_collection import LOADING
from .loading.once import once
from .profiles.rules import Rules, load_rules
from .settings import Brand
from .settings_file import read_choices, read_settings

if TYPE_CHECKING:
    from .files.datafile import DataFile
    from .guard.checking import Checker
    from .rendering.folders.sources import TemplateFolders
    from .rendering.renderer import Renderer

_GUARD = Path(guard.__file__).parent
MOST_BRANDS = 32
"""Brands whose renderers are kept; a helpdesk has a handful."""


class TemplateSet:
    """One state of a template folder. Immutable and safe to share between threads.

    Args:
        folders: where the files are.
        check: whether to compile and check everything now, so that no file is read later.
        count_tokens: counts the tokens of a text.
        more: what else the results of the toolkit depend on, for `ruleset`.
        recognisers: find further personal data to redact.

    Attributes:
        settings: the content of `tonekit.yaml`.
        naming_files: a context manager that adds the path of the file to errors about templates.
        lines: template and condition of each line of `replies:`.
        safeguards, rules: those that make the decision and choose the style.
        redactor: replaces personal data.
        ruleset: hash over all files, the shipped data for checks and redaction, and `more`.

    Raises:
        DataFileError: a data file is invalid.
        TemplateError: a template is invalid.
    """

    def __init__(
        self,
        folders: TemplateFolders,
        *,
        check: bool,
        count_tokens: Callable[[str], int] | None,
        more: str,
        recognisers: Sequence[Recogniser] = (),
    ) -> None:
        from .rendering.choosing import ReplyLines
        from .rendering.renderer import Renderer

        self.naming_files = folders.naming_files
        shipped = folders.path("!tonekit.yaml")
        path = folders.path("tonekit.yaml")
        self.settings, file = read_settings(path, shipped=shipped)
        self._file: DataFile = file
        self.safeguards: Safeguards = read_safeguards(
            self.settings, file, shipped=shipped, replies=folders.names("replies")
        )
        self.lines = ReplyLines(read_choices(self.settings, file, topics=self.safeguards.topics.names))
        redaction = self.settings.redaction
        own = read_redaction(redaction, file)
        self.redactor = Redactor(more=(own, *recognisers), leave=redaction.leave, keep=redaction.keep)
        self.rules: Rules = load_rules(folders.path("profiles.yaml"), shipped=folders.path("!profiles.yaml"))
        self.ruleset = fingerprint({**folders.named_files(), **data_files(_GUARD)}, more=more)
        self._shared = Renderer(folders, self.settings, count_tokens=count_tokens)
        self._renderers: dict[str, Renderer] = {}
        if path != shipped:
            # Report a mistake in a user's own file now, not with the first draft.
            _ = self.checker
        if check:
            self._shared.check(file)

    @once
    def checker(self) -> Checker:
        """Checks drafts. Built on first use, because the first answer should not wait for it."""
        from .guard.checking import read_checker

        return read_checker(self.settings, self._file)

    def renderer(self, brand: Brand | None) -> Renderer:
        """Return the renderer for a brand; by default for the brand of `tonekit.yaml`."""
        if brand is None:
            return self._shared
        key = brand.model_dump_json()
        if found := self._renderers.get(key):
            return found
        with LOADING:
            if len(self._renderers) >= MOST_BRANDS:
                self._renderers.clear()
            return self._renderers.setdefault(key, self._shared.branded(brand))
