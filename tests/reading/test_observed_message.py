"""Calibration sees in a message what the heads see: zones, words, and how much each counts."""

from __future__ import annotations

from tonekit.reading.heads.additive_heads import load_heads
from tonekit.reading.observed_message import counted_by
from tonekit.reading.reader import Reader

MAIL = "Hello team,\n\nthe lift (number 7) is stuck, again. Don't wait!\n\nBest regards\nAnna Berg\nAcme Lifts Ltd\n"


def test_runs_stay_in_one_zone() -> None:
    """Runs end at figures and at the ends of sentences, not at signs that phrases run across; each has its zone."""
    runs = Reader(["en"]).observe(MAIL, {}).runs
    body = [" ".join(words) for zone, words in runs if zone == "body"]

    assert body == ["the lift number", "is stuck again", "don't wait"]
    assert {zone for zone, _ in runs} >= {"greeting", "body", "closing"}


def test_counts_are_those_of_the_heads() -> None:
    """The features that are observed are those that the heads count."""
    heads = {"mood": load_heads()["mood"]}
    reader = Reader(["en"])

    assert reader.observe(MAIL, heads).counted == counted_by(heads, reader.features(MAIL))
    assert reader.observe(MAIL, heads).language == "en"
