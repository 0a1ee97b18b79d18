"""The figures of an audit as CSV: one table of groups, and one row per mail."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO

import pytest

from tonekit.analysis import ALL_DIMENSIONS
from tonekit.audit import row_export, table_export
from tonekit.audit.observation import Observation
from tonekit.audit.row_export import RowWriter
from tonekit.audit.table_export import write_tables
from tonekit.audit.tally import Tally
from tonekit.mails.mail import BrokenMail


def read(tally: Tally) -> list[dict[str, str]]:
    """Return the exported table as rows."""
    file = StringIO(newline="")
    write_tables(tally, file)
    file.seek(0)
    return list(csv.DictReader(file, strict=True))


def test_every_row_has_every_column(full_tally: Tally) -> None:
    """The table is rectangular, and each part of the report is in it."""
    full_tally.add_broken(BrokenMail("line 1", "the text is empty"))
    full_tally.automatic["bulk"] += 1
    rows = read(full_tally)

    assert all(set(row) == set(table_export.HEADINGS) and None not in row.values() for row in rows)
    assert {row["table"] for row in rows} == {
        "overall",
        "certainty",
        "labels",
        "topics",
        "combinations",
        "periods",
        "zones",
        "automatic",
        "broken",
    }


def test_figures_are_those_of_the_tally(full_tally: Tally) -> None:
    """A group has its mails, shares and times in its row."""
    (row,) = [row for row in read(full_tally) if row["table"] == "labels" and row["value"] == "frustrated"]

    assert row["mails"] == "30"
    assert float(row["share"]) == 0.5
    assert float(row["share_low"]) < 0.5 < float(row["share_high"])
    assert float(row["frustrated_share"]) == 1.0
    assert float(row["handling_minutes"]) == pytest.approx(5.0)


def test_no_cell_is_a_formula(full_tally: Tally) -> None:
    """A type of customer that looks like a formula is a text."""
    values = {row["value"] for row in read(full_tally)} | {row["other_value"] for row in read(full_tally)}

    assert "'=business" in values
    assert "=business" not in values


def test_rows_hold_no_text(look: Callable[..., Observation]) -> None:
    """The row of a mail has its labels and numbers and not a word of it; an id cannot be a formula."""
    file = StringIO(newline="")
    writer = RowWriter(file)
    writer.write(
        look(body="secret words of a customer", repeated=True, mail={"handling_minutes": 2.5, "follow_up": False})
    )
    file.seek(0)
    (row,) = csv.DictReader(file)

    assert tuple(row) == row_export.HEADINGS
    assert all(row[name] for name in ALL_DIMENSIONS)
    assert (row["repeated"], row["furniture_share"], row["handling_minutes"], row["follow_up"]) == (
        "1",
        "0.2",
        "2.5",
        "0",
    )
    assert "secret" not in file.getvalue()


def test_empty_pile(tally: Tally) -> None:
    """Of no mails there is a table too."""
    assert [row["mails"] for row in read(tally) if row["table"] == "overall"] == ["0"]
