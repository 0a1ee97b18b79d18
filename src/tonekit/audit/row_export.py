"""One row per mail: what was read, without a word of the mail."""

from __future__ import annotations

from typing import TextIO

from ..analysis import ALL_DIMENSIONS
from ..report.spreadsheet import write_rows
from .observation import Observation
from .tally import FURNITURE

HEADINGS = (
    "id",
    "sent",
    "customer_type",
    *(column for name in ALL_DIMENSIONS for column in (name, f"{name}_confidence")),
    "topic",
    "repeated",
    "furniture_share",
    "unsure",
    "handling_minutes",
    "follow_up",
)


class RowWriter:
    """Writes a row of CSV for each mail; the columns are `HEADINGS`.

    Args:
        file: where to.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        write_rows(file, [HEADINGS])

    def write(self, seen: Observation) -> None:
        """Write the row of a mail."""
        read = (value for name in ALL_DIMENSIONS for value in (seen.labels[name], round(seen.confidence[name], 3)))
        total = sum(seen.zones.values()) or 1
        row = (
            seen.mail.id,
            seen.mail.sent.isoformat() if seen.mail.sent else "",
            seen.mail.customer_type or "",
            *read,
            seen.topic,
            int(seen.repeated),
            round(sum(seen.zones.get(kind, 0) for kind in FURNITURE) / total, 3),
            " ".join(sorted(seen.unsure)),
            seen.mail.handling_minutes,
            None if seen.mail.follow_up is None else int(seen.mail.follow_up),
        )
        write_rows(self._file, [row])
