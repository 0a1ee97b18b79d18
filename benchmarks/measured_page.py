"""Tables in a page of docs/ that a benchmark measures: they stand between two marks, and a run puts its own there."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path


def write_between(page: Path, lines: Iterable[str], *, opening: str, closing: str) -> None:
    """Put lines between two marks of a page, in place of those of an earlier run.

    Args:
        page: the page.
        lines: what was measured.
        opening: the line above it.
        closing: the line below it.

    Raises:
        SystemExit: the page does not have the marks.
    """
    text = page.read_text(encoding="utf-8")
    measured = "\n".join((opening, "", *lines, "", closing))
    whole, count = re.subn(f"{re.escape(opening)}.*?{re.escape(closing)}", lambda _: measured, text, flags=re.DOTALL)
    if not count:
        print(f"{page} has no place marked with {opening}", file=sys.stderr)
        raise SystemExit(1)
    page.write_text(whole, encoding="utf-8")
