"""Tell mail that is passed on from mail that is answered: its words are new to whoever answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...analysis import ZoneKind
from ...subject_line import passes_on
from .lines import Line, is_separator

_FORWARDED = re.compile(r"forwarded|weiter ?geleitete|vidare(?:befordra|sänt|skicka)|vid[ae]resendt", re.IGNORECASE)
"""In "Begin forwarded message:", "Weitergeleitete Nachricht", "Start på videresendt melding" and their like."""
_BEGINNING = 60
"""Characters of a line that announces forwarded mail; names and addresses come later."""
_DASHES = re.compile(r"[-_=*]{2}")
_FIELD = re.compile(r"\s{0,3}[*_]{0,2}([^\W\d_][^:\n]{0,24}?)\s?[*_]{0,2}\s?:")


class ForwardFinder:
    """Tells what follows a header of quoted mail. Safe to share between threads.

    Args:
        header_fields: name of a header field in any language → its kind.
    """

    def __init__(self, header_fields: Mapping[str, str]) -> None:
        self._fields = header_fields

    def field_kind(self, line: str) -> str | None:
        """Return the kind of the header field that a line is, or None."""
        match = _FIELD.match(line)
        return self._fields.get(match[1].strip().lower()) if match else None

    def of_header(self, header: Iterable[Line], *, passed_on: bool) -> ZoneKind:
        """Return what follows a header: forwarded mail where its words, its own subject or that of the message say so.

        Outlook writes the same fields above mail that it answers and that it passes on; the subject alone tells.

        Args:
            header: its lines.
            passed_on: whether the subject of the message says that it passes something on.
        """
        first, *_ = lines = [line.text for line in header]
        if _FORWARDED.search(first[:_BEGINNING]):
            return "forwarded"
        fields = {self.field_kind(text): text.partition(":")[2] for text in lines}
        told = passed_on or passes_on(fields.get("subject", "").strip(" *_"))
        return "forwarded" if told and "from" in fields else "quote"

    def of_marked(self, line: Line, *, passed_on: bool) -> ZoneKind | None:
        """Return what a line with `>` that stands below no header begins, or None if it does not tell."""
        text = line.text.lstrip("> \t")
        if not text or is_separator(Line(0, text, opens=True)):
            return None
        announced = _FORWARDED.search(text[:_BEGINNING]) and (_DASHES.match(text) or text.rstrip().endswith(":"))
        told = announced or (passed_on and self.field_kind(text) == "from")
        return "forwarded" if told else "quote"
