"""The commands `render` and `vars`: what a template writes, and what can be used in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...errors import UnknownNameError
from ..command_line import CommandLineError
from ..options import fact_pairs
from .template_folders import TemplatesOption, folders_of
from .test_command import renderer_of

if TYPE_CHECKING:
    from ...rendering.contracts.contract import Contract
    from ...rendering.contracts.contract_file import InputFile
    from ...rendering.folders.library import TemplateLibrary
    from ...rendering.renderer import Renderer

NameArgument = Annotated[str, typer.Argument(help="A template, such as support_solution or prompts/reply.")]


def render(
    name: NameArgument,
    *,
    facts: Annotated[Path | None, typer.Option(help="A YAML or JSON file with the inputs.")] = None,
    fact: Annotated[list[str] | None, typer.Option(help="One input as name=value; may be given again.")] = None,
    profile: Annotated[list[str] | None, typer.Option(help="A style field as name=value, as address=informal.")] = None,
    label: Annotated[list[str] | None, typer.Option(help="What was read as name=value, as mood=frustrated.")] = None,
    language: Annotated[str, typer.Option(help="Language of the text.")] = "en",
    html: Annotated[bool, typer.Option("--html", help="Print the HTML of a reply.")] = False,
    templates: TemplatesOption = None,
) -> None:
    """Fill one template with facts, a style and labels of your choice; print the text."""
    from ...rendering.trials.rehearsal import rehearse
    from ...rendering.trials.trial import filled, written
    from ...result import Reply

    _, renderer = renderer_of(folders_of(templates))
    contract = contract_of(renderer.library, name)
    occasion = rehearse(
        contract,
        language=_written_in(language, renderer, contract),
        profile=_style(profile),
        labels=_labels(label),
        facts=_known(_given(facts) | fact_pairs(fact or []), contract),
        key="render",
    )
    made = filled(renderer, contract, occasion)
    print(made.html if html and isinstance(made, Reply) else written(made).rstrip("\n"))


def show_vars(name: NameArgument, templates: TemplatesOption = None) -> None:
    """Show what can be used in a template: its inputs with type and trust, and what is always there."""
    from rich.table import Table

    from ...rendering.contracts.inputs import FILLED
    from ...rendering.syntax.checked_compiling import ALWAYS
    from ..console import output_console

    _, renderer = renderer_of(folders_of(templates))
    contract = contract_of(renderer.library, name)
    table = Table(box=None, pad_edge=False)
    for heading in ("input", "type", "written by", "filled by", "what"):
        table.add_column(heading, header_style="bold", no_wrap=heading != "what")
    for path, each in contract.file.inputs.items():
        filled = "tonekit" if path in FILLED or path.startswith("customer.") else "your facts"
        table.add_row(path, each.type, each.trust, filled, _about(each))
    console = output_console()
    console.print(f"[bold]{contract.folder}[/bold]  {contract.file.about}\n")
    console.print(table)
    always = sorted(each for each in ALWAYS if "." in each)
    console.print(f"\n[bold]Always there:[/bold] {', '.join(always)}")
    if contract.file.kind == "reply":
        slots = sorted({slot for each in renderer.library.languages(contract) for slot in _slots(renderer, each)})
        console.print(f'\n[bold]Slots[/bold] for {{{{ phrase("…") }}}}: {", ".join(slots)}')


def contract_of(library: TemplateLibrary, name: str) -> Contract:
    """Return the template called `name`, with or without `replies/` or `prompts/` before it; a reply goes first.

    Raises:
        UnknownNameError: there is no such template.
    """
    contracts = {each.folder: each for each in library.contracts.values()}
    bare = name.strip("/")
    for folder in (bare, f"replies/{bare}", f"prompts/{bare}"):
        if folder in contracts:
            return contracts[folder]
    short = [folder.partition("/")[2] for folder in contracts]
    raise UnknownNameError("template", name, available={*contracts} if "/" in bare else {*short})


def _slots(renderer: Renderer, language: str) -> list[str]:
    return list(renderer.library.phrases(language).slots)


def _about(given: InputFile) -> str:
    """Return what an input is, and what is asked of it."""
    limits = ["required" if given.required else "", _cap(given.max), _floor(given.min)]
    return "; ".join(filter(None, [given.about or given.label, *limits]))


def _cap(longest: int | None) -> str:
    return f"up to {longest} characters" if longest else ""


def _floor(least: float | None) -> str:
    return "" if least is None else f"{least:g} or more"


def _written_in(language: str, renderer: Renderer, contract: Contract) -> str:
    bodies = renderer.library.languages(contract)
    if contract.file.kind == "reply" and language not in bodies:
        raise UnknownNameError(f"body of {contract.folder} in", language, available=bodies)
    return language


def _style(pairs: list[str] | None) -> dict[str, Any]:
    from ...files.datafile import DataFile
    from ...rendering.contracts.written_values import check_style

    style = _pairs(pairs, "--profile")
    check_style(style, DataFile(Path("--profile"), ""), ())
    return style


def _labels(pairs: list[str] | None) -> dict[str, Any]:
    from ...files.datafile import DataFile
    from ...rendering.contracts.written_values import check_labels

    labels = _pairs(pairs, "--label")
    check_labels(labels, DataFile(Path("--label"), ""), ())
    return labels


def _given(file: Path | None) -> dict[str, Any]:
    from ...files.datafile import DataFile, read_data_file

    given = read_data_file(file) if file else DataFile(Path("command line"), "{}")
    if not isinstance(given.data, dict):
        raise given.error("needs inputs with values, such as {answer: {summary: …}}")
    return dict(given.data)


def _known(facts: dict[str, Any], contract: Contract) -> dict[str, Any]:
    """Return the facts as they are; what the template does not take would leave a gap that nobody sees.

    Raises:
        UnknownNameError: a fact that the template does not declare and no condition asks for.
    """
    from ...conditions.situation import READ_NAMES
    from ...rendering.contracts.inputs import fact_slots

    for path in fact_slots(facts):
        if path not in contract.file.inputs and path not in READ_NAMES:
            raise UnknownNameError(f"input of {contract.folder}", path, available=contract.file.inputs)
    return facts


def _pairs(pairs: list[str] | None, option: str) -> dict[str, Any]:
    """Return `name=value` pairs; a name that comes again makes a list."""
    values: dict[str, Any] = {}
    for pair in pairs or []:
        name, equals, value = pair.partition("=")
        if not equals:
            raise CommandLineError(f"{option} needs name=value, not '{pair}'")
        earlier = values.get(name)
        values[name] = value if earlier is None else [*(earlier if isinstance(earlier, list) else [earlier]), value]
    return values
