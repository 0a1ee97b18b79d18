"""The command `audit`: how customers write and where the pain is, for a pile of mails without labels."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .pile_options import (
    CustomerTypeColumn,
    DateColumn,
    DateFormat,
    FollowUpColumn,
    HandlingTimeColumn,
    IdColumn,
    PileArgument,
    SenderColumn,
    SubjectColumn,
    TextColumn,
    chosen_columns,
)

if TYPE_CHECKING:
    from ...audit.observation import Observation
    from ...audit.tally import Tally
    from ...mails.mail import Mail
    from ...mails.pile import MailPile

LONGEST_CELL = 10_000_000
"""Characters of one CSV cell; Python's own limit, 131,072, is less than an HTML mail with its history may have."""


def audit(
    mails: PileArgument,
    *,
    text_column: TextColumn = None,
    subject_column: SubjectColumn = None,
    date_column: DateColumn = None,
    date_format: DateFormat = None,
    id_column: IdColumn = None,
    sender_column: SenderColumn = None,
    customer_type_column: CustomerTypeColumn = None,
    handling_time_column: HandlingTimeColumn = None,
    follow_up_column: FollowUpColumn = None,
    html: Annotated[Path | None, typer.Option(help="Write the report with plots and examples to this file.")] = None,
    tables: Annotated[Path | None, typer.Option("--csv", help="Write all figures to this CSV file.")] = None,
    rows: Annotated[
        Path | None, typer.Option(help="Write one CSV row per mail, without its text, to this file.")
    ] = None,
    automatic: Annotated[
        bool, typer.Option(help="Read the mail of programs as well: absence notices, bounces, newsletters.")
    ] = False,
    workers: Annotated[
        int,
        typer.Option(min=0, help="Worker processes that read; 0 reads in this one, enough for some thousand mails."),
    ] = 0,
) -> None:
    """Read a pile of mails; show how customers write, what brings them back, and what tonekit is unsure of."""
    from ...mails.pile import MailPile

    # This process is ours, so its limit may be; the library never changes it.
    csv.field_size_limit(LONGEST_CELL)
    columns = chosen_columns(
        text=text_column,
        subject=subject_column,
        date=date_column,
        id=id_column,
        sender=sender_column,
        customer_type=customer_type_column,
        handling_time=handling_time_column,
        follow_up=follow_up_column,
    )
    pile = MailPile(mails, columns=columns, date_format=date_format)
    tally = _counted(pile, rows, workers, automatic=automatic)
    _write(tally, pile, html, tables)
    _show(tally, [path for path in (html, tables, rows) if path])


def _counted(pile: MailPile, rows: Path | None, workers: int, *, automatic: bool) -> Tally:
    """Read the pile; write a row per mail where wanted."""
    from ...audit.auditing import audit as audit_mails
    from ...audit.redacting import redact_example
    from ...audit.row_export import RowWriter
    from ...audit.tally import Tally
    from ...files.whole_file import whole_file

    tally = Tally(redact_example)
    with ExitStack() as stack:
        writer = RowWriter(stack.enter_context(whole_file(rows))) if rows else None
        read_many = partial(_read_many, workers=workers)
        for seen in _watched(audit_mails(pile, read_many, tally, automatic=automatic), pile):
            if writer:
                writer.write(seen)
    return tally


def _read_many(mails: Iterable[Mail], *, workers: int) -> Iterator[Observation]:
    from ...batch.stream import stream

    for outcome in stream(mails, _observed, workers=workers):
        if outcome.result is None:
            raise outcome.error or RuntimeError("a worker gave neither a reading nor an error")
        yield outcome.result


def _observed(mail: Mail) -> Observation:
    """Read one mail; this runs where the mail is sent to."""
    from ...audit.observation import observe
    from ...default import analyze

    return observe(mail, analyze(mail.text))


def _watched(observations: Iterable[Observation], pile: MailPile) -> Iterator[Observation]:
    """Yield what is read; show on a terminal how far it is."""
    from ..progress import reading_bar

    with reading_bar() as advance:
        for number, seen in enumerate(observations, start=1):
            advance(number, pile.share)
            yield seen


def _write(tally: Tally, pile: MailPile, html: Path | None, tables: Path | None) -> None:
    from ...files.whole_file import whole_file

    if html:
        from ...audit.html_report import html_report

        with whole_file(html) as file:
            file.write(html_report(tally, name=pile.path.name))
    if tables:
        from ...audit.table_export import write_tables

        with whole_file(tables) as file:
            write_tables(tally, file)


def _show(tally: Tally, written: list[Path]) -> None:
    from ..console import output_console
    from ..terminal_text import print_visibly
    from .audit_view import audit_view

    console = output_console()
    print_visibly(audit_view(tally), console)
    for path in written:
        console.print(f"written: {path}", style="green", soft_wrap=True)
    if not tally.overall.mails:
        # Contact forms and groups mark what people write as they mark newsletters.
        remedy = "; --automatic reads the mail of programs, contact forms and groups" if tally.automatic else ""
        print(f"tonekit: no mail of the pile was read; the table above says why{remedy}", file=sys.stderr)
        raise typer.Exit(1)
