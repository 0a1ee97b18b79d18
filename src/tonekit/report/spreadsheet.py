"""CSV whose cells a spreadsheet shows but never runs as formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "％", "＝", "＋", "－", "＠")
"""A cell that begins with one of these may be run as a formula, wide forms included (OWASP, "CSV Injection")."""


def write_rows(file: TextIO, rows: Iterable[Sequence[object]]) -> None:
    """Write rows as CSV (RFC 4180); texts that a spreadsheet would run get an apostrophe before them."""
    csv.writer(file).writerows([guarded(cell) for cell in row] for row in rows)


def guarded(cell: object) -> object:
    """Return a cell that no spreadsheet runs; numbers are left as they are, None is the empty cell."""
    if not isinstance(cell, str):
        return cell
    # Spreadsheets pass over white space and invisible signs before a formula.
    return f"'{cell}" if cell.lstrip(" \u00a0\u200b\ufeff\x00").startswith(_RUNS) else cell
