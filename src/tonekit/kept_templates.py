"""The templates of a toolkit: loaded at start or on first use, and loaded again when their files change."""

from __future__ import annotations

from importlib import import_module
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from .loading.reloading import Reloading
from .rendering.folders.sources import TemplateFolders
from .toolkit_options import ToolkitOptions

if TYPE_CHECKING:
    from .template_set import TemplateSet


def kept_templates(options: ToolkitOptions, *, read_by: str) -> Reloading[TemplateSet]:
    """Return the templates of a toolkit, kept up to date.

    Args:
        options: the options of the toolkit.
        read_by: the hash of the reader, which becomes part of the `ruleset` of the toolkit.

    Raises:
        ToneKitError: a template of the user's folder (with `reload`, any template) is invalid; a note names the folder.
    """
    folder = Path(options["templates"]) if options["templates"] is not None else None
    # A mistake in the user's folder must show at start, not with the first Danish customer. The shipped templates are
    # tested, so a program that only analyses need not wait for them: a tenth of the time of the first analysis.
    check = options["reload"] or folder is not None

    def make() -> TemplateSet:
        from .template_set import TemplateSet

        # Imported here, where garbage collection and forks wait: a fork in the middle of an import never finishes it.
        import_module(f"{__package__}.personalizing")
        folders = TemplateFolders(folder)
        with folders.naming_files():
            return TemplateSet(
                folders,
                check=check,
                count_tokens=options["count_tokens"],
                more=read_by,
                recognisers=options["recognisers"],
            )

    return Reloading(
        make,
        lambda: TemplateFolders(folder).files(),
        source=str(folder or "the shipped folder"),
        seconds=options["reload_seconds"] if options["reload"] else inf,
        clock=options["clock"],
        late=not check,
    )
