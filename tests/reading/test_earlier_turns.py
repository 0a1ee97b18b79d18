"""Earlier turns tell language and form of address where the turns that are answered leave them open."""

from __future__ import annotations

import pytest

from tonekit.reading.earlier_turns import EarlierTurns
from tonekit.reading.glance import Glance
from tonekit.reading.reader import Reader

FORMAL = "Sehr geehrte Damen und Herren, können Sie mir bitte die Rechnung senden?"
INFORMAL = "Hallo, könnt ihr mir bitte sagen, wann du die Rechnung schickst?"
SWEDISH = "Hej, kan ni skicka fakturan till mig så snart som möjligt?"


@pytest.mark.parametrize(
    ("turns", "language", "address"),
    [
        pytest.param([FORMAL], "de", "formal", id="one"),
        pytest.param(["ok", "👍", FORMAL], "de", "formal", id="the first that tells"),
        pytest.param([INFORMAL, FORMAL], "de", "informal", id="the latest comes first"),
        pytest.param(["Der Drucker geht nicht.", FORMAL], "de", "formal", id="address from another turn"),
        pytest.param([SWEDISH, FORMAL], "sv", None, id="address of another language"),
        pytest.param(["ok", ""], None, None, id="nothing tells"),
        pytest.param([], None, None, id="no turns"),
    ],
)
def test_held_before(reader: Reader, turns: list[str], language: str | None, address: str | None) -> None:
    """The first turns that tell decide; a form of address is that of the language."""
    before = EarlierTurns(turns, reader.glance)

    assert (before.language, before.address) == (language, address)


@pytest.mark.parametrize("text", ["Ja", "ok", "👍", "12345", "Super!", "ja bitte", "ja gerne", "Tack"])
def test_open_text_goes_on_as_before(reader: Reader, text: str) -> None:
    """A word or two that could be of many languages are of that of the conversation, with its form of address."""
    analysis = reader.read(text, before=EarlierTurns([FORMAL], reader.glance))

    assert (analysis.language.label, analysis.address, analysis.notes) == ("de", "formal", ())


@pytest.mark.parametrize(
    ("text", "language", "address"),
    [
        ("Could you please answer in English from now on? I do not speak German.", "en", None),
        ("Kannst du mir das bitte noch einmal schicken?", "de", "informal"),
    ],
)
def test_text_that_tells_decides_itself(reader: Reader, text: str, language: str, address: str | None) -> None:
    """Who changes language or form of address is followed."""
    analysis = reader.read(text, before=EarlierTurns([FORMAL], reader.glance))

    assert (analysis.language.label, analysis.address) == (language, address)


def test_no_turn_is_looked_at_in_vain(reader: Reader) -> None:
    """Where a text leaves nothing open, earlier turns are not read."""

    def glance(text: str) -> Glance:
        raise AssertionError(text)

    text = "Could you please tell me when the invoice that I asked you for will be sent to us?"
    assert reader.read(text, before=EarlierTurns([FORMAL], glance)).language.label == "en"
