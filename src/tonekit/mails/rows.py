"""From a row of an export to a mail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ..message import Message
from ..reading.mail.automatic import automatic_in
from .columns import Column
from .mail import BrokenMail, Mail
from .values import read_day, read_minutes, read_yes

Value = TypeVar("Value")

_EMPTY = "the text is empty"


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one file.

    Attributes:
        columns: which column holds what.
        date_format: how dates are written, in the signs of `strptime`; None tries the usual ways.
    """

    columns: Mapping[Column, str]
    date_format: str | None = None

    def read(self, row: Mapping[str, str], place: str) -> Mail | BrokenMail:
        """Return the mail of a row; `place` names it where it has no id."""
        text = self._cell(row, "text")
        if not text.strip():
            return BrokenMail(place, _EMPTY)
        unreadable: list[str] = []
        automatic = automatic_in(Message(text="", subject=self._cell(row, "subject")))
        return Mail(
            text=text,
            id=self._cell(row, "id") or place,
            sent=self._value(row, "date", self._day, unreadable),
            sender=self._cell(row, "sender").strip() or None,
            customer_type=self._cell(row, "customer_type").strip() or None,
            handling_minutes=self._value(row, "handling_time", self._minutes, unreadable),
            follow_up=self._value(row, "follow_up", read_yes, unreadable),
            automatic=automatic.kind if automatic else None,
            unreadable=tuple(unreadable),
        )

    def _cell(self, row: Mapping[str, str], column: Column) -> str:
        return row.get(self.columns[column], "") if column in self.columns else ""

    def _value(
        self, row: Mapping[str, str], column: Column, read: Callable[[str], Value | None], unreadable: list[str]
    ) -> Value | None:
        cell = self._cell(row, column)
        value = read(cell) if cell.strip() else None
        if cell.strip() and value is None:
            unreadable.append(column)
        return value

    def _day(self, cell: str) -> date | None:
        return read_day(cell, form=self.date_format)

    def _minutes(self, cell: str) -> float | None:
        return read_minutes(cell, column=self.columns["handling_time"])
