"""Zones that a reader does not read are blanked out where they stand."""

from __future__ import annotations

from tonekit.analysis import Zone
from tonekit.reading.zones.blanking import only_spans, only_zones

TEXT = "Hi,\nit broke.\n> old mail"
ZONES = (
    Zone(kind="greeting", start=0, end=4),
    Zone(kind="body", start=4, end=14),
    Zone(kind="quote", start=14, end=len(TEXT)),
)


def test_zones_that_are_not_read_are_blank() -> None:
    """What is read keeps its place, and nothing runs on across what is not."""
    kept = only_zones(TEXT, ZONES, {"body"})

    assert len(kept) == len(TEXT)
    assert kept[4:14] == "it broke.\n"
    assert kept[14:].startswith("\n\n")
    assert kept.split() == ["it", "broke."]


def test_text_that_is_read_whole_stays_as_it_is() -> None:
    """Where all zones are read nothing changes."""
    assert only_zones(TEXT, ZONES, {"greeting", "body", "quote", "code"}) == TEXT


def test_spans_near_each_other_stay_together() -> None:
    """Between two spans a sign and a blank are kept, so that a sentence goes on; longer gaps end it."""
    text = "Bitte, löschen. Please do. Danke"

    assert only_spans(text, [(0, 5), (7, 14), (27, 32)]) == "Bitte, löschen\n\n           Danke"
    assert only_spans(text, []).split() == []
    assert len(only_spans(text, [(3, 4)])) == len(text)
