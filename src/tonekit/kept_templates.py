"""The templates of a toolkit: checked at start or when they are first needed, and made anew when their files change."""

from __future__ import annotations

from importlib import import_module
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from .reloading import Reloading
from .rendering.folders.sources import TemplateFolders
from .toolkit_options import ToolkitOptions

if TYPE_CHECKING:
    from .template_set import TemplateSet


def kept_templates(options: ToolkitOptions, *, read_by: str) -> Reloading[TemplateSet]:
    """Return what keeps the templates of a toolkit up to date.

    Args:
        options: of the toolkit.
        read_by: the hash of what reads its messages; the hash of the whole is made of it.

    Raises:
        ToneKitError: a template of one's own folder, or with `reload` any, is not valid; a note names the folder.
    """
    folder = Path(options["templates"]) if options["templates"] is not None else None
    # A mistake in a folder of one's own shows at start, not with the first Danish customer. What ships is right: who
    # only reads messages need not wait for it, a tenth of the time of the first analysis.
    check = options["reload"] or folder is not None

    def make() -> TemplateSet:
        from .template_set import TemplateSet

        # Here the collector and a fork wait for it: a process forked in the middle of an import never ends it.
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
