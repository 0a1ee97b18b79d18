"""The commands `import` and `export`: templates from and for other tools."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import MessageSourceError
from ...files.whole_file import writing
from ..command_line import CommandLineError, typed
from .template_folders import HERE, TemplatesOption, folders_of, shown
from .test_command import renderer_of

if TYPE_CHECKING:
    from ...rendering.exchange.imported_template import ImportedTemplate


class Source(StrEnum):
    """What can be imported."""

    ZAMMAD = "zammad"
    ZENDESK = "zendesk"
    FRESHDESK = "freshdesk"
    INTERCOM = "intercom"
    DOTPROMPT = "dotprompt"
    PROMPTY = "prompty"


class Target(StrEnum):
    """What can be exported to."""

    PROMPTFOO = "promptfoo"


_HELPDESKS = frozenset({Source.ZENDESK, Source.FRESHDESK, Source.INTERCOM})
_ENDINGS = {".csv": Source.ZAMMAD, ".prompt": Source.DOTPROMPT, ".prompty": Source.PROMPTY}


def import_templates(
    file: Annotated[
        Path,
        typer.Argument(
            help="Text modules of Zammad (.csv); macros of Zendesk or Intercom, or canned responses of Freshdesk"
            " (.json); a .prompt or a .prompty file."
        ),
    ],
    templates: Annotated[Path, typer.Option("--templates", help="The folder to write into.")] = HERE,
    source: Annotated[
        Source | None, typer.Option("--from", help="What the file is, where its name leaves it open.")
    ] = None,
    language: Annotated[str, typer.Option(help="The language that the texts are written in.")] = "en",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Take templates over from another tool: a contract and a body each, and notes on what to look at."""
    from rich.padding import Padding
    from rich.text import Text

    from ...rendering.exchange.imported_template import write_templates
    from ..console import output_console

    imported = read_templates(file, source=source, language=language)
    if not dry_run:
        write_templates(imported, templates)
    console = output_console()
    for template in imported:
        for path in template.paths(templates):
            console.print(Text(shown(path.resolve())), soft_wrap=True)
        for note in template.notes:
            console.print(Padding(Text(f"look at: {note}", style="yellow"), (0, 0, 0, 2), expand=False))
    verb = "would be written" if dry_run else "written"
    count = sum(1 for template in imported if template.files)
    console.print(f"\n{count} template{'s' if count != 1 else ''} {verb}. Next: tonekit lint {typed(templates)}")


def read_templates(file: Path, *, source: Source | None, language: str) -> list[ImportedTemplate]:
    """Return the templates that a file of another tool becomes.

    Raises:
        CommandLineError: the language is not a language code.
        MessageSourceError: the file cannot be read, or its kind is unknown.
        DataFileError: it lacks what a file of its kind must hold.
    """
    from ...rendering.exchange.dotprompt import read_dotprompt
    from ...rendering.exchange.prompty import read_prompty
    from ...rendering.exchange.zammad import read_zammad

    if not re.fullmatch("[a-z]{2,3}", language):
        problem = f"--language needs the code of a language, such as sv, not '{language}'"
        raise CommandLineError(problem)
    source = source or _ENDINGS.get(file.suffix.lower())
    is_json = source in _HELPDESKS or file.suffix.lower() == ".json"
    if source is None and not is_json:
        problem = f"is not a kind of file that can be imported by its name; add --from {', '.join(Source)}"
        raise MessageSourceError(problem, source=str(file))
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise MessageSourceError(f"cannot be read: {reason}", source=str(file)) from error
    if is_json:
        return _saved_replies(text, file, source=source, language=language)
    if source is Source.ZAMMAD:
        return list(read_zammad(text, file, language=language))
    read_prompt = read_dotprompt if source is Source.DOTPROMPT else read_prompty
    return [read_prompt(text, file, language=language)]


def _saved_replies(text: str, file: Path, *, source: Source | None, language: str) -> list[ImportedTemplate]:
    """Return the replies that the saved replies of a helpdesk become."""
    from ...rendering.exchange.freshdesk import read_freshdesk
    from ...rendering.exchange.helpdesk_json import helpdesk_of, read_entries
    from ...rendering.exchange.intercom import read_intercom
    from ...rendering.exchange.zendesk import read_zendesk

    listed = read_entries(text, file)
    name = source.value if source else helpdesk_of(listed)
    if name is None:
        problem = f"does not show which helpdesk it comes from; add --from {', '.join(sorted(_HELPDESKS))}"
        raise MessageSourceError(problem, source=str(file))
    readers = {"zendesk": read_zendesk, "freshdesk": read_freshdesk, "intercom": read_intercom}
    return list(readers[name](listed, language=language))


def export(
    target: Annotated[Target, typer.Argument(help="The tool to write for.")],
    folder: Annotated[Path, typer.Argument(help="The folder to write into.")],
    templates: TemplatesOption = None,
    clean: Annotated[bool, typer.Option("--clean", help="Delete what an earlier export left behind.")] = False,
) -> None:
    """Write the tests of prompt contracts for another tool: rendered prompts and a configuration each."""
    from ...rendering.exchange.promptfoo import export_promptfoo, left_over

    _, renderer = renderer_of(folders_of(templates))
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written: set[str] = set()
    for name, text in export_promptfoo(renderer):
        with writing(folder / name):
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print(shown((folder / name).resolve()))
        written.add(name)
    _name_left_over(left_over(folder, written), clean=clean)
    if not written:
        print("No contract of a prompt has tests yet; see docs/templates-lint.md.")
    elif target is Target.PROMPTFOO:
        # Several configurations in one call are merged: every test would run with every prompt.
        print(f'Next: for each in {folder}/*.yaml; do promptfoo eval -c "$each"; done')


def _name_left_over(paths: Sequence[Path], *, clean: bool) -> None:
    """Name the files whose test is gone, which would go on being run, or delete them where that is wanted."""
    for path in paths:
        if clean:
            with writing(path):
                path.unlink()
        print(f"{'deleted' if clean else 'left over'}: {shown(path.resolve())}", file=sys.stderr)
    if paths and not clean:
        print("No test makes these any more; delete them, or export with --clean.", file=sys.stderr)
