"""Invitations as text."""

from __future__ import annotations

import pytest

from tonekit.reading.mail.calendar_text import calendar_text

_SOURCES = {
    "fields": (
        "BEGIN:VCALENDAR\r\nSUMMARY;LANGUAGE=en:Visit\r\nDESCRIPTION:Hi\\, we\r\n  come\\nat 9\r\nEND:VEVENT",
        "Visit\nHi, we come\nat 9",
    ),
    "said twice": ("BEGIN:VCALENDAR\nSUMMARY:Visit\nDESCRIPTION:Visit\nEND:VEVENT", "Visit"),
    "nothing written": ("BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n", ""),
    "no calendar": ("SUMMARY: no calendar", "SUMMARY: no calendar"),
}


@pytest.mark.parametrize(("source", "text"), _SOURCES.values(), ids=_SOURCES.keys())
def test_what_people_wrote(source: str, text: str) -> None:
    """Only what a person wrote is left of an invitation."""
    assert calendar_text(source) == text
