"""The commands `personalize`, `analyze`, `explain` and `demo`; `check` and the ones for template folders are taken in.

Exit codes: 0 done, 1 something given is wrong (one line says what to do), 2 the command line itself is wrong.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from ..errors import ToneKitError
from ..files.whole_file import unwritable
from .batch_run import BatchOptions, FieldOption, InputOption, OutputOption, ResumeOption, WorkersOption, run_batch
from .check_command import check
from .command_line import CommandLineError, without_types_of_flags
from .labelled.calibrate_command import calibrate
from .labelled.evaluate_command import evaluate
from .labelled.label_command import label
from .options import FactOption, JsonOption, TemplatesOption, WeightsOption
from .options import fact_pairs as _facts
from .options import toolkit_of as _toolkit
from .piles.audit_command import audit
from .piles.selftest_command import selftest
from .spoken_errors import said, usage_said
from .templates.exchange_commands import export, import_templates
from .templates.i18n_commands import i18n
from .templates.lint_command import lint
from .templates.ownership_commands import doctor, eject, init
from .templates.render_command import render, show_vars
from .templates.schema_command import schema
from .templates.test_command import run_tests

app = typer.Typer(
    name="tonekit",
    add_completion=False,
    pretty_exceptions_enable=False,
)

# typer brings a click of its own and exports its errors only in part; all usage problems share this base.
_UsageProblem: Any = next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException")

TextArgument = Annotated[str | None, typer.Argument(help="The message; - or nothing reads standard input.")]
FileOption = Annotated[
    Path | None, typer.Option("--file", "-f", help="Read the message from a file; .eml is read as mail.")
]
LocaleOption = Annotated[
    str | None, typer.Option("--locale", help="A language the sender is known to use, such as nb or de-AT.")
]


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Answer every customer in their own tone."""
    if version:
        from .. import __version__

        print(f"tonekit {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit(2)


@app.command()
def personalize(
    text: TextArgument = None,
    *,
    file: FileOption = None,
    json: JsonOption = False,
    templates: TemplatesOption = None,
    weights: WeightsOption = None,
    locale: LocaleOption = None,
    template: Annotated[str | None, typer.Option(help="The reply template to use.")] = None,
    fact: FactOption = None,
    name: Annotated[str | None, typer.Option(help="The customer's name.")] = None,
    prompt: Annotated[bool, typer.Option("--prompt", help="Show the prompt for a model as well.")] = False,
    source: InputOption = None,
    target: OutputOption = None,
    field: FieldOption = "text",
    workers: WorkersOption = 0,
    resume: ResumeOption = False,
) -> None:
    """Read a message; print how it is to be answered, the reply and the decision. Many: --input and --output."""
    toolkit = _toolkit(templates, weights)
    options = _answering(name, template, fact or [], locale)
    batch = BatchOptions(source, target, field, workers, resume)
    if batch.wanted(text, file):
        raise typer.Exit(run_batch(batch, toolkit.personalize, options, lambda: toolkit.ruleset))
    from .sources import read_message

    result = toolkit.personalize(read_message(text, file), **options)
    if json:
        print(result.model_dump_json(indent=2))
        return
    from .views import print_view, result_view

    print_view(result_view(result, show_prompt=prompt))


@app.command()
def analyze(
    text: TextArgument = None,
    *,
    file: FileOption = None,
    json: JsonOption = False,
    weights: WeightsOption = None,
    locale: LocaleOption = None,
    source: InputOption = None,
    target: OutputOption = None,
    field: FieldOption = "text",
    workers: WorkersOption = 0,
    resume: ResumeOption = False,
) -> None:
    """Read a message; print how its sender communicates, with the words behind it. Many: --input and --output."""
    toolkit = _toolkit(None, weights)
    batch = BatchOptions(source, target, field, workers, resume)
    if batch.wanted(text, file):
        raise typer.Exit(run_batch(batch, toolkit.analyze, {"locale": locale}, lambda: toolkit.analyze("").ruleset))
    from .sources import read_message

    analysis = toolkit.analyze(read_message(text, file), locale=locale)
    if json:
        print(analysis.model_dump_json(indent=2))
        return
    from .views import analysis_view, print_view

    print_view(analysis_view(analysis))


@app.command()
def explain(
    text: TextArgument = None,
    *,
    file: FileOption = None,
    json: JsonOption = False,
    templates: TemplatesOption = None,
    weights: WeightsOption = None,
    locale: LocaleOption = None,
) -> None:
    """Read a message; print the terms that decided, the rules behind the style, and what would turn a verdict."""
    from .sources import read_message

    result = _toolkit(templates, weights).personalize(read_message(text, file), locale=locale)
    if json:
        print(result.model_dump_json(indent=2, include={"analysis", "profile", "decision", "ruleset"}))
        return
    print(result.explain())


@app.command()
def demo() -> None:
    """Answer the same two wishes, one formal and one casual, in five languages, and a few hard messages."""
    from .demo import show_demo

    show_demo(_toolkit(None))


app.command("check")(check)

_LABELS = "Labelled messages"
app.command("label", rich_help_panel=_LABELS)(label)
app.command("evaluate", rich_help_panel=_LABELS)(evaluate)
app.command("calibrate", rich_help_panel=_LABELS)(calibrate)
for _many in (audit, selftest):
    app.command(rich_help_panel="Unlabelled messages")(_many)

_TEMPLATES = "Template folders"
for _name, _run in (
    ("init", init),
    ("lint", lint),
    ("test", run_tests),
    ("render", render),
    ("vars", show_vars),
    ("eject", eject),
    ("doctor", doctor),
    ("import", import_templates),
    ("export", export),
    ("schema", schema),
):
    app.command(_name, rich_help_panel=_TEMPLATES)(_run)
app.add_typer(i18n, name="i18n", rich_help_panel=_TEMPLATES)


def main() -> None:
    """Run the command line; what goes wrong is one line on standard error."""
    _take_any_sign(sys.stdout)
    sys.exit(_guarded(lambda: without_types_of_flags(typer.main.get_command(app))(standalone_mode=False)))


def _take_any_sign(output: object) -> None:
    """Make standard output take whatever a customer writes, where its encoding is none of Unicode."""
    if not isinstance(output, TextIOWrapper) or output.encoding.lower().startswith("utf"):
        return
    if output.isatty():
        output.reconfigure(errors="replace")
    else:
        # A file or pipe is read by a program: JSON is UTF-8, and must not lose a sign.
        output.reconfigure(encoding="utf-8")


def _guarded(run: Callable[[], Any]) -> int:
    try:
        return _to_the_end(run)
    except CommandLineError as error:
        print(f"tonekit: {error} (see tonekit --help)", file=sys.stderr)
        return 2
    except ToneKitError as error:
        print(f"tonekit: {said(error)}", file=sys.stderr)
        return 1
    except _UsageProblem as error:
        print(f"tonekit: {usage_said(error)} (see tonekit --help)", file=sys.stderr)
        return 2
    except (KeyboardInterrupt, BrokenPipeError):
        return 130
    except OSError as error:
        if error.filename is not None:
            raise
        # What is left of the output would be tried once more, and complained about, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"tonekit: {unwritable(Path('standard output'), error)}", file=sys.stderr)
        return 1


def _to_the_end(run: Callable[[], Any]) -> int:
    code = int(run() or 0)
    # Else what finds no room is noticed when Python ends, and nobody can say so.
    sys.stdout.flush()
    return code


def _answering(name: str | None, template: str | None, facts: list[str], locale: str | None) -> dict[str, Any]:
    """Return the options of `ToneKit.personalize` that the command line gives."""
    from ..message import Customer

    customer = Customer(name=name) if name else None
    return {"customer": customer, "template": template, "facts": _facts(facts), "locale": locale}
