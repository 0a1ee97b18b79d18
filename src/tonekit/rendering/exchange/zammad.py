"""Text modules of Zammad, exported as CSV from its administration: each becomes a reply."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from ...errors import DataFileError
from .imported_template import ImportedTemplate
from .saved_reply import Helpdesk, SavedReply, replies_of

_ZAMMAD = Helpdesk(
    name="Zammad",
    kind="text module",
    variable=re.compile(r"( ?)#\{([^{}]*)\}"),
    known={
        "ticket.customer.firstname": "customer.name",
        "ticket.customer.lastname": "customer.name",
        "ticket.customer.fullname": "customer.name",
        "ticket.customer.organization.name": "customer.company",
        "ticket.organization.name": "customer.company",
        "ticket.title": "message.subject",
    },
)
_OFF = ("false", "0", "no")


def read_zammad(text: str, path: Path, *, language: str) -> Iterator[ImportedTemplate]:
    """Yield a reply for each text module.

    Args:
        text: the CSV.
        path: its file, for error messages.
        language: code of the language that the modules are written in; the export does not say.

    Raises:
        DataFileError: the columns `name` and `content` are missing.
    """
    table = text.lstrip("\ufeff")
    header = table.partition("\n")[0]
    rows = csv.DictReader(StringIO(table), delimiter=max(",;\t", key=header.count))
    if not {"name", "content"} <= set(rows.fieldnames or ()):
        raise DataFileError("needs the columns 'name' and 'content', as Zammad exports text modules", path=path, line=1)
    yield from replies_of(map(_module, rows), _ZAMMAD, language=language)


def _module(row: Mapping[str, str]) -> SavedReply:
    keywords = (row.get("keywords") or "").strip()
    about = f"Keywords: {keywords}." if keywords else ""
    return SavedReply(row["name"].strip(), row.get("content") or "", about, tuple(_use_notes(row)))


def _use_notes(row: Mapping[str, str]) -> Iterator[str]:
    """Yield notes on when Zammad offered a module, which a template does not say."""
    if (row.get("active") or "true").strip().lower() in _OFF:
        yield "the module was switched off in Zammad"
    if groups := (row.get("groups") or "").strip():
        yield f"only the groups {groups} had it; say when it is used under 'replies' in tonekit.yaml"
