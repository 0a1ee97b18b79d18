"""What was found becomes what heads count, each mark of register once."""

from __future__ import annotations

import pytest

from tonekit.reading.reader import Reader


def _cues(reader: Reader, text: str, locale: str) -> list[str]:
    return [term.cue for term in reader.read(text, locale=locale).formality.evidence]


@pytest.mark.parametrize(
    ("text", "locale", "greets"),
    [
        ("Lieber Herr Maier, die Pumpe steht.", "de", True),
        ("@laden Hallo, die Pumpe steht.", "de", True),
        ("Die Pumpe steht.\nHallo nochmal, Nachtrag dazu.", "de", True),
        ("Dann bringen wir das Gerät lieber selbst vorbei.", "de", False),
        ("Vi vill gärna ha det bästa för kunden.", "sv", False),
    ],
)
def test_a_greeting_begins_something(reader: Reader, text: str, locale: str, greets: bool) -> None:
    """Words of a greeting count as one where a sentence or the message begins, not in the middle of a sentence."""
    assert any(cue.startswith("greeting.") for cue in _cues(reader, text, locale)) is greets


@pytest.mark.parametrize(
    ("text", "locale", "cue", "field"),
    [
        ("Im Zuge der Inventur fehlt ein Gerät.", "de", "register.nominal", "field.bookish"),
        ("Das Gerät ist leider geschrottet.", "de", "slang", "field.colloquial"),
        ("Vi återkommer beträffande leveransen.", "sv", "register.nominal", "field.bookish"),
    ],
)
def test_a_mark_of_register_counts_once(reader: Reader, text: str, locale: str, cue: str, field: str) -> None:
    """Words that a cue of register tells by are not counted for the field of register too."""
    cues = _cues(reader, text, locale)
    assert cue in cues
    assert field not in cues
